import type { Day } from "../../base/day.ts";
import { addDays, addMonths, dayOf, daysBetween, endOfDay, partsOf } from "../../base/day.ts";
import type { CalendarDay } from "./calendar.ts";
import type { Pause } from "./pause.ts";
import { pauseAtClosing } from "./pause.ts";
import type { DueQuestion, Reached } from "./question.ts";
import type { Step } from "./step.ts";

export function dueInWorkingDays({ term, from, pauses, calendar }: DueQuestion): Reached {
  const received = dayOf(from);
  const steps: Step[] = [{ kind: "receivedOn", on: received }];
  let counted = 0;
  for (let on = addDays(received, 1); ; on = addDays(on, 1)) {
    const day = calendar.dayAt(on);
    if (day.off !== null) {
      steps.push({ kind: "dayOff", on, off: day.off });
      continue;
    }
    const closing = closingOf(day);
    const pause = pauseAtClosing(pauses, closing);
    if (pause?.to === null) return { pausedBy: pause, steps };
    if (pause !== null) {
      steps.push({ kind: "pausedDay", on, reason: pause.reason });
      continue;
    }
    counted += 1;
    steps.push({ kind: "workingDay", on, number: counted, insteadOf: day.insteadOf });
    if (counted === term.count) return { at: closing, steps };
  }
}

export function dueInCalendarDays(question: DueQuestion): Reached {
  const received = dayOf(question.from);
  const steps: Step[] = [{ kind: "receivedOn", on: received }];
  let days = question.term.count;
  if (question.term.unit === "months") {
    const on = addMonths(received, question.term.count);
    days = daysBetween(received, on);
    steps.push({ kind: "months", months: question.term.count, on, shortened: partsOf(on).dayOfMonth !== partsOf(received).dayOfMonth });
  }
  const counted = countDays(question, received, days);
  const inMonths = question.term.unit === "months";
  // A month is told by its date; its days are only told where pauses moved it.
  steps.push(...counted.steps.filter(({ kind }) => !inMonths || kind !== "calendarDays"));
  if ("pausedBy" in counted) return { pausedBy: counted.pausedBy, steps };
  if (question.term.rollOver === false) return { at: endOfDay(counted.last), steps };
  return rollOver(question, counted.last, steps);
}

type Counted = { readonly steps: readonly Step[] } & ({ readonly last: Day } | { readonly pausedBy: Pause });

function countDays({ pauses }: DueQuestion, received: Day, days: number): Counted {
  const steps: Step[] = [];
  let counted = 0;
  for (let on = addDays(received, 1); ; on = addDays(on, 1)) {
    const pause = pauseAtClosing(pauses, endOfDay(on));
    if (pause?.to === null) return { pausedBy: pause, steps };
    if (pause !== null) {
      steps.push({ kind: "pausedDay", on, reason: pause.reason });
      continue;
    }
    counted += 1;
    const run = steps.at(-1);
    if (run?.kind === "calendarDays") steps[steps.length - 1] = { ...run, to: on, days: run.days + 1 };
    else steps.push({ kind: "calendarDays", from: on, to: on, days: 1 });
    if (counted === days) return { last: on, steps };
  }
}

function rollOver({ pauses, calendar }: DueQuestion, last: Day, steps: Step[]): Reached {
  for (let on = last; ; on = addDays(on, 1)) {
    const { off } = calendar.dayAt(on);
    if (off !== null) {
      steps.push({ kind: "dayOff", on, off });
      continue;
    }
    const pause = on === last ? null : pauseAtClosing(pauses, endOfDay(on));
    if (pause?.to === null) return { pausedBy: pause, steps };
    if (pause !== null) {
      steps.push({ kind: "pausedDay", on, reason: pause.reason });
      continue;
    }
    if (on !== last) steps.push({ kind: "rolledOver", from: last, to: on });
    return { at: endOfDay(on), steps };
  }
}

function closingOf({ day, office }: CalendarDay): Date {
  const last = office.at(-1);
  if (last === undefined) throw new RangeError(`A working day without office hours: ${day}`);
  return last.to;
}
