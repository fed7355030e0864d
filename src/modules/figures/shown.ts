import type { Evidence } from "./evidence.ts";
import { answeredOf, onTimeOf } from "./indicators.ts";
import type { Tally } from "./tally.ts";

/** The figures of dossiers in a month, in the order of its work; each opens as many dossiers as it says. */
export const monthFigures: readonly (readonly [Evidence, (tally: Tally) => number])[] = [
  ["received", (tally) => tally.received],
  ["online", (tally) => tally.online],
  ["answered", answeredOf],
  ["onTime", (tally) => onTimeOf(tally).part],
  ["onTimeAfterPause", (tally) => tally.onTimeAfterPause],
  ["pausedUnasked", (tally) => tally.pausedUnasked],
  ["late", (tally) => tally.late],
  ["lateWithdrawn", (tally) => tally.lateWithdrawn],
  ["withdrawn", (tally) => tally.withdrawn],
  ["untimed", (tally) => tally.untimed],
  ["digitised", (tally) => tally.digitised],
  ["notDigitised", (tally) => tally.digitisable - tally.digitised],
];

/** What befell dossiers, in times: a dossier to which it happened twice counts twice, and is opened once. */
export const happenings: readonly (readonly [Evidence, (tally: Tally) => number])[] = [
  ["returned", (tally) => tally.returns],
  ["returnedAgain", (tally) => tally.repeatReturns],
  ["reopened", (tally) => tally.reopened],
];
