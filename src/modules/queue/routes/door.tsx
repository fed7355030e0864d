import { timingSafeEqual } from "node:crypto";
import { formatTime } from "../../../base/day/format.ts";
import { addDays, type Day, dayOf } from "../../../base/day.ts";
import type { Bilingual, Lang } from "../../../base/lang.ts";
import type { Place } from "../../../kernel/actor.ts";
import { listInForce } from "../../../kernel/law/table.ts";
import { Problem } from "../../../kernel/problem.ts";
import { newReference, readReference } from "../../../kernel/reference.ts";
import { showCommune, type Tx } from "../../../kernel/tx.ts";
import { refuse } from "../../../web/form.ts";
import { type Answer, type Asked, get, post, type Route, type SetCookie, screenPage, seeOther } from "../../../web/route.ts";
import { LinkButton } from "../../../web/views/button.tsx";
import { postAt } from "../../../web/views/post.ts";
import { QrImage } from "../../../web/views/qr.tsx";
import { type CheckIn, parseCheckIn, parseTaking } from "../forms.ts";
import type {} from "../house.ts";
import { showNumber } from "../line.ts";
import { paths } from "../paths.ts";
import { type Appointment, listToCheckIn, openAppointment } from "../queries/appointments.ts";
import { countBefore, openTicket, type Ticket } from "../queries/tickets.ts";
import { waitingNow } from "../service/desks.ts";
import { checkIn, isLineOpen, takeTicket } from "../service/tickets.ts";
import { bookingTexts, doorTexts as t } from "../texts/resident.ts";
import { DoorNotice, KioskPage, type KioskProps, TicketPage } from "../views/door.tsx";

const kioskCookie = "lay-so";
const kioskDays = 30;
const fresh: Pick<KioskProps, "typed" | "errors"> = { typed: {}, errors: {} };

/** The machine at the door. Only a device that an officer opened for it gives numbers; a ticket can be looked at from anywhere. */
export const doorRoutes: readonly Route[] = [
  get(paths.kiosk(), "anybody", async (asked) => await atKiosk(asked, (place) => kioskPage(asked, place, fresh))),
  post(
    paths.kiosk(),
    "anybody",
    async (asked) =>
      await atKiosk(asked, async (place) => {
        const form = parseTaking(
          asked.body,
          classesOn(asked.tx).map(({ id }) => id),
        );
        if (!form.ok) return await kioskPage(asked, place, form, 422);
        const { ref, priority } = form.value;
        return seeOther(paths.ticket((await takeTicket(asked.tx, place, { ref, priority: priority.length > 0 })).ref));
      }),
    { perMinute: 30 },
  ),
  post(
    paths.kioskCheckIn(),
    "anybody",
    async (asked) =>
      await atKiosk(asked, async (place) => {
        const form = parseCheckIn(asked.body);
        if (!form.ok) return await kioskPage(asked, place, form, 422);
        const found = await appointmentOf(asked.tx, place, form.value.who);
        if ("why" in found) return await kioskPage(asked, place, refuse(asked.body, { who: found.why }), 422);
        return seeOther(paths.ticket((await checkIn(asked.tx, place, found.appointment)).ref));
      }),
    { perMinute: 15 },
  ),
  get("/lay-so/:ref", "anybody", async (asked) => await ticketPage(asked, readReference(asked.params.ref)), { perMinute: 60 }),
];

type Asking = Pick<Asked, "tx" | "cookies" | "lang">;

async function atKiosk(asked: Asking, work: (place: Place) => Promise<Answer>): Promise<Answer> {
  const { tx, lang } = asked;
  const place = readKiosk(tx, asked.cookies[kioskCookie]);
  if (!place) {
    const away = (
      <DoorNotice title={t.notOpened[lang]} text={t.notOpenedText[lang]}>
        <LinkButton href={paths.booking()}>{bookingTexts.title[lang]}</LinkButton>
      </DoorNotice>
    );
    return screenPage(away, { title: t.notOpened[lang] });
  }
  await showCommune(tx, place.communeId);
  if (await isLineOpen(tx, place.communeId)) return await work(place);
  return screenPage(<DoorNotice title={t.closedTitle[lang]} text={t.closedText[lang]} />, { title: t.closedTitle[lang], freshAfterSeconds: 60 });
}

