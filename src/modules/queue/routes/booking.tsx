import { formatDay, formatTime } from "../../../base/day/format.ts";
import { type Day, dayOf, findDay } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Place } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/problem.ts";
import { newReference, readReference, showReference } from "../../../kernel/reference.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { postCookie } from "../../../web/answer.ts";
import { refuse, typedOf } from "../../../web/form.ts";
import { type Answer, type Asked, download, get, post, type Route, residentPage, seeOther } from "../../../web/route.ts";
import type { SummaryRow } from "../../../web/views/parts.tsx";
import { chosenPost, type Post, postAt } from "../../../web/views/post.ts";
import { QrImage } from "../../../web/views/qr.tsx";
import { listProcedures, procedurePaths } from "../../procedures/index.ts";
import { calendarFile } from "../calendar-file.ts";
import { type Chosen, parseChosen, parseFind, parsePerson, readTime } from "../forms.ts";
import { paths } from "../paths.ts";
import { type Appointment, openAppointment } from "../queries/appointments.ts";
import { book, cancelAppointment, freeDays, perPhoneADay } from "../service/booking.ts";
import type { Slot } from "../slots.ts";
import { bookingTexts as t, tooManyOfPhone } from "../texts/resident.ts";
import { AppointmentPage, BookingPage, ChoosePage, type Filled, fresh, NoAppointmentPage, type Option, PersonPage, TakenPage } from "../views/booking.tsx";

type Asking = Pick<Asked, "tx" | "cookies" | "lang">;

/** Asking for a time, without an account and without a script. */
export const bookingRoutes: readonly Route[] = [
  get(paths.booking(), "anybody", async (asked) => await stepPage(asked, asked.query)),
  post(
    paths.booking(),
    "anybody",
    async (asked) => {
      const { tx, body } = asked;
      if (typedOf(body)["step"] === "find") {
        const form = parseFind(body);
        return form.ok ? seeOther(paths.appointment(form.value.ref)) : await procedurePage(asked, form, 422);
      }
      const chosen = parseChosen(body);
      const startsAt = chosen && readTime(chosen.day, chosen.time);
      if (!chosen || !startsAt) throw new Problem("invalid");
      const form = parsePerson(body);
      if (!form.ok) return await personPage(asked, chosen, form, 422);
      const where = postOfCode(asked, chosen.post);
      const done = await book(tx, placeOfPost(where), { ref: chosen.ref, procedureCode: chosen.procedure, startsAt, ...form.value });
      if (done.kind === "booked") return seeOther(paths.appointment(done.ref));
      if (done.kind === "tooManyOfPhone") return await personPage(asked, chosen, refuse(body, { phone: tooManyOfPhone(perPhoneADay) }), 422);
      const near = done.near.map((slot) => optionOf(slot, chosen, asked.lang));
      return residentPage(<TakenPage lang={asked.lang} near={near} otherDay={paths.days(chosen.procedure)} />, { title: t.taken[asked.lang], status: 409 });
    },
    { perMinute: 10 },
  ),
  get("/dat-hen/:ref", "anybody", async (asked) => appointmentPage(asked, await findOpened(asked.tx, asked.params.ref)), { perMinute: 30 }),
  get("/dat-hen/:ref/lich.ics", "anybody", async ({ tx, params, lang }) => {
    const appointment = await findOpened(tx, params.ref);
    if (!appointment || appointment.cancelledAt) throw new Problem("notFound");
    return download(fileOf(tx, appointment, lang), { type: "text/calendar; charset=utf-8", name: "lich-hen.ics" });
  }),
  post(
    "/dat-hen/:ref/huy",
    "anybody",
    async ({ tx, params }) => {
      const ref = readReference(params.ref);
      if (ref === null) throw new Problem("notFound");
      await cancelAppointment(tx, ref);
      return seeOther(paths.appointment(ref));
    },
    { perMinute: 20 },
  ),
];

/** The first question that the address leaves open. */
async function stepPage(asked: Asked, query: Asked["query"]): Promise<Answer> {
  const { tx, lang } = asked;
  const procedure = procedureOfCode(tx, query["thu-tuc"]);
  if (!procedure) return await procedurePage(asked, fresh);
  const days = await freeDays(tx, placeOfPost(postAsked(asked)));
  const day = findDay(query["ngay"] ?? "");
  const slots = day && days.get(day);
  const choice = { procedure: procedure.code, lang };
  const chosenSoFar = [{ term: t.procedure[lang], detail: procedure.name[lang], changeHref: paths.booking() }];
  if (!day || !slots) return choosePage(asked, { title: t.stepDay[lang], chosen: chosenSoFar, options: dayOptions(days, choice) });
  const startsAt = readTime(day, query["gio"]);
  const slot = startsAt && slots.find((one) => one.startsAt.getTime() === startsAt.getTime());
  const withDay = [...chosenSoFar, { term: t.day[lang], detail: formatDay(day, lang), changeHref: paths.days(procedure.code) }];
  if (!slot) {
    const options = slots.map((one) => optionOf(one, { procedure: procedure.code, day }, lang));
    return choosePage(asked, { title: t.stepTime[lang](formatDay(day, lang)), chosen: withDay, options });
  }
  const { code } = postAsked(asked).unit;
  return await personPage(asked, { ref: newReference(), post: code, procedure: procedure.code, day, time: query["gio"] ?? "" }, fresh);
}

function dayOptions(days: ReadonlyMap<Day, readonly Slot[]>, { procedure, lang }: { readonly procedure: string; readonly lang: Lang }): Option[] {
  if ([...days.values()].every((slots) => slots.length === 0)) return [];
  return [...days].map(([day, slots]) => {
    const free = slots.reduce((sum, slot) => sum + slot.free.length, 0);
    return { href: free > 0 ? paths.slots(procedure, day) : null, text: formatDay(day, lang), note: free > 0 ? t.free[lang](free) : t.full[lang] };
  });
}

