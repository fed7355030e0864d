import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { at } from "../../../test/world/counter.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { parseDay } from "../../base/day.ts";
import { anybody, gate, type Place } from "../../kernel/actor.ts";
import { newReference } from "../../kernel/reference.ts";
import { communesKeepingPersons, erasePastPersons } from "./jobs.ts";
import type { Desk } from "./queries/desks.ts";
import { figuresOfDay, type Ticket } from "./queries/tickets.ts";
import { type Booking, book, cancelAppointment, freeDays, getAppointment, perPhoneADay } from "./service/booking.ts";
import { callNext, stepTicket } from "./service/calling.ts";
import { waitingNow, writeDesk } from "./service/desks.ts";
import { checkIn, takeTicket } from "./service/tickets.ts";

const minh = as(cast.minh);
const binh = as(cast.binh);
const here: Place = { communeId: units.phuongSon.id, provinceId: 1 };
const monday = at("2026-11-23T08:00:00");
const later = (minutes: number): Date => new Date(monday.getTime() + minutes * 60_000);

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  await world.asOwner((client) =>
    client.query(
      "set row_security = off; delete from ticket_events; delete from tickets; delete from appointments; delete from desks; delete from numbers where key like 'ticket:%'",
    ),
  );
});
afterAll(() => world.close());

const desk = (number: number, given: Partial<Desk> = {}): Desk => ({ number, name: "Cư trú", validFrom: parseDay("2026-11-20"), open: true, slotMinutes: 30, places: 1, ...given });
const openDesks = async (...desks: Desk[]): Promise<void> => {
  for (const one of desks) await world.commit(binh, (tx) => writeDesk(tx, one));
};
const take = (priority = false, now = monday, ref = newReference()): Promise<Ticket> => world.commit(anybody, (tx) => takeTicket(tx, here, { ref, priority }), now);
const booking = (given: Partial<Booking> = {}): Booking => ({
  ref: newReference(),
  procedureCode: "1.004194",
  startsAt: at("2026-11-25T08:00:00"),
  calledBy: "chị Hoa",
  phone: `09${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`,
  ...given,
});
const bookOne = (given: Partial<Booking> = {}, now = monday) => world.commit(anybody, (tx) => book(tx, here, booking(given)), now);

describe("numbers", () => {
  test("of a day have no gap and no double, however many take one at once, and begin anew the next day", async () => {
    await openDesks(desk(1));
    const [one, other] = [await take(), await take()];
    expect([one.number, other.number]).toEqual([1, 2]);
    const many = await Promise.all(Array.from({ length: 20 }, (_, i) => take(i % 3 === 0)));
    expect(many.map(({ number }) => number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 3));
    expect((await take(false, at("2026-11-25T08:00:00"))).number).toBe(1);
  });

  test("leave no gap after a failure", async () => {
    await openDesks(desk(1));
    await take();
    const failing = world.commit(
      anybody,
      async (tx) => {
        await takeTicket(tx, here, { ref: newReference(), priority: false });
        throw new Error("the paper ran out");
      },
      monday,
    );
    await expect(failing).rejects.toThrow("the paper ran out");
    expect((await take()).number).toBe(2);
  });

  test("a button pressed twice, also at once, is one ticket", async () => {
    await openDesks(desk(1));
    const ref = newReference();
    const pressed = await Promise.all([take(true, monday, ref), take(true, monday, ref), take(true, monday, ref)]);
    expect(new Set(pressed.map(({ number }) => number))).toEqual(new Set([1]));
    expect((await take()).number).toBe(2);
  });

  test("are not given where no desk works", async () => {
    await expect(take()).rejects.toMatchObject({ code: "notNow" });
    await openDesks(desk(1, { open: false }));
    await expect(take()).rejects.toMatchObject({ code: "notNow" });
  });
});

