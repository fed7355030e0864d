import { dayOf } from "../../base/day.ts";
import { formatDong } from "../../base/dong.ts";
import type { Lang } from "../../base/lang.ts";
import { findInForce } from "../../kernel/law/table.ts";
import type { Tx } from "../../kernel/tx.ts";
import type { FeeEntry } from "../procedures/index.ts";
import { instant } from "./cells.ts";
import type { FeeDay } from "./service/fees.ts";
import { feeTexts as t } from "./texts/fees.ts";

/** The name of the ground on which a dossier was exempt. */
export type ExemptionName = (entry: FeeEntry, lang: Lang) => string | null;

/** Names grounds by the law of the day on which the dossier was received. */
export function exemptionNames(tx: Tx): ExemptionName {
  return ({ exemption, receivedAt }, lang) => exemption && (findInForce(tx.house.feeExemptions, dayOf(receivedAt), exemption)?.name[lang] ?? exemption);
}

/** Whether the book of fees has a line for it: what is free for everybody has none. */
export const isFeeLine = (entry: FeeEntry): boolean => entry.feeDong > 0n || entry.exemption !== null;

/** The lines of the book: code, procedure, when, officer, amount, ground. With `all`, also what is free. */
export function feeLines(entries: readonly FeeEntry[], exemption: ExemptionName, lang: Lang, { all = false }: { readonly all?: boolean } = {}): readonly (readonly string[])[] {
  return entries
    .filter((entry) => all || isFeeLine(entry))
    .map((entry) => [entry.code, entry.title, instant(entry.receivedAt, lang), entry.officerName, formatDong(entry.feeDong, lang), exemption(entry, lang) ?? ""]);
}

/** One line an officer, and the last for the whole day: name, dossiers, charged, exempt, sum. */
export function feeTotals({ byOfficer, dossiers, sumDong }: FeeDay, lang: Lang): readonly (readonly string[])[] {
  const sum = (pick: "charged" | "exempted"): number => byOfficer.reduce((total, row) => total + row[pick], 0);
  const lines = byOfficer.map((row) => [row.officerName, String(row.dossiers), String(row.charged), String(row.exempted), formatDong(row.sumDong, lang)]);
  return [...lines, [t.total[lang], String(dossiers), String(sum("charged")), String(sum("exempted")), formatDong(sumDong, lang)]];
}