function optionOf({ startsAt, free }: Slot, { procedure, day }: Pick<Chosen, "procedure" | "day">, lang: Lang): Option {
  const time = formatTime(startsAt);
  return { href: paths.slot(procedure, day, time.replace(":", "")), text: time, note: t.free[lang](free.length) };
}

async function procedurePage(asked: Asking, find: Filled, status = 200): Promise<Answer> {
  const { tx, lang } = asked;
  const options = listProcedures(tx.house.procedures, dayOf(tx.now)).map(({ code, name, purpose }) => ({ href: paths.days(code), text: name[lang], note: purpose[lang] }));
  const lead = `${t.lead[lang]} ${t.where[lang](postAsked(asked).name)}`;
  const page = <BookingPage lang={lang} title={t.stepProcedure[lang]} lead={lead} chosen={[]} options={options} find={find} />;
  return residentPage(page, { title: t.title[lang], status, ...(status === 200 ? { description: t.lead[lang] } : {}) });
}

function choosePage(asked: Asking, given: { readonly title: string; readonly chosen: readonly SummaryRow[]; readonly options: readonly Option[] }): Answer {
  const { lang } = asked;
  return residentPage(<ChoosePage lang={lang} lead={t.where[lang](postAsked(asked).name)} {...given} />, { title: given.title });
}

async function personPage(asked: Asking, chosen: Chosen, filled: Filled, status = 200): Promise<Answer> {
  const { tx, lang } = asked;
  const { procedure, day, time } = chosen;
  const rows = [
    { term: t.procedure[lang], detail: procedureOfCode(tx, procedure)?.name[lang] ?? procedure, changeHref: paths.booking() },
    { term: t.day[lang], detail: formatDay(day, lang), changeHref: paths.days(procedure) },
    { term: t.time[lang], detail: `${time.slice(0, 2)}:${time.slice(2)}`, changeHref: paths.slots(procedure, day) },
    { term: t.at[lang], detail: postOfCode(asked, chosen.post).name },
  ];
  return residentPage(<PersonPage lang={lang} chosen={rows} hidden={{ ...chosen }} filled={filled} />, { title: t.stepPerson[lang], status });
}

function appointmentPage({ tx, lang }: Asking, appointment: Appointment | null): Answer {
  if (!appointment) return residentPage(<NoAppointmentPage lang={lang} />, { title: t.notFound[lang], status: 404 });
  const { ref, startsAt, day, cancelledAt, calledBy, phoneLast4 } = appointment;
  const { name, profile } = postAt(tx.house, appointment.communeId, lang);
  const state = cancelledAt ? "cancelled" : startsAt <= tx.now ? "over" : "coming";
  const facts: (SummaryRow | null)[] = [
    { term: t.time[lang], detail: `${formatTime(startsAt)}, ${formatDay(day, lang)}` },
    { term: t.at[lang], detail: profile.address ? `${name}, ${profile.address}` : name },
    { term: t.procedure[lang], detail: procedureOfCode(tx, appointment.procedureCode)?.name[lang] ?? appointment.procedureCode },
    calledBy ? { term: t.name[lang], detail: calledBy } : null,
    phoneLast4 ? { term: t.phoneEnd[lang], detail: t.ending[lang](phoneLast4) } : null,
    { term: t.reference[lang], detail: <span class="code">{showReference(ref)}</span> },
  ];
  const page = (
    <AppointmentPage
      lang={lang}
      state={state}
      facts={facts.filter((row) => row !== null)}
      code={state === "coming" && <QrImage text={`${tx.house.publicUrl}${paths.appointment(ref)}`} caption={t.qr[lang]} lang={lang} />}
      fileHref={paths.appointmentFile(ref)}
      bringHref={procedurePaths.procedure(appointment.procedureCode)}
      cancelAction={paths.cancellation(ref)}
    />
  );
  return residentPage(page, { title: t.booked[lang] });
}

function fileOf(tx: Tx, appointment: Appointment, lang: Lang): Buffer {
  const { ref, communeId, startsAt, endsAt, procedureCode } = appointment;
  const { name, profile } = postAt(tx.house, communeId, lang);
  const { publicUrl } = tx.house;
  return calendarFile({
    uid: `${ref}@${new URL(publicUrl).hostname}`,
    summary: t.fileSummary[lang](name),
    description: [procedureOfCode(tx, procedureCode)?.name[lang] ?? procedureCode, t.fileReference[lang](showReference(ref))].join("\n"),
    location: profile.address,
    url: `${publicUrl}${paths.appointment(ref)}`,
    startsAt,
    endsAt,
    madeAt: tx.now,
  });
}

async function findOpened(tx: Tx, typed: string): Promise<Appointment | null> {
  const ref = readReference(typed);
  return ref === null ? null : await openAppointment(tx, ref);
}

function procedureOfCode(tx: Tx, code: string | undefined) {
  return listProcedures(tx.house.procedures, dayOf(tx.now)).find((one) => one.code === code) ?? null;
}

function postAsked({ tx, cookies, lang }: Asking): Post {
  return chosenPost(tx.house, { code: cookies[postCookie], today: dayOf(tx.now), lang });
}

/** The post of the form, whatever was chosen meanwhile in another window. @throws Problem("invalid") when there is none such */
function postOfCode({ tx, lang }: Asking, code: string): Post {
  const found = chosenPost(tx.house, { code, today: dayOf(tx.now), lang });
  if (found.unit.code !== code) throw new Problem("invalid");
  return found;
}

const placeOfPost = ({ unit }: Post): Place => ({ communeId: unit.id, provinceId: unit.provinceId ?? 0 });
