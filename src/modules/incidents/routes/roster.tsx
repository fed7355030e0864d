import { formatDay } from "../../../base/day/format.ts";
import { addDays, type Day, dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { may } from "../../../kernel/actor.ts";
import { listHolders } from "../../../kernel/officers.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { type FieldErrors, readDay, refuse, type Typed, typedOf, typedText } from "../../../web/form.ts";
import { type Answer, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { parseCopy, parseShift, parseTakingOff } from "../forms/roster.ts";
import { paths } from "../paths.ts";
import { type Duty, listDuty } from "../queries/roster.ts";
import { addShift, type Copied, copyWeek, daysOfWeek, removeShift } from "../service/roster.ts";
import { officeTexts } from "../texts/office.ts";
import { rosterTexts as t } from "../texts/roster.ts";
import { RosterPage } from "../views/roster.tsx";
import { statusOf } from "./shown.ts";

type Showing = { readonly from: Day; readonly errors?: FieldErrors; readonly typed?: Typed; readonly done?: Copied };

/** Who is on duty, seven days at a time, and a week copied onto the next ones. */
export const rosterRoutes: readonly Route[] = [
  get("/can-bo/vu-viec/lich-truc", "incidents.read", async ({ tx, query, lang }) => await rosterPage(tx, lang, { from: dayAsked(query["tu"], tx.now) })),

  post("/can-bo/vu-viec/lich-truc", "incidents.assign", async ({ tx, body, lang }) => {
    const from = fromOf(tx, body);
    const officers = (await listHolders(tx, "incidents.process")).map(({ id }) => id);
    const form = parseShift(body, { days: daysFrom(from), officers });
    if (!form.ok) return await rosterPage(tx, lang, { from, ...form });
    if (await addShift(tx, form.value)) return seeOther(paths.rosterFrom(from));
    return await rosterPage(tx, lang, { from, ...refuse(body, { officer: t.standsAlready }) });
  }),

  post("/can-bo/vu-viec/lich-truc/bo", "incidents.assign", async ({ tx, body, lang }) => {
    const from = fromOf(tx, body);
    const form = parseTakingOff(body, daysFrom(from));
    if (!form.ok) return await rosterPage(tx, lang, { from, ...form });
    await removeShift(tx, form.value);
    return seeOther(paths.rosterFrom(from));
  }),

  post("/can-bo/vu-viec/lich-truc/chep", "incidents.assign", async ({ tx, body, lang }) => {
    const from = fromOf(tx, body);
    const form = parseCopy(body);
    if (!form.ok) return await rosterPage(tx, lang, { from, ...form });
    return await rosterPage(tx, lang, { from, done: await copyWeek(tx, { from, weeks: form.value.weeks }) });
  }),
];

/** So far back and ahead the roster is leafed through. */
const farthest = 400;

/** The day from which a week is shown: today unless another one near is asked for. */
function dayAsked(typed: string | undefined, now: Date): Day {
  const today = dayOf(now);
  const day = readDay(typed ?? "");
  return day !== null && day > addDays(today, -farthest) && day < addDays(today, farthest) ? day : today;
}

const fromOf = (tx: Tx, body: unknown): Day => dayAsked(typedText(typedOf(body), "from"), tx.now);
const daysFrom = (from: Day): readonly Day[] => Array.from({ length: daysOfWeek }, (_, i) => addDays(from, i));
const hoursOf = ({ starts, ends }: Duty, lang: Lang): string => (ends <= starts ? t.hoursOver : t.hours)[lang](starts, ends);

async function rosterPage(tx: Tx, lang: Lang, { from, errors = {}, typed = {}, done }: Showing): Promise<Answer> {
  const place = placeOf(tx.actor);
  const duty = await listDuty(tx, place.communeId, { from, to: addDays(from, daysOfWeek - 1) });
  const nameOf = ({ officerName }: Duty): string => officerName ?? officeTexts.system[lang];
  const days = daysFrom(from).map((day) => ({
    day,
    shown: formatDay(day, lang),
    shifts: duty.filter(({ dutyOn }) => dutyOn === day).map((one) => ({ officerId: one.officerId, name: nameOf(one), starts: one.starts, hours: hoursOf(one, lang) })),
  }));
  const copied = done && {
    title: t.copied[lang](done.copied),
    leftOut: done.leftOut.map((one) => `${formatDay(one.dutyOn, lang)}, ${hoursOf(one, lang)}: ${nameOf(one)} ${t[one.why][lang]}`),
  };
  const props = {
    ...{ lang, from, days, errors, typed },
    officers: await listHolders(tx, "incidents.process"),
    mayChange: may(tx.actor, "incidents.assign", place),
    earlier: paths.rosterFrom(addDays(from, -daysOfWeek)),
    later: paths.rosterFrom(addDays(from, daysOfWeek)),
    copied: copied ?? null,
  };
  return officePage(<RosterPage {...props} />, { title: t.title[lang], status: statusOf(errors) });
}
