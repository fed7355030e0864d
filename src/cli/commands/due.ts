import { join } from "node:path";
import { formatMoment } from "../../base/day/format.ts";
import { zone } from "../../base/day.ts";
import { type CalendarLaw, MissingYear, type Post, workCalendar } from "../../kernel/clock/calendar.ts";
import { holidayLaw, officeHoursLaw } from "../../kernel/clock/calendar-law.ts";
import { describeSteps } from "../../kernel/clock/describe.ts";
import { type Due, dueAt } from "../../kernel/clock/due.ts";
import { formatTerm, parseTerm, type Term } from "../../kernel/clock/term.ts";
import { LawBroken, loadLaw } from "../../kernel/law/load.ts";
import { LawGap } from "../../kernel/law/table.ts";
import { type Call, type ExitCode, Failure, show } from "../io.ts";
import { texts } from "../texts.ts";

export type DueArguments = { readonly term: string; readonly from: string; readonly post: string | undefined };

/** `due`: when a term ends, and how that comes about. Needs the law data and no database. */
export async function explainDue(call: Call, given: DueArguments): Promise<ExitCode> {
  const term = readTerm(given.term);
  const from = readInstant(given.from);
  const law = await readLaw(call);
  const calendar = workCalendar(law, readPost(law, given.post));
  const due = reckon(() => dueAt({ term, from, pauses: [], calendar }));
  const explanation = describeSteps(due.steps, call.lang);
  const value = { term: given.term, from: inVietnam(from), dueAt: due.dueAt && inVietnam(due.dueAt), dueOn: due.dueOn, steps: due.steps, explanation };
  const ends = due.dueAt ? [`${texts.due.ends[call.lang]} ${formatMoment(due.dueAt, call.lang)}`, `dueAt ${inVietnam(due.dueAt)}`, `dueOn ${due.dueOn}`] : [];
  show(call, value, [`${texts.due.term[call.lang]} ${formatTerm(term, call.lang)}`, ...explanation.map((line) => `  ${line}`), ...ends]);
  return 0;
}

function readTerm(text: string): Term {
  try {
    return parseTerm(text);
  } catch {
    throw new Failure(2, "unreadableTerm", texts.errors.unreadableTerm(text));
  }
}

function readInstant(text: string): Date {
  const wrong = new Failure(2, "unreadableInstant", texts.errors.unreadableInstant(text));
  // A time zone in brackets could contradict the offset; nobody needs one here.
  if (!/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d(:?\d\d)?)$/.test(text)) throw wrong;
  try {
    return new Date(Temporal.Instant.from(text).epochMilliseconds);
  } catch {
    throw wrong;
  }
}

async function readLaw(call: Call): Promise<CalendarLaw> {
  try {
    return await loadLaw(join(call.root, "db/law"), { holidays: holidayLaw, officeHours: officeHoursLaw });
  } catch (error) {
    if (!(error instanceof LawBroken)) throw error;
    const lines = error.findings.map(({ file, line, column, message }) => ({ vi: `${file}:${line}:${column} ${message.vi}`, en: `${file}:${line}:${column} ${message.en}` }));
    throw new Failure(1, "lawBroken", texts.errors.lawBroken, { lines });
  }
}

/** The post whose hours count. A commune's code alone does not tell its province, which matters once a province has hours of its own. */
function readPost(law: CalendarLaw, text: string | undefined): Post {
  if (text === undefined) return { provinceCode: "", communeCode: "" };
  const [, provinceCode, communeCode = ""] = /^(?:(\d{2})\/)?(\d{5})$/.exec(text) ?? [];
  if (communeCode === "") throw new Failure(2, "unreadablePost", texts.errors.unreadablePost(text));
  if (provinceCode !== undefined) return { provinceCode, communeCode };
  const places = law.officeHours.rows.map(({ place }) => place);
  const province = places.find((place) => place.endsWith(`/${communeCode}`))?.slice(0, 2);
  if (province === undefined && places.some((place) => /^\d{2}$/.test(place))) throw new Failure(2, "provinceNeeded", texts.errors.provinceNeeded(communeCode));
  return { provinceCode: province ?? "", communeCode };
}

function reckon(work: () => Due): Due {
  try {
    return work();
  } catch (error) {
    if (error instanceof MissingYear) throw new Failure(1, "yearNotCovered", texts.errors.yearNotCovered(error.year));
    if (error instanceof LawGap) throw new Failure(1, "yearNotCovered", texts.errors.hoursNotCovered(error.day));
    if (error instanceof RangeError) throw new Failure(1, "outOfRange", texts.errors.outOfRange);
    throw error;
  }
}

function inVietnam(instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toString({ timeZone: zone });
}