async function kioskPage({ tx, lang }: Asking, { communeId }: Place, filled: Pick<KioskProps, "typed" | "errors">, status = 200): Promise<Answer> {
  const classes = classesOn(tx).map(({ id, name }) => ({ value: id, text: name[lang] }));
  const page = (
    <KioskPage lang={lang} postName={postAt(tx.house, communeId, lang).name} waiting={await waitingNow(tx, communeId)} ref={newReference()} classes={classes} {...filled} />
  );
  return screenPage(page, { title: t.kioskTitle[lang], status });
}

const classesOn = (tx: Tx) => listInForce(tx.house.priorityClasses, dayOf(tx.now));

/** What was typed at the door, as an appointment of today; or why it is none. */
async function appointmentOf(tx: Tx, place: Place, who: CheckIn): Promise<{ readonly appointment: Appointment } | { readonly why: Bilingual }> {
  const today = dayOf(tx.now);
  const refs = "ref" in who ? [who.ref] : await listToCheckIn(tx, place.communeId, { day: today, last4: who.last4 });
  if (refs.length > 1) return { why: t.checkInMany };
  const appointment = refs[0] === undefined ? null : await openAppointment(tx, refs[0]);
  if (!appointment || appointment.communeId !== place.communeId || appointment.day !== today || appointment.cancelledAt) return { why: t.checkInNone };
  return { appointment };
}

async function ticketPage({ tx, cookies, lang }: Asking, ref: string | null): Promise<Answer> {
  const ticket = ref === null ? null : await openTicket(tx, ref);
  if (!ticket) return screenPage(<DoorNotice title={t.unknownTicket[lang]} text={t.closedText[lang]} />, { title: t.unknownTicket[lang], status: 404 });
  const atDoor = readKiosk(tx, cookies[kioskCookie])?.communeId === ticket.communeId;
  const waits = ticket.state === "waiting" && ticket.day === dayOf(tx.now);
  const page = (
    <TicketPage
      lang={lang}
      number={showNumber(ticket.number)}
      lane={laneWord(ticket, lang)}
      state={stateWord(ticket, lang)}
      before={waits ? await countBefore(tx, ticket) : null}
      code={waits && <QrImage text={`${tx.house.publicUrl}${paths.ticket(ticket.ref)}`} caption={t.follow[lang]} lang={lang} />}
      atDoor={atDoor}
    />
  );
  return screenPage(page, { title: t.yourNumber[lang], freshAfterSeconds: atDoor ? null : 20 });
}

function laneWord({ lane, readyAt }: Ticket, lang: Lang): string {
  if (lane === "appointment") return t.laneAppointment[lang](formatTime(readyAt));
  return lane === "priority" ? t.lanePriority[lang] : t.laneOrdinary[lang];
}

function stateWord({ state, deskNumber }: Ticket, lang: Lang): string {
  if (state === "called") return t.stateCalled[lang](deskNumber ?? 0);
  if (state === "serving") return t.stateServing[lang](deskNumber ?? 0);
  return { waiting: t.stateWaiting, done: t.stateDone, noShow: t.stateNoShow }[state][lang];
}

/** The cookie that lets a device give numbers for a post: its commune, until when, and a seal that only this house makes. */
export function kioskCookieFor(tx: Tx, { communeId }: Place): SetCookie {
  const until = addDays(dayOf(tx.now), kioskDays);
  return { name: kioskCookie, value: `${communeId}.${until}.${sealOf(tx, communeId, until)}`, maxAgeSeconds: kioskDays * 86_400 };
}

function readKiosk(tx: Tx, cookie: string | undefined): Place | null {
  const parts = cookie?.match(/^(\d{1,9})\.(\d{4}-\d{2}-\d{2})\.([\w-]{43})$/);
  const [communeId, until, seal] = [Number(parts?.[1]), (parts?.[2] ?? "") as Day, parts?.[3] ?? ""];
  if (!parts || until < dayOf(tx.now) || !timingSafeEqual(Buffer.from(seal), Buffer.from(sealOf(tx, communeId, until)))) return null;
  const unit = tx.house.units.findUnit(communeId);
  if (!unit) throw new Problem("notFound");
  return { communeId, provinceId: unit.provinceId ?? 0 };
}

const sealOf = (tx: Tx, communeId: number, until: Day): string => tx.house.vault.hash(`kiosk:${communeId}:${until}`).toString("base64url");
