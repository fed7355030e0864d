import type { Span } from "./calendar.ts";

/** A lawful stop of the clock, from `from` up to `to`; null while it lasts. `reason` and `legalBasis` are shown as they are. */
export type Pause = { readonly from: Date; readonly to: Date | null; readonly reason: string; readonly legalBasis?: string };

/**
 * The pause that a day is lost to whose counted time closes at `closing`: it began before the closing and had not ended
 * before it. So the day on which a file is sent back is not counted, and the day on which the resident comes back is
 * counted in full, whatever the hour. A pause of no length takes no day.
 */
export function pauseAtClosing(pauses: readonly Pause[], closing: Date): Pause | null {
  const covering = pauses.filter(({ from, to }) => from < closing && (to === null || closing <= to));
  return covering.find(({ to }) => to === null) ?? covering[0] ?? null;
}

/** A piece of a span, paused or not. An open pause keeps its `pause.to` null. */
export type Piece = Span & { readonly pause: Pause | null };

/** Cuts a span along the pauses; the pieces follow each other without gap. */
export function cut(span: Span, pauses: readonly Pause[]): Piece[] {
  const edges = [span.from, span.to, ...pauses.flatMap(({ from, to }) => (to === null ? [from] : [from, to]))]
    .map((edge) => edge.getTime())
    .filter((edge) => edge >= span.from.getTime() && edge <= span.to.getTime())
    .sort((one, other) => one - other);
  const pieces = edges.slice(1).flatMap((to, i): Piece[] => {
    const from = edges[i] ?? to;
    if (from === to) return [];
    return [{ from: new Date(from), to: new Date(to), pause: pauseOver(pauses, from, to) }];
  });
  return pieces.reduce<Piece[]>(joinAlike, []);
}

/** @throws RangeError when a pause ends before it begins */
export function checkPauses(pauses: readonly Pause[]): void {
  const wrong = pauses.find(({ from, to }) => to !== null && to < from);
  if (wrong !== undefined) throw new RangeError(`A pause ends before it begins: ${wrong.from.toISOString()}`);
}

function pauseOver(pauses: readonly Pause[], from: number, to: number): Pause | null {
  const covering = pauses.filter((pause) => pause.from.getTime() <= from && (pause.to === null || to <= pause.to.getTime()));
  return covering.find((pause) => pause.to === null) ?? covering[0] ?? null;
}

function joinAlike(pieces: Piece[], piece: Piece): Piece[] {
  const last = pieces.at(-1);
  if (last === undefined || last.pause !== piece.pause) return [...pieces, piece];
  return [...pieces.slice(0, -1), { ...last, to: piece.to }];
}
