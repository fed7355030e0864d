import { formatTime } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import { may } from "../../../kernel/actor.ts";
import { Problem, unlessChanged } from "../../../kernel/problem.ts";
import type { Read } from "../../../kernel/record.ts";
import { newReference } from "../../../kernel/reference.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { type Answer, get, officePage, pdf, post, type Route, seeOther } from "../../../web/route.ts";
import { postName } from "../../../web/views/post.ts";
import { listProcedures } from "../../procedures/index.ts";
import { ticketPaper } from "../documents.ts";
import { parseCheckIn, parseFinish, parseStep, parseTaking } from "../forms.ts";
import { showNumber } from "../line.ts";
import { paths } from "../paths.ts";
import { findAppointment, listAppointments } from "../queries/appointments.ts";
import { figuresOfDay, findAtDesk, findTicket, listInState, type Ticket } from "../queries/tickets.ts";
import { callNext, lineOfToday, stepTicket } from "../service/calling.ts";
import { desksOn, waitingNow } from "../service/desks.ts";
import { checkIn, takeTicket } from "../service/tickets.ts";
import { lineTexts as t, ticketTexts } from "../texts/office.ts";
import { DeskPage, type ExpectedRow, LinePage } from "../views/line.tsx";
import { kioskCookieFor } from "./door.tsx";

const shownAtMost = 50;

/** The officers' side of the line. */
export const lineRoutes: readonly Route[] = [
  get(paths.line(), "counter.receive", async ({ tx, query, lang }) => await linePage(tx, lang, Number(query["so"] ?? 0))),
  post(paths.newTicket(), "counter.receive", async ({ tx, body }) => {
    const form = parseTaking(body, ["said"]);
    if (!form.ok) throw new Problem("invalid");
    const { ref, priority } = form.value;
    const { number } = await takeTicket(tx, placeOf(tx.actor), { ref, priority: priority.length > 0 });
    return seeOther(`${paths.line()}?so=${number}`);
  }),
  get("/can-bo/hang-cho/phieu/:file", "counter.receive", async ({ tx, params }) => {
    const number = params.file.match(/^(\d{1,6})\.pdf$/)?.[1];
    const ticket = number === undefined ? null : await findTicket(tx, lineOfToday(tx), Number(number));
    if (!ticket) throw new Problem("notFound");
    return pdf(await printed(tx, ticket), `so-${showNumber(ticket.number)}.pdf`);
  }),
  post(paths.checkIn(), "counter.receive", async ({ tx, body }) => {
    const form = parseCheckIn(body);
    const place = placeOf(tx.actor);
    const appointment = form.ok && "ref" in form.value.who ? await findAppointment(tx, place, form.value.who.ref) : null;
    if (!appointment) throw new Problem("notFound");
    return seeOther(`${paths.line()}?so=${(await checkIn(tx, place, appointment)).number}`);
  }),
  post(paths.openKiosk(), "counter.receive", async ({ tx }) => seeOther(paths.kiosk(), [kioskCookieFor(tx, placeOf(tx.actor))])),

  get("/can-bo/hang-cho/:desk", "counter.receive", async ({ tx, params, query, lang }) => await deskPage(tx, readDesk(params.desk), { lang, changed: query["doi"] === "1" })),
  post("/can-bo/hang-cho/:desk/luot-goi", "counter.receive", async ({ tx, params, body }) => {
    const desk = readDesk(params.desk);
    return backTo(desk, await unlessChanged(callNext(tx, desk, parseFinish(body))));
  }),
  post("/can-bo/hang-cho/:desk/buoc", "counter.receive", async ({ tx, params, body }) => {
    const desk = readDesk(params.desk);
    const form = parseStep(body);
    if (!form.ok) throw new Problem("invalid");
    return backTo(desk, await unlessChanged(stepTicket(tx, desk, form.value)));
  }),
];

/** Back to the desk, which shows how it stands now; with a word when the button came too late. */
function backTo(desk: number, done: boolean): Answer {
  return seeOther(done ? paths.desk(desk) : `${paths.desk(desk)}?doi=1`);
}

/** @throws Problem("notFound") for what is no number of a desk */
function readDesk(text: string): number {
  if (!/^\d{1,2}$/.test(text)) throw new Problem("notFound");
  return Number(text);
}

async function linePage(tx: Tx, lang: Lang, given: number): Promise<Answer> {
  const place = placeOf(tx.actor);
  const line = lineOfToday(tx);
  const { day } = line;
  const unit = tx.house.units.getUnit(place.communeId);
  const desks = await desksOn(tx, place.communeId, day);
  const appointments = await listAppointments(tx, place, { day, after: null, size: shownAtMost + 1 });
  const names = new Map(listProcedures(tx.house.procedures, day).map(({ code, name }) => [code, name[lang]]));
  const expected: ExpectedRow[] = appointments.slice(0, shownAtMost).map((one) => ({
    ...one,
    desk: one.deskNumber,
    who: [one.calledBy ?? t.anonymous[lang], one.phoneLast4 && t.ending[lang](one.phoneLast4)].filter(Boolean).join(" "),
    what: names.get(one.procedureCode) ?? one.procedureCode,
  }));
  const reads: Read[] = expected.length > 0 ? [{ ...place, regime: "counter", subject: `appointments:${day}`, purpose: t.readPurpose.vi }] : [];
  const page = (
    <LinePage
      lang={lang}
      desks={desks}
      waiting={await waitingNow(tx, place.communeId)}
      figures={await figuresOfDay(tx, line)}
      expected={expected}
      more={appointments.length > shownAtMost}
      screenHref={paths.screen(unit.code)}
      mayWriteDesks={may(tx.actor, "counter.assign", place)}
      given={given > 0 && (await findTicket(tx, line, given)) ? given : null}
      refs={{ ordinary: newReference(), priority: newReference() }}
    />
  );
  return officePage(page, { title: t.title[lang], reads });
}

async function deskPage(tx: Tx, number: number, { lang, changed }: { readonly lang: Lang; readonly changed: boolean }): Promise<Answer> {
  const line = lineOfToday(tx);
  const desk = (await desksOn(tx, line.communeId, line.day)).find((one) => one.number === number);
  if (!desk) throw new Problem("notFound");
  const page = (
    <DeskPage
      lang={lang}
      desk={desk}
      current={await findAtDesk(tx, line, number)}
      waiting={await listInState(tx, line, { state: "waiting", size: shownAtMost })}
      absent={await listInState(tx, line, { state: "noShow", size: shownAtMost })}
      count={await waitingNow(tx, line.communeId)}
      changed={changed}
    />
  );
  return officePage(page, { title: t.deskName[lang](desk.number, desk.name) });
}

async function printed(tx: Tx, { communeId, number, ref, lane, issuedAt, readyAt }: Ticket): Promise<Uint8Array> {
  const words = { ordinary: ticketTexts.ordinary.vi, priority: ticketTexts.priority.vi, appointment: ticketTexts.appointment.vi(formatTime(readyAt)) };
  const { publicUrl, demo, units } = tx.house;
  const { template, data } = ticketPaper({
    agency: postName(units.getUnit(communeId), "vi"),
    number,
    ref,
    lane: words[lane],
    issuedAt,
    time: formatTime(issuedAt),
    publicUrl,
    demo,
  });
  return await tx.house.typesetter.typeset(template, data);
}
