import type { Evidence } from "./evidence.ts";
import { answeredOf, onTimeOf } from "./indicators.ts";
import type { Tally } from "./tally.ts";

/** The figures of dossiers in a month, in the order of its work; each opens as many dossiers as it says. */
export const monthFigures: readonly (readonly [Evidence, (tally: Tally) => number])[] = [
  ["received", (tally) => tally.received],
  ["online", (tally) => tally.online],
  ["answered", answeredOf],
  ["timed", (tally) => onTimeOf(tally).whole],
  ["onTime", (tally) => onTimeOf(tally).part],
  ["onTimeAfterPause", (tally) => tally.onTimeAfterPause],
  ["pausedUnasked", (tally) => tally.pausedUnasked],
  ["extended", (tally) => tally.extended],
  ["late", (tally) => tally.late],
  ["lateWithdrawn", (tally) => tally.lateWithdrawn],
  ["withdrawn", (tally) => tally.withdrawn],
  ["stopped", (tally) => tally.stopped],
  ["untimed", (tally) => tally.untimed],
  ["digitisable", (tally) => tally.digitisable],
  ["digitised", (tally) => tally.digitised],
  ["notDigitised", (tally) => tally.digitisable - tally.digitised],
  ["paused", (tally) => tally.pausedMatters],
  ["returned", (tally) => tally.returnedMatters],
  ["returnedAgain", (tally) => tally.repeatedMatters],
  ["reopened", (tally) => tally.reopenedMatters],
];

/** How often something befell the dossiers of a figure, told beside their number. */
export const timesOf: { readonly [E in Evidence]?: (tally: Tally) => number } = {
  paused: (tally) => tally.pauses,
  returned: (tally) => tally.returns,
  returnedAgain: (tally) => tally.repeatReturns,
  reopened: (tally) => tally.reopened,
};
