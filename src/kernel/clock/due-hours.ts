import { addDays, dayOf } from "../../base/day.ts";
import type { Span } from "./calendar.ts";
import type { Pause, Piece } from "./pause.ts";
import { cut } from "./pause.ts";
import type { DueQuestion, Reached } from "./question.ts";
import type { Step } from "./step.ts";

const hourMs = 3_600_000;

export function dueInClockHours({ term, from, pauses }: DueQuestion): Reached {
  const steps: Step[] = [{ kind: "receivedAt", at: from.toISOString() }];
  let left = term.count * hourMs;
  const lastPause = Math.max(from.getTime(), ...pauses.map(({ to }) => to?.getTime() ?? 0));
  for (const piece of cut({ from, to: new Date(lastPause + left) }, pauses)) {
    const used = use(piece, left, "ran");
    if ("pausedBy" in used) return { pausedBy: used.pausedBy, steps };
    steps.push(used.step);
    left -= used.ms;
    if (left <= 0) return { at: used.end, steps };
  }
  throw new RangeError(`A term of ${term.count} hours has no end`);
}

/**
 * Working hours and half working days. When office hours change on the way (a new season), the rest of a half day is
 * measured by the new hours, so that a later receipt can never end earlier.
 */
export function dueInWorkingTime(question: DueQuestion): Reached {
  const { term, from, pauses } = question;
  const halves = term.unit === "halfWorkingDays";
  const steps: Step[] = [{ kind: "receivedAt", at: from.toISOString() }];
  let left = term.count * hourMs;
  let fullDayMs: number | null = null;
  for (const opening of openingsFrom(question)) {
    if ("off" in opening) {
      steps.push(opening.off);
      continue;
    }
    if (fullDayMs === null) {
      if (halves) left = (opening.fullDayMs * term.count) / 2;
      steps.push(...beginning(opening, from, halves ? left : null));
    } else if (halves) {
      left = Math.round((left * opening.fullDayMs) / fullDayMs);
    }
    fullDayMs = opening.fullDayMs;
    for (const piece of cut(opening.span, pauses)) {
      const used = use(piece, left, "worked");
      if ("pausedBy" in used) return { pausedBy: used.pausedBy, steps };
      steps.push(used.step);
      left -= used.ms;
      if (left <= 0) return { at: used.end, steps };
    }
  }
  throw new RangeError("The calendar has no end");
}

type Opening = { readonly span: Span; readonly fullDayMs: number } | { readonly off: Step };

/** Days off and openings of the office in order, from the moment of receipt on. Ends only where the calendar does, by its error. */
function* openingsFrom({ from, calendar }: DueQuestion): Generator<Opening> {
  for (let on = dayOf(from); ; on = addDays(on, 1)) {
    const { off, office, fullDayMs } = calendar.dayAt(on);
    if (off !== null) yield { off: { kind: "dayOff", on, off } };
    for (const opening of office) {
      const span = startingAt(opening, from);
      if (span !== null) yield { span, fullDayMs };
    }
  }
}

function beginning({ span, fullDayMs }: { span: Span; fullDayMs: number }, from: Date, halvesMs: number | null): Step[] {
  const steps: Step[] = [];
  if (span.from > from) steps.push({ kind: "startsLater", at: span.from.toISOString() });
  if (halvesMs !== null) steps.push({ kind: "halfDay", fullMinutes: fullDayMs / 60_000, partMinutes: halvesMs / 60_000 });
  return steps;
}

type Used = { readonly pausedBy: Pause } | { readonly step: Step; readonly ms: number; readonly end: Date };

/** Spends the time that is left on a piece, as far as it reaches. */
function use({ from, to, pause }: Piece, left: number, kind: "ran" | "worked"): Used {
  if (pause?.to === null) return { pausedBy: pause };
  if (pause !== null) {
    return { step: { kind: "pausedTime", from: from.toISOString(), to: to.toISOString(), reason: pause.reason }, ms: 0, end: to };
  }
  const ms = Math.min(left, to.getTime() - from.getTime());
  const end = new Date(from.getTime() + ms);
  return { step: { kind, from: from.toISOString(), to: end.toISOString() }, ms, end };
}

function startingAt({ from, to }: Span, instant: Date): Span | null {
  if (to <= instant) return null;
  return { from: from < instant ? instant : from, to };
}
