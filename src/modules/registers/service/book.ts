import type { Place } from "../../../kernel/actor.ts";
import type { Channel } from "../../../kernel/tables.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { InstantPosition } from "../../../web/position.ts";
import { type BookEntry, findBookEntries, sumFees } from "../../procedures/index.ts";
import { type Period, spanOf } from "../forms.ts";
import { type BookCounts, type BookEvent, type BookMatter, countBook, listBook, listEvents, type Standing } from "../queries/book.ts";

/** Something that the last column of the book tells, and when it was. */
export type Remark = {
  readonly kind: "supplementAsked" | "supplemented" | "held" | "released" | "apologised" | "stopped" | "refused" | "withdrawn" | "corrected" | "ready" | "byAuthorised";
  readonly at: Date;
};

/** One line of the register of dossiers. */
export type BookRow = {
  readonly number: number;
  readonly matterId: number;
  readonly publicRef: string;
  readonly code: string;
  readonly procedure: string;
  readonly fullName: string;
  readonly papers: number;
  readonly receivedAt: Date;
  readonly dueAt: Date | null;
  readonly handedOverAt: Date | null;
  readonly channel: Channel;
  readonly standing: Standing;
  readonly feeDong: bigint;
  readonly exempt: boolean;
  readonly remarks: readonly Remark[];
};

/** What a whole period comes to. */
export type BookSums = { readonly counts: BookCounts; readonly feeDong: bigint };

export type BookPage = { readonly rows: readonly BookRow[]; readonly sums: BookSums; readonly next: InstantPosition | null };

/** One page of the register: what the post received in a period, as it came, each line as its timeline tells it. */
export async function readBook(tx: Tx, period: Period, { after, size }: { readonly after: InstantPosition | null; readonly size: number }): Promise<BookPage> {
  const place = placeOf(tx.actor);
  const span = spanOf(period);
  const [matters, counts, feeDong] = await Promise.all([listBook(tx, place, { span, after, size: size + 1 }), countBook(tx, place, { span, after }), sumFees(tx, span)]);
  const shown = matters.slice(0, size);
  const last = shown.at(-1);
  return {
    rows: await rowsOf(tx, place, shown, counts.before),
    sums: { counts, feeDong },
    next: matters.length > size && last ? { at: last.receivedAt, id: last.id } : null,
  };
}

async function rowsOf(tx: Tx, place: Place, matters: readonly BookMatter[], before: number): Promise<readonly BookRow[]> {
  const ids = matters.map((matter) => matter.id);
  const [entries, events] = await Promise.all([findBookEntries(tx, ids), listEvents(tx, place, ids)]);
  return matters.flatMap((matter, i) => {
    const entry = entries.get(matter.id);
    return entry ? [rowOf(matter, entry, { number: before + i + 1, events: events.get(matter.id) ?? [] })] : [];
  });
}

function rowOf(matter: BookMatter, entry: BookEntry, { number, events }: { readonly number: number; readonly events: readonly BookEvent[] }): BookRow {
  const { id, publicRef, code, title, receivedAt, dueAt, channel, standing } = matter;
  const { fullName, papers, feeDong, exemption } = entry;
  const facts = { number, matterId: id, publicRef, code, procedure: title, receivedAt, dueAt, channel, standing, fullName, papers, feeDong };
  return { ...facts, exempt: exemption !== null, handedOverAt: handOverOf(events)?.at ?? null, remarks: remarksOf(events) };
}

const isHandOver = ({ action }: BookEvent): boolean => action === "handOver" || action === "handOverRefusal";

function handOverOf(events: readonly BookEvent[]): BookEvent | null {
  return events.findLast(isHandOver) ?? null;
}

const told: Readonly<Record<string, Remark["kind"]>> = {
  askSupplement: "supplementAsked",
  resume: "supplemented",
  hold: "held",
  release: "released",
  apologise: "apologised",
  stop: "stopped",
  signRefusal: "refused",
  correct: "corrected",
  withdraw: "withdrawn",
};

/** In the order of the timeline; a result that was signed is told only while it waits to be fetched. */
function remarksOf(events: readonly BookEvent[]): readonly Remark[] {
  const last = events.at(-1);
  const remarks = events.flatMap((event): Remark[] => {
    const kind = told[event.action];
    if (kind) return [{ kind, at: event.at }];
    return isHandOver(event) && event.to === "authorised" ? [{ kind: "byAuthorised", at: event.at }] : [];
  });
  return last && (last.action === "sign" || last.action === "signRefusal") ? [...remarks, { kind: "ready", at: last.at }] : remarks;
}