describe("calling", () => {
  test("five officers at once call five different numbers, the first five", async () => {
    await openDesks(...[1, 2, 3, 4, 5].map((number) => desk(number)));
    for (let i = 0; i < 8; i += 1) await take();
    const called = await Promise.all([1, 2, 3, 4, 5].map((number) => world.commit(minh, (tx) => callNext(tx, number, null), later(1))));
    expect(called.map((ticket) => ticket?.number).sort()).toEqual([1, 2, 3, 4, 5]);
  });

  test("for any mixture of officers and moments, nobody is called twice and nobody is left out", async () => {
    await openDesks(...[1, 2, 3].map((number) => desk(number)));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 10 }), fc.integer({ min: 1, max: 3 }), async (people, atOnce) => {
        const taken = await Promise.all(people.map((priority) => take(priority)));
        const seen: number[] = [];
        for (let round = 0; seen.length < people.length; round += 1) {
          expect(round).toBeLessThanOrEqual(people.length);
          const called = await Promise.all(Array.from({ length: atOnce }, (_, i) => world.commit(minh, (tx) => callNext(tx, i + 1, null), later(round))));
          for (const ticket of called) {
            if (!ticket) continue;
            seen.push(ticket.number);
            const step = { number: ticket.number, version: ticket.version, action: "start" as const };
            const { version } = await world.commit(minh, (tx) => stepTicket(tx, ticket.deskNumber ?? 0, step), later(round));
            await world.commit(minh, (tx) => stepTicket(tx, ticket.deskNumber ?? 0, { ...step, version, action: "finish" }), later(round));
          }
        }
        expect(seen.sort((a, b) => a - b)).toEqual(taken.map(({ number }) => number).sort((a, b) => a - b));
      }),
      { numRuns: 8 },
    );
  });

  test("priority first, by the order of arrival, and every third call for the ordinary line", async () => {
    await openDesks(desk(1));
    for (const priority of [false, false, true, true, true, false]) await take(priority);
    const order: number[] = [];
    for (let current = await world.commit(minh, (tx) => callNext(tx, 1, null), monday); current; ) {
      order.push(current.number);
      const { number, version } = current;
      const serving = await world.commit(minh, (tx) => stepTicket(tx, 1, { number, version, action: "start" }), monday);
      current = await world.commit(minh, (tx) => callNext(tx, 1, serving), monday);
    }
    expect(order).toEqual([3, 4, 1, 5, 2, 6]);
  });

  test("pressed twice at one desk, also at once, calls one and tells the second", async () => {
    await openDesks(desk(1));
    await take();
    await take();
    const press = () => world.commit(minh, (tx) => callNext(tx, 1, null), monday);
    const results = await Promise.allSettled([press(), press()]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "changedMeanwhile" } });
    expect(await world.try(anybody, (tx) => waitingNow(tx, here.communeId), monday)).toBe(1);
  });

  test("a step that comes too late, from another desk or out of turn changes nothing", async () => {
    await openDesks(desk(1), desk(2));
    await take();
    const called = (await world.commit(minh, (tx) => callNext(tx, 1, null), monday)) as Ticket;
    const step = (number: number, given: object) => world.commit(minh, (tx) => stepTicket(tx, number, { number: 1, version: called.version, action: "start", ...given }), monday);
    await expect(step(1, { version: 1 })).rejects.toMatchObject({ code: "changedMeanwhile" });
    await expect(step(2, {})).rejects.toMatchObject({ code: "changedMeanwhile" });
    await expect(step(1, { action: "finish" })).rejects.toMatchObject({ code: "notNow" });
    await expect(step(1, { number: 99 })).rejects.toMatchObject({ code: "notFound" });
    await expect(step(9, {})).rejects.toMatchObject({ code: "notFound" });
    expect(await step(1, {})).toMatchObject({ state: "serving", deskNumber: 1 });
  });

  test("who was not there can be called again, at any free desk", async () => {
    await openDesks(desk(1), desk(2));
    await take();
    const called = (await world.commit(minh, (tx) => callNext(tx, 1, null), monday)) as Ticket;
    const away = await world.commit(minh, (tx) => stepTicket(tx, 1, { ...called, action: "noShow" }), later(2));
    expect(await world.commit(minh, (tx) => callNext(tx, 1, null), later(3))).toBeNull();
    expect(await world.commit(minh, (tx) => stepTicket(tx, 2, { ...away, action: "comeBack" }), later(9))).toMatchObject({ state: "called", deskNumber: 2, calledAt: later(9) });
  });

  test("waiting and serving are measured from lines that only grow", async () => {
    await openDesks(desk(1));
    await take();
    const called = (await world.commit(minh, (tx) => callNext(tx, 1, null), later(12))) as Ticket;
    const serving = await world.commit(minh, (tx) => stepTicket(tx, 1, { ...called, action: "start" }), later(13));
    await world.commit(minh, (tx) => stepTicket(tx, 1, { ...serving, action: "finish" }), later(20));
    const figures = await world.try(minh, (tx) => figuresOfDay(tx, { communeId: here.communeId, day: called.day }), later(30));
    expect(figures).toEqual({ taken: 1, served: 1, absent: 0, waitMinutes: 12, serveMinutes: 7 });
    for (const statement of ["update ticket_events set at = now()", "delete from ticket_events", "update tickets set number = 9", "delete from tickets"]) {
      const attempt = world.commit(minh, async (tx) => await (await import("kysely")).sql.raw(statement).execute(tx.db), monday);
      await expect(attempt).rejects.toThrow(/permission denied/);
    }
  });

  test("only whoever receives may call, only the chief writes desks, and nobody those of another post", async () => {
    await openDesks(desk(1));
    await take();
    await expect(world.commit(as(cast.son), (tx) => callNext(tx, 1, null), monday)).rejects.toMatchObject({ code: "notPermitted" });
    await expect(world.commit(minh, (tx) => writeDesk(tx, desk(2)))).rejects.toMatchObject({ code: "notPermitted" });
    await expect(world.commit(as(cast.hanh), (tx) => callNext(tx, 1, null), monday)).rejects.toMatchObject({ code: "notFound" });
    await expect(world.commit(binh, (tx) => writeDesk(tx, desk(1, { validFrom: parseDay("2026-11-19") })))).rejects.toMatchObject({ code: "notNow" });
  });
});

