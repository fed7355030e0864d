import { addDays, type Day, instantAt } from "../../../base/day.ts";
import { must } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { type FeeEntry, listFees } from "../../procedures/index.ts";
import { type ClosingOrder, spanOf } from "../forms.ts";
import { type Closing, findClosing, insertClosing, listClosingLines, listOpenDays } from "../queries/closings.ts";

/** What one officer took in on a day. */
export type OfficerFees = {
  readonly officerId: number;
  readonly officerName: string;
  readonly dossiers: number;
  readonly charged: number;
  readonly exempted: number;
  readonly sumDong: bigint;
};

/** The book of fees of one day: what was received, and, when it is closed, how that differs from what was counted then. */
export type FeeDay = {
  readonly takenOn: Day;
  readonly entries: readonly FeeEntry[];
  readonly byOfficer: readonly OfficerFees[];
  readonly dossiers: number;
  readonly sumDong: bigint;
  readonly closing: Closing | null;
  /** Of a closed day: what the closing did not count, or counted otherwise. */
  readonly difference: { readonly entries: readonly FeeEntry[]; readonly sumDong: bigint } | null;
};

/** The fees of one day at the actor's post. */
export async function readFeeDay(tx: Tx, takenOn: Day): Promise<FeeDay> {
  const place = placeOf(tx.actor);
  const [entries, closing, lines] = await Promise.all([
    listFees(tx, spanOf({ from: takenOn, to: takenOn })),
    findClosing(tx, place, takenOn),
    listClosingLines(tx, place, takenOn),
  ]);
  const counted = new Map(lines.map((line) => [line.matterId, line.feeDong]));
  const sumDong = sumOf(entries);
  return {
    takenOn,
    entries,
    byOfficer: byOfficer(entries),
    dossiers: entries.length,
    sumDong,
    closing,
    difference: closing && { entries: entries.filter((entry) => counted.get(entry.matterId) !== entry.feeDong), sumDong: sumDong - closing.sumDong },
  };
}

/** Officers in the order in which they took in their first dossier of the day. */
export function byOfficer(entries: readonly FeeEntry[]): readonly OfficerFees[] {
  return [...Map.groupBy(entries, (entry) => entry.officerId).values()].map((own) => ({
    officerId: own[0]?.officerId ?? 0,
    officerName: own[0]?.officerName ?? "",
    dossiers: own.length,
    charged: own.filter((entry) => entry.feeDong > 0n).length,
    exempted: own.filter((entry) => entry.exemption !== null).length,
    sumDong: sumOf(own),
  }));
}

const sumOf = (entries: readonly FeeEntry[]): bigint => entries.reduce((sum, entry) => sum + entry.feeDong, 0n);

/**
 * Closes a day: what is counted now stays. Closed twice, it is closed once, and the second officer finds the first one's closing.
 *
 * @throws Problem notPermitted, changedMeanwhile (a dossier came in since the officer looked)
 */
export async function closeDay(tx: Tx, { takenOn, dossiers, sumDong }: ClosingOrder): Promise<void> {
  const place = placeOf(tx.actor);
  must(tx.actor, "counter.closeDay", place);
  if (await findClosing(tx, place, takenOn)) return;
  const lines = await listFees(tx, spanOf({ from: takenOn, to: takenOn }));
  if (lines.length !== dossiers || sumOf(lines) !== sumDong) throw new Problem("changedMeanwhile");
  await insertClosing(tx, place, { takenOn, closedBy: tx.actor.id ?? 0, lines });
}

/** Days of the last month, today left out, on which dossiers came in and that are still to be closed. */
export async function openDays(tx: Tx, today: Day): Promise<readonly Day[]> {
  return await listOpenDays(tx, placeOf(tx.actor), { from: instantAt(addDays(today, -31), "00:00"), before: instantAt(today, "00:00") });
}
