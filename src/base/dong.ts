import { normalise } from "./vietnamese.ts";

/** Whole Vietnamese dong. */
export type Dong = bigint;

/** The grouped figure, "15.000" or "15,000"; the unit is added by the texts of whoever shows it. */
export function formatDong(amount: Dong, lang: "vi" | "en"): string {
  return new Intl.NumberFormat(lang === "vi" ? "vi-VN" : "en-GB").format(amount);
}

const units: Readonly<Record<string, Dong>> = { k: 1_000n, nghin: 1_000n, ngan: 1_000n, tr: 1_000_000n, trieu: 1_000_000n, ti: 1_000_000_000n };
const grouped = String.raw`\d{1,3}(?<sign>[., ])\d{3}(?:\k<sign>\d{3})*`;
const plain = new RegExp(`^(?:${grouped}|\\d+)$`);
const counted = new RegExp(String.raw`^(?:(?<whole>${grouped}|\d+)|(?<decimal>\d+[.,]\d{1,2})) ?(?<unit>ti|trieu|tr|nghin|ngan|k)(?![a-z]) ?(?<rest>.*)$`);

/** An amount as people write it: "15.000.000", "50tr", "1,5tr", "1tr5", with the units spelt out or not; null when it is none. A point before three digits groups, before fewer it divides. */
export function readDong(typed: string): Dong | null {
  return read(normalise(typed).replace(/ ?(?:dong|vnd|d)$/, ""), null);
}

/** `below`: what follows a greater unit counts in a smaller one. */
function read(text: string, below: Dong | null): Dong | null {
  if (below === null && plain.test(text)) return BigInt(text.replace(/\D/g, ""));
  const { whole, decimal, unit: name = "", rest = "" } = text.match(counted)?.groups ?? {};
  const unit = units[name];
  if (unit === undefined || (below !== null && unit >= below)) return null;
  const [ones = "", parts = ""] = decimal === undefined ? [whole?.replace(/\D/g, "")] : decimal.split(/[.,]/);
  const more = rest === "" ? 0n : (partOf(unit, rest) ?? read(rest, unit));
  return more === null || (parts !== "" && rest !== "") ? null : BigInt(ones) * unit + share(unit, parts) + more;
}

/** "1tr5" is one and five tenths, "1tr250" one and 250 thousandths; a word says a half. */
function partOf(unit: Dong, rest: string): Dong | null {
  if (rest === "ruoi") return unit / 2n;
  return /^\d{1,3}$/.test(rest) ? share(unit, rest) : null;
}

const share = (unit: Dong, digits: string): Dong => (unit * BigInt(digits || "0")) / 10n ** BigInt(digits.length);
