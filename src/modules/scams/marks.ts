import { normalise } from "../../base/vietnamese.ts";

/** What can be looked for among reports: a phone or an account by its digits, a link by its site. */
export type Mark = { readonly kind: "number" | "link"; readonly key: string };

/** So many numbers and links of one text are looked for; whoever types more pastes a page. */
const mostRead = 5;

/**
 * What a typed or scanned text is, in the form by which it is found again; in a longer text ("STK 1903 4567 890123 Techcombank") its numbers and
 * links in their order. A number of four to six digits is none: it may be a one-time code.
 */
export function readMarks(typed: string): readonly Mark[] {
  const text = typed.trim();
  const whole = text.startsWith("000201") ? accountOfQr(text) : /^[\d\s.()+-]+$/.test(text) ? numberOf(text) : undefined;
  if (whole !== undefined) return whole === null ? [] : [{ kind: "number", key: whole }];
  const link = linkOf(text);
  return link ? [link] : marksIn(text).slice(0, mostRead);
}

/** The first of them, or null. */
export const readMark = (typed: string): Mark | null => readMarks(typed)[0] ?? null;

/** The first phone in a text, as it is dialled within the country; null when there is none. */
export function readPhone(text: string): string | null {
  return numbersIn(text).find(({ key }) => /^0\d{9,10}$/.test(key))?.key ?? null;
}

/** The digits alone, a phone as it is dialled within the country. */
const digitsOf = (text: string): string => text.replace(/[^\d+]/g, "").replace(/^(?:\+|00)?84(?=\d{9}$)/, "0");

/** Groups of digits as one number; two numbers in a row are not made one, the first is taken. */
function numberOf(run: string): string | null {
  const all = digitsOf(run);
  if (/^0\d{9,10}$/.test(all)) return all;
  const whole = run.split(/[\s.()-]+/).find((group) => digitsOf(group).length >= 9);
  const one = whole === undefined ? all.replace(/^(0\d{9})(?:0\d{9})+$/, "$1") : digitsOf(whole);
  return /^\d{7,19}$/.test(one) ? one : null;
}

type Found = Mark & { readonly at: number };

function marksIn(text: string): readonly Mark[] {
  const links = linksIn(text);
  const rest = links.reduce((bare, { at, end }) => bare.slice(0, at) + " ".repeat(end - at) + bare.slice(end), text);
  const found = [...links.flatMap(({ mark, at }) => (mark === null ? [] : [{ ...mark, at }])), ...numbersIn(rest)].toSorted((one, other) => one.at - other.at);
  return [...new Map(found.map(({ kind, key }): [string, Mark] => [key, { kind, key }])).values()];
}

/** Sums of money and days look like numbers of somebody and are none. */
const money = /(?<![\d.,])[1-9]\d{0,2}(?:[.,]000)+(?![.,]?\d)|\d{1,3}(?:[.,\s]\d{3})*\s*(?:d|dong|trieu|nghin|ngan|ty|ti|vnd)\b/gi;
const day = /(?<!\d)\d{1,2}[-.]\d{1,2}[-.](?:19|20)\d\d(?!\d)/g;

