import type { WorkCalendar } from "./calendar.ts";
import type { Pause } from "./pause.ts";
import type { Step } from "./step.ts";
import type { Term } from "./term.ts";

export type DueQuestion = {
  readonly term: Term;
  /** The moment of receipt of a complete file. */
  readonly from: Date;
  readonly pauses: readonly Pause[];
  readonly calendar: WorkCalendar;
};

/** Where the counting of one kind of term came to. */
export type Reached = { readonly at: Date; readonly steps: readonly Step[] } | { readonly pausedBy: Pause; readonly steps: readonly Step[] };
