import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allows, fastInARow, type Lane, lineOf, linesToAsk, showNumber, ticketActions, ticketStates } from "./line.ts";

/** Somebody in the line, and what each desk has called, newest first. */
type Waiting = { readonly number: number; readonly lane: Lane };

function callAt(desk: number, waiting: Waiting[], calls: Map<number, Lane[]>): Waiting | null {
  for (const line of linesToAsk(calls.get(desk) ?? [])) {
    const found = waiting.find(({ lane }) => lineOf(lane) === line);
    if (!found) continue;
    waiting.splice(waiting.indexOf(found), 1);
    calls.set(desk, [found.lane, ...(calls.get(desk) ?? [])]);
    return found;
  }
  return null;
}

describe("the rule of the line", () => {
  test("every third call goes to the ordinary line", () => {
    expect(linesToAsk([])).toEqual(["fast", "ordinary"]);
    expect(linesToAsk(["priority"])).toEqual(["fast", "ordinary"]);
    expect(linesToAsk(["appointment", "priority"])).toEqual(["ordinary", "fast"]);
    expect(linesToAsk(["ordinary", "priority", "priority"])).toEqual(["fast", "ordinary"]);
  });

  test("nobody starves: whoever is the k-th in the ordinary line is called within 3k + 2d calls, however many with priority keep coming", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 }), fc.array(fc.nat(), { minLength: 80, maxLength: 80 }), (people, desks, order) => {
        const waiting: Waiting[] = Array.from({ length: people }, (_, i) => ({ number: i + 1, lane: "ordinary" }));
        const calls = new Map<number, Lane[]>();
        const calledAs = new Map<number, number>();
        let made = 0;
        for (const pick of order) {
          // Somebody with priority is always there.
          waiting.push({ number: 1_000 + made, lane: "priority" });
          const called = callAt(pick % desks, waiting, calls);
          made += 1;
          if (called) calledAs.set(called.number, made);
        }
        for (let k = 1; k <= people; k += 1) expect(calledAs.get(k)).toBeLessThanOrEqual(3 * k + fastInARow * desks);
      }),
    );
  });

  test("the fast line gets two of three calls while both wait, and each line keeps its own order", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Lane>("priority", "appointment", "ordinary"), { minLength: 1, maxLength: 60 }), (mix) => {
        const waiting: Waiting[] = mix.map((lane, i) => ({ number: i + 1, lane }));
        const calls = new Map<number, Lane[]>();
        const called: Waiting[] = [];
        for (let next = callAt(1, waiting, calls); next; next = callAt(1, waiting, calls)) called.push(next);
        expect(called).toHaveLength(mix.length);
        for (const line of ["fast", "ordinary"]) {
          const numbers = called.filter(({ lane }) => lineOf(lane) === line).map(({ number }) => number);
          expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
        }
      }),
    );
  });
});

test("a ticket that is done is done; from every other state there is a way on", () => {
  const ways = (state: (typeof ticketStates)[number]): string[] => Object.keys(ticketActions).filter((action) => allows(action as keyof typeof ticketActions, state));
  expect(Object.fromEntries(ticketStates.map((state) => [state, ways(state)]))).toEqual({
    waiting: [],
    called: ["again", "start", "noShow"],
    serving: ["finish"],
    done: [],
    noShow: ["comeBack"],
  });
});

test("a number has three digits at least", () => {
  expect([1, 42, 1_234].map(showNumber)).toEqual(["001", "042", "1234"]);
});