describe("appointments", () => {
  test("of the last place one of many who want it at once gets it; the others are told what is near", async () => {
    await openDesks(desk(1), desk(2));
    const all = await Promise.all(Array.from({ length: 6 }, () => bookOne()));
    expect(all.map(({ kind }) => kind).sort()).toEqual(["booked", "booked", "full", "full", "full", "full"]);
    for (const one of all) {
      if (one.kind === "full") expect(one.near.map(({ startsAt }) => startsAt)).toContainEqual(at("2026-11-25T08:30:00"));
    }
    const slots = await world.try(anybody, (tx) => freeDays(tx, here), monday);
    expect(slots.get(parseDay("2026-11-25"))?.map(({ startsAt }) => startsAt)).not.toContainEqual(at("2026-11-25T08:00:00"));
  });

  test("a form sent twice, also at once, is one appointment", async () => {
    await openDesks(desk(1, { places: 5 }));
    const same = booking();
    const sent = await Promise.all([1, 2, 3].map(() => world.commit(anybody, (tx) => book(tx, here, same), monday)));
    expect(sent).toEqual(sent.map(() => ({ kind: "booked", ref: same.ref })));
    const { rows } = await world.asOwner((client) => client.query("select count(*)::int as count from appointments"));
    expect(rows).toEqual([{ count: 1 }]);
  });

  test("are at most so many for one phone on a day, also at once; a cancelled one counts no more", async () => {
    await openDesks(desk(1, { places: 20 }));
    const phone = "0912345678";
    const all = await Promise.all(Array.from({ length: perPhoneADay + 2 }, () => bookOne({ phone })));
    expect(all.filter(({ kind }) => kind === "booked")).toHaveLength(perPhoneADay);
    expect(all.filter(({ kind }) => kind === "tooManyOfPhone")).toHaveLength(2);
    expect(await bookOne({ phone, startsAt: at("2026-11-26T08:00:00") })).toMatchObject({ kind: "booked" });
    const [first] = all.filter((one) => one.kind === "booked");
    await world.commit(anybody, (tx) => cancelAppointment(tx, first?.ref ?? ""), monday);
    expect(await bookOne({ phone })).toMatchObject({ kind: "booked" });
  });

  test.each([
    ["a holiday", "2026-11-24T08:00:00"],
    ["noon", "2026-11-25T12:00:00"],
    ["a time between slots", "2026-11-25T08:10:00"],
    ["a time that is over", "2026-11-23T07:30:00"],
  ])("are not given on %s", async (_what, time) => {
    await openDesks(desk(1));
    expect(await bookOne({ startsAt: at(time) })).toMatchObject({ kind: "full" });
  });

  test.each([
    ["a procedure that is not offered", { procedureCode: "9.999999" }],
    ["yesterday", { startsAt: at("2026-11-20T08:00:00") }],
    ["a day too far ahead", { startsAt: at("2026-12-25T08:00:00") }],
  ])("are refused for %s", async (_what, given) => {
    await openDesks(desk(1));
    await expect(bookOne(given)).rejects.toMatchObject({ code: "invalid" });
  });

  test("follow the desks as they work from a day on", async () => {
    await openDesks(desk(1, { slotMinutes: 120 }), desk(1, { slotMinutes: 60, validFrom: parseDay("2026-11-25") }), desk(1, { open: false, validFrom: parseDay("2026-11-26") }));
    const days = await world.try(anybody, (tx) => freeDays(tx, here), at("2026-11-23T06:00:00"));
    expect(["2026-11-23", "2026-11-25", "2026-11-26"].map((day) => days.get(parseDay(day))?.length)).toEqual([3, 7, 0]);
  });

  test("a cancelled one gives its place back, forgets the person, and can be cancelled again without harm", async () => {
    await openDesks(desk(1));
    const same = booking();
    await bookOne(same);
    expect(await bookOne()).toMatchObject({ kind: "full" });
    const cancel = () => world.commit(anybody, (tx) => cancelAppointment(tx, same.ref), monday);
    await Promise.all([cancel(), cancel()]);
    const { rows } = await world.asOwner((client) => client.query("select called_by, phone_sealed, phone_hash, phone_last4, place from appointments where ref = $1", [same.ref]));
    expect(rows).toEqual([{ called_by: null, phone_sealed: null, phone_hash: null, phone_last4: null, place: null }]);
    expect(await bookOne()).toMatchObject({ kind: "booked" });
  });

  test("are called at their time: after those whose turn came before, before those whose turn came later", async () => {
    await openDesks(desk(1));
    const mine = booking({ startsAt: at("2026-11-25T09:00:00") });
    await bookOne(mine);
    const wednesday = (time: string): Date => at(`2026-11-25T${time}:00`);
    const arrive = (now: Date) => world.commit(anybody, async (tx) => checkIn(tx, here, await getAppointment(tx, mine.ref)), now);
    const [ticket, again] = [await arrive(wednesday("08:40")), await arrive(wednesday("08:41"))];
    expect(again.number).toBe(ticket.number);
    await take(false, wednesday("08:45"));
    await take(true, wednesday("08:50"));
    await take(true, wednesday("09:10"));
    const order: (number | undefined)[] = [];
    for (const time of ["08:55", "09:15", "09:16", "09:17"]) {
      const called = (await world.commit(minh, (tx) => callNext(tx, 1, null), wednesday(time))) as Ticket;
      order.push(called.number);
      await world.commit(minh, (tx) => stepTicket(tx, 1, { ...called, action: "noShow" }), wednesday(time));
    }
    // 3: priority, her turn had come. 1: the time is there. 2: every third call. 4: the rest.
    expect(order).toEqual([3, 1, 2, 4]);
  });

  test("who comes after the slot stands in the ordinary line; on another day, or cancelled, nobody checks in", async () => {
    await openDesks(desk(1));
    const [late, gone] = [booking({ startsAt: at("2026-11-25T09:00:00") }), booking({ startsAt: at("2026-11-25T10:00:00") })];
    await bookOne(late);
    await bookOne(gone);
    const arrive = (ref: string, now: Date) => world.commit(anybody, async (tx) => checkIn(tx, here, await getAppointment(tx, ref)), now);
    await expect(arrive(late.ref, monday)).rejects.toMatchObject({ code: "notNow" });
    await world.commit(anybody, (tx) => cancelAppointment(tx, gone.ref), monday);
    await expect(arrive(gone.ref, at("2026-11-25T09:55:00"))).rejects.toMatchObject({ code: "notNow" });
    expect(await arrive(late.ref, at("2026-11-25T09:45:00"))).toMatchObject({ lane: "ordinary" });
  });

  test("forget the person after the day, and not before; erasing twice is harmless", async () => {
    await openDesks(desk(1, { places: 2 }));
    const mine = booking();
    await bookOne(mine);
    const communes = (now: Date) => world.commit(gate, communesKeepingPersons, now);
    const clock = { ...as(cast.clock), scope: { kind: "commune" as const, ...here } };
    const erase = (now: Date) => world.commit(clock, erasePastPersons, now);
    expect(await communes(at("2026-11-25T23:59:00"))).toEqual([]);
    expect(await erase(at("2026-11-25T23:59:00"))).toBe(0);
    expect(await communes(at("2026-11-26T00:07:00"))).toEqual([here.communeId]);
    expect([await erase(at("2026-11-26T00:07:00")), await erase(at("2026-11-26T01:07:00"))]).toEqual([1, 0]);
    expect(await world.try(anybody, (tx) => getAppointment(tx, mine.ref), at("2026-11-26T08:00:00"))).toMatchObject({ calledBy: null, phoneLast4: null });
    const { rows } = await world.asOwner((client) => client.query("select phone_sealed, phone_hash from appointments"));
    expect(rows).toEqual([{ phone_sealed: null, phone_hash: null }]);
  });

  test("show a resident nothing of others: one reference opens one appointment", async () => {
    await openDesks(desk(1, { places: 2 }));
    const [mine, hers] = [booking(), booking()];
    await bookOne(mine);
    await bookOne(hers);
    const seen = await world.try(
      anybody,
      async (tx) => {
        await getAppointment(tx, mine.ref);
        const { sql } = await import("kysely");
        return (await sql<{ ref: string }>`select ref from appointments`.execute(tx.db)).rows;
      },
      monday,
    );
    expect(seen).toEqual([{ ref: mine.ref }]);
    await expect(world.try(anybody, async (tx) => (await import("kysely")).sql`select phone_sealed from appointments`.execute(tx.db), monday)).rejects.toThrow(/permission denied/);
  });
});
