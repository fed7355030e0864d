import type { WorkCalendar } from "./calendar.ts";
import { type Due, dueAt } from "./due.ts";
import type { Pause } from "./pause.ts";
import type { Step } from "./step.ts";
import type { Term } from "./term.ts";

/** Time added to a term: so much of it, granted at an instant, for a reason that is shown as it is. */
export type Extension = { readonly term: Term; readonly grantedAt: Date; readonly reason: string };

export type ExtendedQuestion = {
  readonly term: Term;
  readonly from: Date;
  readonly extensions: readonly Extension[];
  readonly pauses: readonly Pause[];
  readonly calendar: WorkCalendar;
};

/**
 * When a term ends after the time that was added to it. Added time is counted from where the term would have ended, or, when it was granted
 * later than that, from the moment of granting: so an extension never shortens, and never promises a moment that has passed. The steps
 * tell the way to the first promise, the reason, and the way on.
 */
export function dueAfter({ term, from, extensions, pauses, calendar }: ExtendedQuestion): Due {
  return extensions.reduce<Due>((due, extension) => (due.state === "paused" ? due : added(due, extension, { pauses, calendar })), dueAt({ term, from, pauses, calendar }));
}

/** A promise as it stands: its moment, and the steps that led to it. */
export type Promised = { readonly dueAt: Date; readonly steps: readonly Step[] };

/** Time added to a promise. The promise is taken as it was given, even where calendars were edited since. */
export function added(before: Promised, { term, grantedAt, reason }: Extension, around: { readonly pauses: readonly Pause[]; readonly calendar: WorkCalendar }): Due {
  const from = grantedAt > before.dueAt ? grantedAt : before.dueAt;
  const due = dueAt({ term, from, ...around });
  const told: Step = { kind: "extended", dueAt: before.dueAt.toISOString(), reason };
  return { ...due, steps: [...before.steps, told, ...due.steps.map(asAddition)] };
}

/** Nothing is received a second time: the beginning of the added time has words of its own. */
function asAddition(step: Step): Step {
  if (step.kind === "receivedOn") return { kind: "addedAfter", on: step.on };
  return step.kind === "receivedAt" ? { kind: "addedFrom", at: step.at } : step;
}

/** The part of a term that is proposed as added time: rounded up to whole units, at least one. */
export function partOf({ unit, count, ...rest }: Term, part: number): Term {
  return { unit, count: Math.max(1, Math.ceil(count * part)), ...rest };
}