function numbersIn(text: string): readonly Found[] {
  const blank = (found: string) => "x".repeat(found.length);
  const plain = text.replace(/\p{L}/gu, normalise);
  const runs = plain
    .replace(money, blank)
    .replace(day, blank)
    .matchAll(/\+?\(?\d[\d\s.()-]*/g);
  return [...runs].flatMap(({ 0: run, index: at }) => {
    // "1903 4567 890123 2 times": a lone digit beside groups belongs to the sentence.
    const key = numberOf(run.trim().replace(/(?<=\d{2})[\s.]+\d[\s.]*$/, ""));
    return key === null ? [] : [{ kind: "number" as const, key, at }];
  });
}

const endings = "com|vn|net|org|info|xyz|cc|vip|club|online|site|ly|io|tk|top";
const linkIn = new RegExp(String.raw`https?://\S+|(?<![\w@.])(?:www\.\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/\S+|[\w-]+(?:\.[\w-]+)*\.(?:${endings})(?![\w@.]*[\w@]))`, "gi");

/** Where links stand in a text; the bare name of a site on which everybody is ("met on facebook.com") is nobody's mark. */
function linksIn(text: string) {
  return [...text.matchAll(linkIn)].map(({ 0: found, index: at }) => {
    const mark = linkOf(found.replace(/[^\w/-]+$/, ""));
    return { mark: mark !== null && shared.has(mark.key) ? null : mark, at, end: at + found.length };
  });
}

/** Sites that lead elsewhere: every letter of the way there counts, and its case. */
const shorteners = [
  "bit.ly",
  "tinyurl.com",
  "cutt.ly",
  "goo.gl",
  "is.gd",
  "s.id",
  "t.co",
  "rb.gy",
  "ow.ly",
  "shorturl.at",
  "forms.gle",
  "vt.tiktok.com",
  "vm.tiktok.com",
  "shope.ee",
  "youtu.be",
];
/** On these sites it is the page that is somebody's, not the site. */
const shared = new Set([
  ...shorteners,
  ...["facebook.com", "fb.com", "m.me", "zalo.me", "t.me", "tiktok.com", "youtube.com", "instagram.com", "shopee.vn", "lazada.vn"],
  ...["docs.google.com", "drive.google.com", "sites.google.com", "play.google.com"],
]);
/** Parts of an address that stand before the page of somebody. */
const before = new Set(
  "g groups people pages share profile.php permalink.php story.php watch forms document spreadsheets file folders d e u s p r v c joinchat channel user shop view store apps details".split(
    " ",
  ),
);

function linkOf(text: string): Mark | null {
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  if (!url || /\s/.test(text) || !/^[^.]+(\.[^.]+)*\.[a-z]{2,}$/i.test(url.hostname)) return null;
  const site = url.hostname.toLowerCase().replace(/^(?:www\.|(?:m|web|mbasic)\.(?=facebook\.com$))/, "");
  const page = shared.has(site) ? pageOf(url, shorteners.includes(site)) : "";
  return { kind: "link", key: page === "" ? site : `${site}/${page}` };
}

/** Up to the first part of the path that is somebody's; where there is none, with the number behind the path. */
function pageOf({ pathname, searchParams }: URL, exact: boolean): string {
  const parts = pathname.split("/").filter((part) => part !== "");
  const own = parts.findIndex((part) => !before.has(part.toLowerCase()));
  if (own === -1) {
    const [name, value] = [...searchParams].find(([key, said]) => /^(?:id|v)$/.test(key) && /^[\w.-]+$/.test(said)) ?? [];
    return parts.join("/").toLowerCase() + (name === undefined ? "" : `?${name}=${value}`);
  }
  // Of people with one name each has a number behind it.
  const taken = parts.slice(0, own + (parts[own - 1] === "people" ? 2 : 1));
  // A name is the same in capitals; a key that a site made is not.
  return exact || own > 0 || /^[+]/.test(taken[0] ?? "") ? taken.join("/") : taken.join("/").toLowerCase();
}

/** The account in the code of a bank transfer (EMVCo with the scheme of NAPAS, tag 38), or null. */
function accountOfQr(text: string): string | null {
  const scheme = fieldsOf(text)?.get("38") ?? "";
  const receiver = fieldsOf(scheme)?.get("01") ?? "";
  const account = fieldsOf(receiver)?.get("01") ?? "";
  return /^\d{4,19}$/.test(account) ? account : null;
}

/** Two digits of name, two of length, the value, and so on. */
function fieldsOf(text: string): ReadonlyMap<string, string> | null {
  const fields = new Map<string, string>();
  for (let at = 0; at + 4 <= text.length; ) {
    const length = Number(text.slice(at + 2, at + 4));
    if (!Number.isInteger(length)) return null;
    fields.set(text.slice(at, at + 2), text.slice(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return fields;
}
