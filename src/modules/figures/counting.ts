import { type Day, dayOf, monthOf } from "../../base/day.ts";
import type { WorkCalendar } from "../../kernel/clock/calendar.ts";
import { workingTimeBetween } from "../../kernel/clock/opening.ts";
import type { CountedKind } from "../../kernel/counted-kind.ts";
import type { ActionRule } from "../../kernel/matter.ts";
import type { Regime } from "../../kernel/rights.ts";
import type { Channel, Facts } from "../../kernel/tables.ts";

/** How an answered matter stands to its term; each has exactly one. */
export const standings = ["onTime", "onTimeAfterPause", "pausedUnasked", "extended", "late", "withdrawn", "stopped", "untimed"] as const;
export type Standing = (typeof standings)[number];

/** What is known of a matter when it is counted. */
export type Countable = {
  readonly matterId: number;
  readonly kind: string;
  readonly regime: Regime;
  readonly code: string;
  readonly channel: Channel;
  readonly receivedAt: Date;
  readonly dueAt: Date | null;
  readonly settledAt: Date | null;
  readonly closedAt: Date | null;
  /** Empty for kinds that have no procedure. */
  readonly procedureCode: string;
  /** Whether all of it that the law wants electronic is; null where it wants nothing. */
  readonly digital: boolean | null;
  /** What was promised before time was first added; null where none was. */
  readonly firstPromise: Date | null;
  /** Its timeline, in order. */
  readonly steps: readonly { readonly seq: number; readonly at: Date; readonly action: string; readonly facts: Facts }[];
  readonly pauses: readonly { readonly seq: number; readonly fromAt: Date; readonly toAt: Date | null }[];
  /** Due instants that were missed and written down; nothing takes them back. */
  readonly breaches: readonly Date[];
};

/** A matter as it is counted. */
export type Counted = {
  readonly matterId: number;
  readonly kind: string;
  readonly regime: Regime;
  readonly procedureCode: string;
  readonly code: string;
  readonly receivedMonth: Day;
  readonly receivedAt: Date;
  readonly dueAt: Date | null;
  readonly answeredMonth: Day | null;
  readonly answeredAt: Date | null;
  readonly standing: Standing | null;
  readonly wasWithdrawn: boolean;
  readonly isOpen: boolean;
  readonly isLateNow: boolean;
  readonly online: boolean;
  /** Null until it is answered, for what ended without an answer, and where the law wants nothing electronic. */
  readonly digitised: boolean | null;
  readonly pauses: number;
  /** Pauses that the resident was not told of. */
  readonly unaskedPauses: number;
  readonly pausedMinutes: number;
  readonly returns: number;
  readonly repeatReturns: number;
  readonly reopened: number;
  /** Working time from the receipt to the first answer, without the pauses. Null for what ended without an answer, and for what has no term: it is done at once. */
  readonly handlingMinutes: number | null;
};

/** What a kind's actions mean for figures, by the name of the action. */
export type Meanings = {
  readonly answers: ReadonlySet<string>;
  readonly withdraws: ReadonlySet<string>;
  readonly stops: ReadonlySet<string>;
  /** Pauses that the resident reads of, with their reason. */
  readonly tells: ReadonlySet<string>;
  readonly asks: ReadonlySet<string>;
  readonly reopens: ReadonlySet<string>;
};

/** Reads the meanings off what a kind declares of itself; no name of an action stands here. */
export function meaningsOf({ life, asks }: Pick<CountedKind, "life" | "asks">): Meanings {
  const named = (fits: (rule: ActionRule<string>) => boolean): ReadonlySet<string> =>
    new Set(Object.keys(life.actions).filter((name) => fits(life.actions[name] as ActionRule<string>)));
  return {
    answers: named((rule) => rule.clock === "stop" || rule.closes !== undefined),
    withdraws: named((rule) => rule.closes === "withdrawn"),
    stops: named((rule) => rule.closes === "stopped"),
    tells: named((rule) => rule.clock === "pause" && rule.public && rule.reason === "required"),
    asks: new Set(asks),
    reopens: named((rule) => rule.clock === "reopen"),
  };
}

/**
 * Counts one matter. It stands in the month of its first answer, or of its end without one, and stays there when it is taken up again. A
 * breach that was written down makes it late for good, also when it is withdrawn or stopped afterwards.
 */
