import { formatDate, formatMinutes, formatMoment, formatTime, formatWeekday } from "../../base/day/format.ts";
import { dayOf, weekdayOf } from "../../base/day.ts";
import type { Lang } from "../../base/lang.ts";
import { type Procedure, stayToldBy } from "../procedures/index.ts";
import { nightTexts as t } from "./texts/night.ts";

/** When a guest came and when that was told. */
export type Telling = { readonly arrivedAt: Date; readonly toldAt: Date };

/** A telling measured by the law: told before `dueAt` is in time. */
export type Judged = Telling & { readonly dueAt: Date; readonly inTime: boolean };

/** @throws RangeError when the procedure has no rule for the night, which is a fault of the data */
export function judge(procedure: Procedure, telling: Telling): Judged {
  const dueAt = stayToldBy(procedure, telling.arrivedAt);
  if (dueAt === null) throw new RangeError(`${procedure.code} has no rule for the night`);
  return measured({ ...telling, dueAt });
}

/** What an entry was measured by stays with it, whatever the law says later. */
export function measured(kept: Telling & { readonly dueAt: Date }): Judged {
  return { ...kept, inTime: kept.toldAt < kept.dueAt };
}

/** The arithmetic in plain sentences: when the guest came, by when it was to be told, when it was told and how that stands. */
export function explain({ arrivedAt, toldAt, dueAt, inTime }: Judged, lang: Lang): readonly string[] {
  const due = moment(dueAt, lang);
  // Told by on the day of arrival: the guest came before the hour of the night.
  const rule = dayOf(dueAt) === dayOf(arrivedAt) ? t.sameDay[lang](due) : t.nextMorning[lang](due);
  // A telling at the very minute of the deadline is late by less than a minute; it is called one.
  const late = Math.max(1, Math.floor((toldAt.getTime() - dueAt.getTime()) / 60_000));
  return [t.arrived[lang](moment(arrivedAt, lang)), rule, inTime ? t.inTime[lang](moment(toldAt, lang)) : t.late[lang](moment(toldAt, lang), formatMinutes(late, lang))];
}

/** "22:40, Tuesday 24/11/2026" */
export function moment(instant: Date, lang: Lang): string {
  if (lang === "en") return formatMoment(instant, lang);
  const day = dayOf(instant);
  return `${formatTime(instant)}, ${formatWeekday(weekdayOf(day), lang)} ${formatDate(day, lang)}`;
}
