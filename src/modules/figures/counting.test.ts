import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { at } from "../../../test/world/counter.ts";
import type { WorkCalendar } from "../../kernel/clock/calendar.ts";
import { workCalendar } from "../../kernel/clock/calendar.ts";
import { holidayLaw, officeHoursLaw } from "../../kernel/clock/calendar-law.ts";
import { loadLaw } from "../../kernel/law/load.ts";
import { countedDossiers } from "../procedures/index.ts";
import { type Countable, type Counted, count, meaningsOf } from "./counting.ts";
import { bucketOf, isNothing, minus, plus, quantileOf, sharesOf, sum } from "./tally.ts";

const meanings = meaningsOf(countedDossiers);
let calendar: WorkCalendar;
beforeAll(async () => {
  const law = await loadLaw("db/law", { holidays: holidayLaw, officeHours: officeHoursLaw });
  calendar = workCalendar(law, { provinceCode: "24", communeCode: "07612" });
});

const step = (seq: number, action: string, day: string, facts = {}) => ({ seq, action, at: at(`${day}T10:00:00`), facts });
/** Received on Monday 2/11/2026 at 8:00, due on Thursday at 17:00. */
const given = (over: Partial<Countable> = {}): Countable => ({
  ...{ matterId: 1, kind: "dossier", regime: "counter", code: "X", channel: "counter", procedureCode: "P", digital: true, steps: [], pauses: [], breaches: [] },
  ...{ receivedAt: at("2026-11-02T08:00:00"), dueAt: at("2026-11-05T17:00:00"), settledAt: null, closedAt: null, firstPromise: null },
  ...over,
});
const counted = (over: Partial<Countable>): Counted => count(given(over), meanings, calendar);
const settledAt = at("2026-11-04T10:00:00");
const signed = [step(2, "sign", "2026-11-04")];

