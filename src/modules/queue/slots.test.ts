import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { at } from "../../../test/world/counter.ts";
import { type DeskPlan, freeSlots, nearest, type Taken } from "./slots.ts";

const reception = [
  { from: at("2026-11-23T07:30:00"), to: at("2026-11-23T11:30:00") },
  { from: at("2026-11-23T13:30:00"), to: at("2026-11-23T17:00:00") },
];
const early = at("2026-11-23T06:00:00");
const desk = (given: Partial<DeskPlan> = {}): DeskPlan => ({ number: 1, slotMinutes: 30, places: 1, ...given });
const hours = (slots: ReturnType<typeof freeSlots>): string[] => slots.map(({ startsAt }) => new Date(startsAt.getTime() + 7 * 3_600_000).toISOString().slice(11, 16));

describe("free slots", () => {
  test("cut the reception hours, and leave out a rest that is too short and the rest at noon", () => {
    expect(hours(freeSlots(reception, [desk({ slotMinutes: 100 })], [], early))).toEqual(["07:30", "09:10", "13:30", "15:10"]);
  });

  test("begin after now", () => {
    expect(hours(freeSlots(reception, [desk({ slotMinutes: 60 })], [], at("2026-11-23T14:30:00")))).toEqual(["15:30"]);
  });

  test("are those of all desks together, each with its free places", () => {
    const slots = freeSlots(reception, [desk({ slotMinutes: 120, places: 2 }), desk({ number: 2, slotMinutes: 120, places: 1 })], [], early);
    expect(slots[0]?.free.map(({ deskNumber, place }) => `${deskNumber}.${place}`)).toEqual(["1.1", "1.2", "2.1"]);
  });

  test("count what was given away before the desk worked otherwise", () => {
    const given: Taken = { deskNumber: 1, startsAt: at("2026-11-23T07:45:00"), endsAt: at("2026-11-23T08:15:00"), place: 1 };
    expect(hours(freeSlots(reception, [desk()], [given], early)).slice(0, 2)).toEqual(["08:30", "09:00"]);
  });

  test("never give a place away that is taken, whatever the desks and the bookings", () => {
    const plan = fc.record({ number: fc.integer({ min: 1, max: 3 }), slotMinutes: fc.integer({ min: 5, max: 120 }), places: fc.integer({ min: 0, max: 4 }) });
    fc.assert(
      fc.property(fc.uniqueArray(plan, { selector: ({ number }) => number, maxLength: 3 }), fc.array(fc.nat(), { maxLength: 60 }), (desks, picks) => {
        const taken: Taken[] = [];
        for (const pick of picks) {
          const open = freeSlots(reception, desks, taken, early).flatMap(({ startsAt, free }) => free.map((one) => ({ ...one, startsAt })));
          const chosen = open[pick % Math.max(1, open.length)];
          if (chosen) taken.push(chosen);
        }
        const keys = taken.map(({ deskNumber, startsAt, place }) => `${deskNumber} ${startsAt.getTime()} ${place}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { deskNumber, startsAt, endsAt } of taken) {
          const across = taken.filter((other) => other.deskNumber === deskNumber && other.startsAt < endsAt && startsAt < other.endsAt);
          expect(across.length).toBeLessThanOrEqual(desks.find(({ number }) => number === deskNumber)?.places ?? 0);
          expect(reception.some(({ from, to }) => from <= startsAt && endsAt <= to)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("near a time come in the order of the day", () => {
    const slots = freeSlots(reception, [desk({ slotMinutes: 60 })], [], early);
    expect(hours(nearest(slots, at("2026-11-23T10:30:00"), 3))).toEqual(["08:30", "09:30", "10:30"]);
  });
});
