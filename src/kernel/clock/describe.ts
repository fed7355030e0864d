import { formatDate, formatMinutes, formatShortDay, formatTime, formatWeekday } from "../../base/day/format.ts";
import type { Day } from "../../base/day.ts";
import { addDays, dayOf, partsOf, weekdayOf } from "../../base/day.ts";
import type { Bilingual, Lang } from "../../base/lang.ts";
import type { DayOff } from "./calendar.ts";
import type { Step } from "./step.ts";
import { texts } from "./texts.ts";

type Told = Extract<Step, { on: Day }>["kind"];
type Group = [Step, ...Step[]];

/**
 * The steps in plain sentences, one line each; days that belong together share a line. `what` names the thing received, in the
 * middle of a sentence; without it, the file.
 */
export function describeSteps(steps: readonly Step[], lang: Lang, what: Bilingual = texts.file): string[] {
  const teller = tellerFrom(steps, lang);
  let before: Day | null = null;
  return grouped(steps).map((group) => {
    const line = capitalised(lineOf(group, teller, before, what[lang]));
    before = lastDayOf(group) ?? before;
    return line;
  });
}

type Teller = {
  readonly lang: Lang;
  /** Weekday and date; the year only where it is not that of the first step. */
  readonly day: (day: Day) => string;
  readonly moment: (instant: string) => string;
};

function tellerFrom(steps: readonly Step[], lang: Lang): Teller {
  const first = steps.map((step) => lastDayOf([step])).find((day) => day !== null);
  const year = first === undefined ? null : partsOf(first).year;
  const day = (on: Day): string => {
    const date = partsOf(on).year === year ? formatShortDay(on, lang) : formatDate(on, lang);
    return `${formatWeekday(weekdayOf(on), lang)} ${date}`;
  };
  return { lang, day, moment: (instant) => `${day(dayOf(new Date(instant)))}, ${formatTime(new Date(instant))}` };
}

function grouped(steps: readonly Step[]): Group[] {
  const groups: Group[] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last !== undefined && belongsTo(last, step)) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

function belongsTo(group: Group, step: Step): boolean {
  const last = group.at(-1);
  if (last === undefined || !("on" in step) || !("on" in last) || addDays(last.on, 1) !== step.on) return false;
  const together: readonly Told[] = ["dayOff", "pausedDay", "workingDay"];
  return together.includes(step.kind) && sense(last) === sense(step);
}

/** What two neighbouring days must share to be told in one line. */
function sense(step: Step): string {
  if (step.kind === "dayOff") return JSON.stringify(step.off);
  return step.kind === "pausedDay" ? step.reason : step.kind;
}

function lineOf(group: Group, teller: Teller, before: Day | null, what: string): string {
  const [step] = group;
  const say = texts.steps;
  const { lang, day, moment } = teller;
  switch (step.kind) {
    case "receivedOn":
      return say.receivedDay[lang](what, day(step.on));
    case "receivedAt":
      return say.receivedMoment[lang](what, day(dayOf(new Date(step.at))), formatTime(new Date(step.at)));
    case "startsLater":
      return say.startsLater[lang](day(dayOf(new Date(step.at))), formatTime(new Date(step.at)));
    case "dayOff":
      return `${daysOff(group, teller, before)}: ${reasonOf(step.off, lang)}`;
    case "pausedDay":
      return `${run(group, teller)}: ${say.paused[lang](step.reason)}`;
    case "workingDay":
      return group.map((one) => workingDay(one, teller)).join(texts.between);
    case "halfDay":
      return say.halfDay[lang](formatMinutes(step.partMinutes, lang), formatMinutes(step.fullMinutes, lang));
    case "worked":
      return say.worked[lang](moment(step.from), formatTime(new Date(step.to)), spanOf(step, lang));
    case "ran":
      return say.ran[lang](moment(step.from), moment(step.to), spanOf(step, lang));
    case "pausedTime":
      return `${say.until[lang](moment(step.from), moment(step.to))}: ${say.paused[lang](step.reason)}`;
    case "extended":
      return say.extended[lang](moment(step.dueAt), step.reason);
    case "addedAfter":
      return say.addedAfter[lang](day(step.on));
    case "addedFrom":
      return say.addedFrom[lang](moment(step.at));
    case "calendarDays":
      return step.days === 1 ? say.oneCalendarDay[lang](day(step.to)) : say.calendarDays[lang](day(step.from), day(step.to), step.days);
    case "months":
      return `${say.months[lang](day(step.on), step.months)}${step.shortened ? say.shortMonth[lang] : ""}`;
    case "rolledOver":
      return say.rolledOver[lang](day(step.to));
    case "pausedNow":
      return say.pausedNow[lang](moment(step.since), step.reason);
  }
}

function workingDay(step: Step, { lang, day }: Teller): string {
  if (step.kind !== "workingDay") return "";
  const count = texts.steps[step.number === 1 ? "firstWorkingDay" : "workingDay"][lang](step.number);
  const told = step.insteadOf === null ? count : texts.steps.workedInstead[lang](count, day(step.insteadOf));
  return `${day(step.on)}: ${told}`;
}

function daysOff(group: Group, teller: Teller, before: Day | null): string {
  const days = daysIn(group);
  const weekend = group.every((step) => step.kind === "dayOff" && step.off.why === "weekend");
  // The weekend after a day just named needs no month: it is told by its weekday.
  const sameMonth = before !== null && days.every((on) => on.slice(0, 7) === before.slice(0, 7));
  if (!weekend || !sameMonth) return run(group, teller);
  return days.map((on) => `${formatWeekday(weekdayOf(on), teller.lang)} ${partsOf(on).dayOfMonth}`).join(", ");
}

function run(group: Group, { lang, day }: Teller): string {
  const days = daysIn(group);
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return "";
  return days.length > 2 ? texts.steps.until[lang](day(first), day(last)) : days.map(day).join(", ");
}

function reasonOf(off: DayOff, lang: Lang): string {
  if (off.why === "weekend") return texts.steps.closed[lang];
  const reason = texts.steps[off.why][lang](off.name[lang]);
  return off.expected ? `${reason} ${texts.steps.expected[lang]}` : reason;
}

function spanOf({ from, to }: { from: string; to: string }, lang: Lang): string {
  const minutes = (new Date(to).getTime() - new Date(from).getTime()) / 60_000;
  return formatMinutes(minutes, lang);
}

function daysIn(group: Group): Day[] {
  return group.flatMap((step) => ("on" in step ? [step.on] : []));
}

function lastDayOf(group: Group): Day | null {
  const step = group.at(-1);
  if (step === undefined) return null;
  if ("on" in step) return step.on;
  if ("at" in step) return dayOf(new Date(step.at));
  return step.kind === "worked" || step.kind === "pausedTime" || step.kind === "ran" ? dayOf(new Date(step.to)) : null;
}

function capitalised(line: string): string {
  return line.charAt(0).toUpperCase() + line.slice(1);
}