describe("how a dossier stands", () => {
  test("the meanings are read off its life", () => {
    expect(Object.fromEntries(Object.entries(meanings).map(([name, actions]) => [name, [...actions]]))).toEqual({
      answers: ["sign", "signRefusal", "handOver", "handOverRefusal", "withdraw", "stop"],
      withdraws: ["withdraw"],
      stops: ["stop"],
      tells: ["askSupplement", "hold"],
      asks: ["askSupplement"],
      reopens: ["correct"],
    });
  });

  test("ready by its time, it is in time; it took the office time between, without lunch", () => {
    expect(counted({ settledAt, steps: signed })).toMatchObject({ standing: "onTime", digitised: true, answeredMonth: "2026-11-01", handlingMinutes: (7 + 7.5 + 2.5) * 60 });
  });

  test("asked for papers in writing, it is in time after a pause, and the pause is not its handling", () => {
    const pauses = [{ seq: 2, fromAt: at("2026-11-02T10:00:00"), toAt: at("2026-11-03T10:00:00") }];
    const steps = [step(2, "askSupplement", "2026-11-02"), step(3, "resume", "2026-11-03"), step(4, "sign", "2026-11-04")];
    expect(counted({ settledAt, pauses, steps })).toMatchObject({ standing: "onTimeAfterPause", pauses: 1, unaskedPauses: 0, pausedMinutes: 450, returns: 1, repeatReturns: 0 });
  });

  test("stopped without a word to the resident, it is not in time", () => {
    const pauses = [{ seq: 2, fromAt: at("2026-11-02T10:00:00"), toAt: at("2026-11-03T10:00:00") }];
    expect(counted({ settledAt, pauses, steps: [step(4, "sign", "2026-11-04")] })).toMatchObject({ standing: "pausedUnasked", unaskedPauses: 1 });
  });

  test("a second request counts against the post, unless the request says that nothing in it is repeated", () => {
    const asks = [step(2, "askSupplement", "2026-11-02"), step(4, "askSupplement", "2026-11-03")];
    expect(counted({ steps: asks })).toMatchObject({ returns: 2, repeatReturns: 1 });
    expect(counted({ steps: [asks[0] as never, step(4, "askSupplement", "2026-11-03", { repeated: 0 })] })).toMatchObject({ repeatReturns: 0 });
    expect(counted({ steps: [step(2, "askSupplement", "2026-11-02", { repeated: 2 })] })).toMatchObject({ repeatReturns: 1 });
  });

  test("withdrawn in time it is neither; without a term it is neither", () => {
    expect(counted({ settledAt, steps: [step(2, "withdraw", "2026-11-04")] })).toMatchObject({ standing: "withdrawn", digitised: null, handlingMinutes: null });
    expect(counted({ dueAt: null, settledAt, steps: signed })).toMatchObject({ standing: "untimed" });
  });

  test("stopped by law in time it is no answer, neither in time nor late", () => {
    expect(counted({ settledAt, closedAt: settledAt, steps: [step(2, "stop", "2026-11-04")] })).toMatchObject({
      ...{ standing: "stopped", wasWithdrawn: false, digitised: null, handlingMinutes: null, isOpen: false },
    });
  });

  test("waiting for another authority is told, and is no request for papers", () => {
    const pauses = [{ seq: 2, fromAt: at("2026-11-02T10:00:00"), toAt: at("2026-11-03T10:00:00") }];
    const steps = [step(2, "hold", "2026-11-02"), step(4, "sign", "2026-11-04")];
    expect(counted({ settledAt, pauses, steps })).toMatchObject({ standing: "onTimeAfterPause", pauses: 1, unaskedPauses: 0, returns: 0, repeatReturns: 0 });
  });

  test("a new day named before the first was over is kept as such; ready by the first day it is simply in time", () => {
    const extended = { dueAt: at("2026-11-09T17:00:00"), firstPromise: at("2026-11-05T17:00:00") };
    expect(counted({ ...extended, steps: [step(3, "sign", "2026-11-06")] })).toMatchObject({ standing: "extended" });
    expect(counted({ ...extended, steps: [step(3, "sign", "2026-11-05")] })).toMatchObject({ standing: "onTime" });
    expect(counted({ ...extended, steps: [step(3, "sign", "2026-11-10")], breaches: [extended.dueAt] })).toMatchObject({ standing: "late" });
  });

  test("what stands still after the answer does not change how it was given", () => {
    const pauses = [{ seq: 4, fromAt: at("2026-11-06T10:00:00"), toAt: null }];
    const steps = [...signed, step(3, "correct", "2026-11-06"), step(4, "askSupplement", "2026-11-06")];
    expect(counted({ dueAt: null, steps, pauses })).toMatchObject({ standing: "onTime", pauses: 0, pausedMinutes: 0, reopened: 1, returns: 1 });
  });

  test("late now means that the instant it is due was missed and written down", () => {
    const missed = at("2026-11-05T17:00:00");
    expect(counted({ breaches: [missed] })).toMatchObject({ isLateNow: true, standing: null });
    // Extended since: it is open, it was late, and it is not late now.
    expect(counted({ dueAt: at("2026-11-09T17:00:00"), breaches: [missed] })).toMatchObject({ isLateNow: false });
  });
});

