import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { at } from "../../../test/world/counter.ts";
import { as } from "../../../test/world/index.ts";
import { parseDay } from "../../base/day.ts";
import { anybody } from "../../kernel/actor.ts";
import { newReference } from "../../kernel/reference.ts";
import { binh, desk, here, line, minh, monday, openDesks, openLine, take } from "./line.stage.ts";
import { figuresOfDay, type Ticket } from "./queries/tickets.ts";
import { callNext, stepTicket } from "./service/calling.ts";
import { waitingNow, writeDesk } from "./service/desks.ts";
import { takeTicket } from "./service/tickets.ts";

openLine();
const later = (minutes: number): Date => new Date(monday.getTime() + minutes * 60_000);

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
    const failing = line.world.commit(
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
    const called = await Promise.all([1, 2, 3, 4, 5].map((number) => line.world.commit(minh, (tx) => callNext(tx, number, null), later(1))));
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
          const called = await Promise.all(Array.from({ length: atOnce }, (_, i) => line.world.commit(minh, (tx) => callNext(tx, i + 1, null), later(round))));
          for (const ticket of called) {
            if (!ticket) continue;
            seen.push(ticket.number);
            const step = { number: ticket.number, version: ticket.version, action: "start" as const };
            const { version } = await line.world.commit(minh, (tx) => stepTicket(tx, ticket.deskNumber ?? 0, step), later(round));
            await line.world.commit(minh, (tx) => stepTicket(tx, ticket.deskNumber ?? 0, { ...step, version, action: "finish" }), later(round));
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
    for (let current = await line.world.commit(minh, (tx) => callNext(tx, 1, null), monday); current; ) {
      order.push(current.number);
      const { number, version } = current;
      const serving = await line.world.commit(minh, (tx) => stepTicket(tx, 1, { number, version, action: "start" }), monday);
      current = await line.world.commit(minh, (tx) => callNext(tx, 1, serving), monday);
    }
    expect(order).toEqual([3, 4, 1, 5, 2, 6]);
  });

  test("pressed twice at one desk, also at once, calls one and tells the second", async () => {
    await openDesks(desk(1));
    await take();
    await take();
    const press = () => line.world.commit(minh, (tx) => callNext(tx, 1, null), monday);
    const results = await Promise.allSettled([press(), press()]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "changedMeanwhile" } });
    expect(await line.world.try(anybody, (tx) => waitingNow(tx, here.communeId), monday)).toBe(1);
  });

  test("a step that comes too late, from another desk or out of turn changes nothing", async () => {
    await openDesks(desk(1), desk(2));
    await take();
    const called = (await line.world.commit(minh, (tx) => callNext(tx, 1, null), monday)) as Ticket;
    const step = (number: number, given: object) =>
      line.world.commit(minh, (tx) => stepTicket(tx, number, { number: 1, version: called.version, action: "start", ...given }), monday);
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
    const called = (await line.world.commit(minh, (tx) => callNext(tx, 1, null), monday)) as Ticket;
    const away = await line.world.commit(minh, (tx) => stepTicket(tx, 1, { ...called, action: "noShow" }), later(2));
    expect(await line.world.commit(minh, (tx) => callNext(tx, 1, null), later(3))).toBeNull();
    expect(await line.world.commit(minh, (tx) => stepTicket(tx, 2, { ...away, action: "comeBack" }), later(9))).toMatchObject({
      state: "called",
      deskNumber: 2,
      calledAt: later(9),
    });
  });

  test("waiting and serving are measured from lines that only grow", async () => {
    await openDesks(desk(1));
    await take();
    const called = (await line.world.commit(minh, (tx) => callNext(tx, 1, null), later(12))) as Ticket;
    const serving = await line.world.commit(minh, (tx) => stepTicket(tx, 1, { ...called, action: "start" }), later(13));
    await line.world.commit(minh, (tx) => stepTicket(tx, 1, { ...serving, action: "finish" }), later(20));
    const figures = await line.world.try(minh, (tx) => figuresOfDay(tx, { communeId: here.communeId, day: called.day }), later(30));
    expect(figures).toEqual({ taken: 1, served: 1, absent: 0, waitMinutes: 12, serveMinutes: 7 });
    for (const statement of ["update ticket_events set at = now()", "delete from ticket_events", "update tickets set number = 9", "delete from tickets"]) {
      const attempt = line.world.commit(minh, async (tx) => await sql.raw(statement).execute(tx.db), monday);
      await expect(attempt).rejects.toThrow(/permission denied/);
    }
  });

  test("only whoever receives may call, only the chief writes desks, and nobody those of another post", async () => {
    await openDesks(desk(1));
    await take();
    await expect(line.world.commit(as(cast.son), (tx) => callNext(tx, 1, null), monday)).rejects.toMatchObject({ code: "notPermitted" });
    await expect(line.world.commit(minh, (tx) => writeDesk(tx, desk(2)))).rejects.toMatchObject({ code: "notPermitted" });
    await expect(line.world.commit(as(cast.hanh), (tx) => callNext(tx, 1, null), monday)).rejects.toMatchObject({ code: "notFound" });
    await expect(line.world.commit(binh, (tx) => writeDesk(tx, desk(1, { validFrom: parseDay("2026-11-19") })))).rejects.toMatchObject({ code: "notNow" });
  });
});
