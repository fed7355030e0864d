import { must } from "../../../kernel/actor.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { InstantPosition } from "../../../web/position.ts";
import { type Period, spanOf } from "../../registers/index.ts";
import { findGuests, type LogRow, type LogSums, listLog, type ShownGuest, searchStays, sumLog } from "../queries.ts";

/** One line of the log with its guests. */
export type LogLine = LogRow & { readonly people: readonly ShownGuest[] };
export type LogPage = { readonly lines: readonly LogLine[]; readonly sums: LogSums; readonly next: InstantPosition | null };

/** One page of what the post entered in a period, the newest first. */
export async function readLog(tx: Tx, period: Period, { after, size }: { readonly after: InstantPosition | null; readonly size: number }): Promise<LogPage> {
  const place = placeOf(tx.actor);
  must(tx.actor, "counter.read", place);
  const span = spanOf(period);
  const [rows, sums] = await Promise.all([listLog(tx, place, { span, after, size: size + 1 }), sumLog(tx, place, span)]);
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return { lines: await withGuests(tx, shown), sums, next: rows.length > size && last ? { at: last.enteredAt, id: last.matterId } : null };
}

/** Declarations of the actor's post by the name of a guest, marks aside; at most 20. */
export async function searchLog(tx: Tx, typed: string): Promise<readonly LogLine[]> {
  return await withGuests(tx, await searchStays(tx, placeOf(tx.actor), typed));
}

async function withGuests(tx: Tx, rows: readonly LogRow[]): Promise<readonly LogLine[]> {
  const guests = await findGuests(
    tx,
    placeOf(tx.actor).communeId,
    rows.map((row) => row.matterId),
  );
  return rows.map((row) => ({ ...row, people: guests.get(row.matterId) ?? [] }));
}