describe("what somebody might try", () => {
  const missed = at("2026-11-05T17:00:00");
  const tricks = {
    "taking it up again and signing anew": [step(2, "sign", "2026-11-06"), step(3, "correct", "2026-12-01"), step(4, "sign", "2026-12-02")],
    "stopping it": [step(2, "stop", "2026-11-06")],
    "getting the resident to withdraw": [step(2, "withdraw", "2026-11-06")],
    "signing, taking it up and withdrawing in another month": [step(2, "sign", "2026-11-06"), step(3, "correct", "2026-12-01"), step(4, "withdraw", "2026-12-02")],
    "asking for papers once it is late": [step(2, "askSupplement", "2026-11-06"), step(3, "resume", "2026-11-09"), step(4, "signRefusal", "2026-11-10")],
  };
  test.each(Object.entries(tricks))("%s leaves a late dossier late, in its month", (_name, steps) => {
    const pauses = [{ seq: 2, fromAt: at("2026-11-06T10:00:00"), toAt: at("2026-11-09T10:00:00") }].filter(() => steps.some(({ action }) => action === "askSupplement"));
    expect(counted({ steps, pauses, dueAt: at("2026-12-31T17:00:00"), breaches: [missed] })).toMatchObject({ standing: "late", answeredMonth: "2026-11-01" });
  });

  const action = fc.constantFrom("assign", "propose", "sendBack", "askSupplement", "resume", "sign", "signRefusal", "correct", "hold", "withdraw", "stop", "handOver");
  const story = fc.record({
    actions: fc.array(action, { maxLength: 12 }),
    breached: fc.boolean(),
    online: fc.boolean(),
    pauses: fc.array(fc.record({ seq: fc.integer({ min: 2, max: 13 }), days: fc.nat(3) }), { maxLength: 3 }),
  });
  type Story = {
    readonly actions: readonly string[];
    readonly breached: boolean;
    readonly online: boolean;
    readonly pauses: readonly { readonly seq: number; readonly days: number }[];
  };
  const matterOf = ({ actions, breached, online, pauses }: Story, matterId = 1): Countable => {
    const day = (n: number): Date => new Date(at("2026-11-02T10:00:00").getTime() + n * 86_400_000);
    return given({
      matterId,
      channel: online ? "nationalPortal" : "counter",
      steps: actions.map((name, i) => ({ seq: i + 2, action: name, at: day(3 * i), facts: {} })),
      pauses: pauses.map(({ seq, days }) => ({ seq, fromAt: day(3 * seq), toAt: day(3 * seq + days) })),
      breaches: breached ? [missed] : [],
      dueAt: at("2027-01-29T17:00:00"),
    });
  };

  test("whatever is done after the first answer changes neither its month nor how it stands", () => {
    fc.assert(
      fc.property(story, fc.array(action, { maxLength: 6 }), (one, more) => {
        const before = count(matterOf(one), meanings, calendar);
        fc.pre(before.answeredAt !== null);
        const after = count(matterOf({ ...one, actions: [...one.actions, ...more] }), meanings, calendar);
        expect(after.answeredMonth).toBe(before.answeredMonth);
        expect(after.handlingMinutes).toBe(before.handlingMinutes);
        expect(after.standing).toBe(before.standing);
      }),
    );
  });

  test("a breach makes late whatever else happened, and nothing without an answer stands anywhere", () => {
    fc.assert(
      fc.property(story, (one) => {
        const { standing, answeredAt } = count(matterOf(one), meanings, calendar);
        expect(standing === null).toBe(answeredAt === null);
        if (answeredAt && one.breached) expect(standing).toBe("late");
        if (standing === "onTime") expect(matterOf(one).pauses.filter(({ fromAt }) => answeredAt && fromAt <= answeredAt)).toEqual([]);
      }),
    );
  });

  test("every answered dossier is in one standing, procedures add up to the whole, and what is taken away leaves nothing", () => {
    fc.assert(
      fc.property(fc.array(story, { maxLength: 8 }), (stories) => {
        const matters = stories.map((one, i) => count({ ...matterOf(one, i), procedureCode: `P${i % 3}` }, meanings, calendar));
        const cells = matters.flatMap((matter) => [...sharesOf(matter).values()]);
        const whole = sum(cells.filter(({ cell }) => cell.procedureCode === "").map(({ tally }) => tally));
        const parts = sum(cells.filter(({ cell }) => cell.procedureCode !== "").map(({ tally }) => tally));
        expect(parts).toEqual(whole);
        expect(whole.received).toBe(matters.length);
        const { onTime, onTimeAfterPause, pausedUnasked, extended, late, withdrawn, stopped, untimed } = whole;
        expect(onTime + onTimeAfterPause + pausedUnasked + extended + late + withdrawn + stopped + untimed).toBe(matters.filter(({ answeredAt }) => answeredAt !== null).length);
        expect(isNothing(minus(whole, parts))).toBe(true);
        expect(plus(minus(whole, parts), whole)).toEqual(whole);
      }),
    );
  });
});

test("a time lies in a bucket whose upper edge is at most 15 % above it, and the middle one is found again", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200_000 }), (minutes) => {
      const edge = 1.15 ** bucketOf(minutes);
      expect(edge).toBeGreaterThanOrEqual(minutes * 0.999999);
      expect(edge).toBeLessThan(minutes * 1.150001);
    }),
  );
  expect(quantileOf([], 0.5)).toBeNull();
  const times = [30, 60, 480];
  const handling = times.reduce<number[]>((buckets, minutes) => {
    const at = bucketOf(minutes);
    return Array.from({ length: Math.max(buckets.length, at + 1) }, (_, i) => (buckets[i] ?? 0) + (i === at ? 1 : 0));
  }, []);
  expect(quantileOf(handling, 0.5)).toBeGreaterThanOrEqual(60);
  expect(quantileOf(handling, 0.5)).toBeLessThan(69);
});
