import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { at } from "../../../test/world/counter.ts";
import { as } from "../../../test/world/index.ts";
import { parseDay } from "../../base/day.ts";
import { anybody, gate } from "../../kernel/actor.ts";
import { communesKeepingPersons, erasePastPersons } from "./jobs.ts";
import { booking, bookOne, desk, here, line, minh, monday, openDesks, openLine, take } from "./line.stage.ts";
import type { Ticket } from "./queries/tickets.ts";
import { book, cancelAppointment, freeDays, getAppointment, perPhoneADay } from "./service/booking.ts";
import { callNext, stepTicket } from "./service/calling.ts";
import { checkIn } from "./service/tickets.ts";

openLine();

describe("appointments", () => {
  test("of the last place one of many who want it at once gets it; the others are told what is near", async () => {
    await openDesks(desk(1), desk(2));
    const all = await Promise.all(Array.from({ length: 6 }, () => bookOne()));
    expect(all.map(({ kind }) => kind).sort()).toEqual(["booked", "booked", "full", "full", "full", "full"]);
    for (const one of all) {
      if (one.kind === "full") expect(one.near.map(({ startsAt }) => startsAt)).toContainEqual(at("2026-11-25T08:30:00"));
    }
    const slots = await line.world.try(anybody, (tx) => freeDays(tx, here), monday);
    expect(slots.get(parseDay("2026-11-25"))?.map(({ startsAt }) => startsAt)).not.toContainEqual(at("2026-11-25T08:00:00"));
  });

  test("a form sent twice, also at once, is one appointment", async () => {
    await openDesks(desk(1, { places: 5 }));
    const same = booking();
    const sent = await Promise.all([1, 2, 3].map(() => line.world.commit(anybody, (tx) => book(tx, here, same), monday)));
    expect(sent).toEqual(sent.map(() => ({ kind: "booked", ref: same.ref })));
    const { rows } = await line.world.asOwner((client) => client.query("select count(*)::int as count from appointments"));
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
    await line.world.commit(anybody, (tx) => cancelAppointment(tx, first?.ref ?? ""), monday);
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
    const days = await line.world.try(anybody, (tx) => freeDays(tx, here), at("2026-11-23T06:00:00"));
    expect(["2026-11-23", "2026-11-25", "2026-11-26"].map((day) => days.get(parseDay(day))?.length)).toEqual([3, 7, 0]);
  });

  test("a cancelled one gives its place back, forgets the person, and can be cancelled again without harm", async () => {
    await openDesks(desk(1));
    const same = booking();
    await bookOne(same);
    expect(await bookOne()).toMatchObject({ kind: "full" });
    const cancel = () => line.world.commit(anybody, (tx) => cancelAppointment(tx, same.ref), monday);
    await Promise.all([cancel(), cancel()]);
    const { rows } = await line.world.asOwner((client) =>
      client.query("select called_by, phone_sealed, phone_hash, phone_last4, place from appointments where ref = $1", [same.ref]),
    );
    expect(rows).toEqual([{ called_by: null, phone_sealed: null, phone_hash: null, phone_last4: null, place: null }]);
    expect(await bookOne()).toMatchObject({ kind: "booked" });
  });

  test("are called at their time: after those whose turn came before, before those whose turn came later", async () => {
    await openDesks(desk(1));
    const mine = booking({ startsAt: at("2026-11-25T09:00:00") });
    await bookOne(mine);
    const wednesday = (time: string): Date => at(`2026-11-25T${time}:00`);
    const arrive = (now: Date) => line.world.commit(anybody, async (tx) => checkIn(tx, here, await getAppointment(tx, mine.ref)), now);
    const [ticket, again] = [await arrive(wednesday("08:40")), await arrive(wednesday("08:41"))];
    expect(again.number).toBe(ticket.number);
    await take(false, wednesday("08:45"));
    await take(true, wednesday("08:50"));
    await take(true, wednesday("09:10"));
    const order: (number | undefined)[] = [];
    for (const time of ["08:55", "09:15", "09:16", "09:17"]) {
      const called = (await line.world.commit(minh, (tx) => callNext(tx, 1, null), wednesday(time))) as Ticket;
      order.push(called.number);
      await line.world.commit(minh, (tx) => stepTicket(tx, 1, { ...called, action: "noShow" }), wednesday(time));
    }
    // 3: priority, her turn had come. 1: the time is there. 2: every third call. 4: the rest.
    expect(order).toEqual([3, 1, 2, 4]);
  });

  test("who comes after the slot stands in the ordinary line; on another day, or cancelled, nobody checks in", async () => {
    await openDesks(desk(1));
    const [late, gone] = [booking({ startsAt: at("2026-11-25T09:00:00") }), booking({ startsAt: at("2026-11-25T10:00:00") })];
    await bookOne(late);
    await bookOne(gone);
    const arrive = (ref: string, now: Date) => line.world.commit(anybody, async (tx) => checkIn(tx, here, await getAppointment(tx, ref)), now);
    await expect(arrive(late.ref, monday)).rejects.toMatchObject({ code: "notNow" });
    await line.world.commit(anybody, (tx) => cancelAppointment(tx, gone.ref), monday);
    await expect(arrive(gone.ref, at("2026-11-25T09:55:00"))).rejects.toMatchObject({ code: "notNow" });
    expect(await arrive(late.ref, at("2026-11-25T09:45:00"))).toMatchObject({ lane: "ordinary" });
  });

  test("forget the person after the day, and not before; erasing twice is harmless", async () => {
    await openDesks(desk(1, { places: 2 }));
    const mine = booking();
    await bookOne(mine);
    const communes = (now: Date) => line.world.commit(gate, communesKeepingPersons, now);
    const clock = { ...as(cast.clock), scope: { kind: "commune" as const, ...here } };
    const erase = (now: Date) => line.world.commit(clock, erasePastPersons, now);
    expect(await communes(at("2026-11-25T23:59:00"))).toEqual([]);
    expect(await erase(at("2026-11-25T23:59:00"))).toBe(0);
    expect(await communes(at("2026-11-26T00:07:00"))).toEqual([here.communeId]);
    expect([await erase(at("2026-11-26T00:07:00")), await erase(at("2026-11-26T01:07:00"))]).toEqual([1, 0]);
    expect(await line.world.try(anybody, (tx) => getAppointment(tx, mine.ref), at("2026-11-26T08:00:00"))).toMatchObject({ calledBy: null, phoneLast4: null });
    const { rows } = await line.world.asOwner((client) => client.query("select phone_sealed, phone_hash from appointments"));
    expect(rows).toEqual([{ phone_sealed: null, phone_hash: null }]);
  });

  test("show a resident nothing of others: one reference opens one appointment", async () => {
    await openDesks(desk(1, { places: 2 }));
    const [mine, hers] = [booking(), booking()];
    await bookOne(mine);
    await bookOne(hers);
    const seen = await line.world.try(
      anybody,
      async (tx) => {
        await getAppointment(tx, mine.ref);
        return (await sql<{ ref: string }>`select ref from appointments`.execute(tx.db)).rows;
      },
      monday,
    );
    expect(seen).toEqual([{ ref: mine.ref }]);
    await expect(line.world.try(anybody, async (tx) => sql`select phone_sealed from appointments`.execute(tx.db), monday)).rejects.toThrow(/permission denied/);
  });
});