export function count(given: Countable, meanings: Meanings, calendar: WorkCalendar): Counted {
  const answer = given.steps.find(({ action }) => meanings.answers.has(action)) ?? null;
  const last = given.steps.findLast(({ action }) => meanings.answers.has(action));
  const withdrawn = last !== undefined && meanings.withdraws.has(last.action);
  const told = new Set(given.steps.filter(({ action }) => meanings.tells.has(action)).map(({ seq }) => seq));
  const requests = given.steps.filter(({ action }) => meanings.asks.has(action));
  const answeredAt = answer?.at ?? null;
  const ending = answer && (meanings.withdraws.has(answer.action) ? "withdrawn" : meanings.stops.has(answer.action) ? "stopped" : null);
  // What stood still after the answer was another piece of work.
  const pauses = given.pauses.filter(({ fromAt }) => answeredAt === null || fromAt <= answeredAt);
  const unaskedPauses = pauses.filter(({ seq }) => !told.has(seq)).length;
  const pausedMinutes = minutes(pauses.reduce((sum, pause) => sum + pausedTime(pause, answeredAt, calendar), 0));
  const standing = answeredAt && standingOf(given, { answeredAt, ending, pauses: pauses.length, unaskedPauses });
  const handled = answeredAt && ending === null && standing !== "untimed" ? minutes(workingTimeBetween(calendar, given.receivedAt, answeredAt)) - pausedMinutes : null;
  const { matterId, kind, regime, procedureCode, code, receivedAt, dueAt, settledAt, closedAt, channel, breaches } = given;
  return {
    ...{ matterId, kind, regime, procedureCode, code, receivedAt, dueAt, answeredAt },
    receivedMonth: firstOfMonth(receivedAt),
    answeredMonth: answeredAt && firstOfMonth(answeredAt),
    standing,
    wasWithdrawn: withdrawn,
    isOpen: closedAt === null,
    isLateNow: settledAt === null && dueAt !== null && breaches.some((missed) => missed.getTime() === dueAt.getTime()),
    online: channel === "nationalPortal",
    digitised: answeredAt === null || ending !== null ? null : given.digital,
    pauses: pauses.length,
    ...{ unaskedPauses, pausedMinutes },
    returns: requests.length,
    repeatReturns: repeatsAmong(requests),
    reopened: given.steps.filter(({ action }) => meanings.reopens.has(action)).length,
    handlingMinutes: handled === null ? null : Math.max(0, handled),
  };
}

type Course = { readonly answeredAt: Date; readonly ending: "withdrawn" | "stopped" | null; readonly pauses: number; readonly unaskedPauses: number };

function standingOf({ dueAt, firstPromise, pauses: all, breaches }: Countable, { answeredAt, ending, pauses, unaskedPauses }: Course): Standing {
  if (breaches.length > 0) return "late";
  if (ending) return ending;
  // Taken up again and paused, it has no due instant just now, but it has a term.
  if (dueAt === null && all.length === 0) return "untimed";
  if (dueAt && answeredAt > dueAt) return "late";
  if (unaskedPauses > 0) return "pausedUnasked";
  // A new day named in an apology is kept, but the first promise was not.
  if (firstPromise && answeredAt > firstPromise) return "extended";
  return pauses > 0 ? "onTimeAfterPause" : "onTime";
}

/**
 * Requests after the first. Where the request itself says whether it asks again for what was asked before (`repeated`, as a number of
 * defects or as a yes), that counts and not its place in the row.
 */
function repeatsAmong(requests: Countable["steps"]): number {
  return requests.filter(({ facts }, place) => ("repeated" in facts ? Boolean(facts["repeated"]) : place > 0)).length;
}

/** Working time of a pause before the answer. A pause that lasts is not over, and is counted when it is. */
function pausedTime({ fromAt, toAt }: Countable["pauses"][number], answeredAt: Date | null, calendar: WorkCalendar): number {
  const until = toAt ?? answeredAt;
  if (until === null || (answeredAt && fromAt > answeredAt)) return 0;
  return workingTimeBetween(calendar, fromAt, answeredAt && until > answeredAt ? answeredAt : until);
}

const minutes = (ms: number): number => Math.floor(ms / 60_000);
const firstOfMonth = (at: Date): Day => monthOf(dayOf(at)).from;
