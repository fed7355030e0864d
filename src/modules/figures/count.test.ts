import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { cast, postOf, units } from "../../../test/world/cast.ts";
import { at, confirmation, receive } from "../../../test/world/counter.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { clockIn, type Place } from "../../kernel/actor.ts";
import { noteBreaches } from "../../kernel/deadline.ts";
import type { Matter } from "../../kernel/matter.ts";
import { takeTouches } from "../../kernel/touches.ts";
import {
  askSupplement,
  assignTo,
  handOver,
  holdWork,
  proposeResult,
  releaseWork,
  resumeWork,
  sendBack,
  signApology,
  signResult,
  startWork,
  stopWork,
  withdraw,
} from "../procedures/index.ts";
import { correctResult } from "../procedures/service/work.ts";
import { findCells, findCounted, putCounted } from "./queries/counts.ts";
import { countAll, countTouched, rebuildFigures, sumUp } from "./service/count.ts";
import { isNothing, plus } from "./tally.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const place: Place = postOf(units.phuongSon);
const clock = clockIn(place);
const minh = as(cast.minh);
const binh = as(cast.binh);
const countNow = async (now?: Date): Promise<void> => {
  while ((await world.commit(clock, countTouched, now)) > 0);
};

/** Everything that figures keep of the post, as it lies in the tables. */
async function kept(): Promise<{ matters: unknown[]; cells: unknown[] }> {
  return await world.asOwner(async (owner) => ({
    matters: (await owner.query("select * from counted_matters where commune_id = $1 order by matter_id", [place.communeId])).rows,
    cells: (await owner.query("select * from matter_stats where commune_id = $1 order by month, kind, procedure_code", [place.communeId])).rows,
  }));
}

/** The sums by the shortest way: every timeline read now, nothing remembered. */
async function afresh(): Promise<Map<string, unknown>> {
  return await world.try(clock, async (tx) => {
    const matters = (await Array.fromAsync(countAll(tx, place))).flat();
    return new Map([...sumUp(matters.map((matter) => ({ matter, sign: plus })))].filter(([, { tally }]) => !isNothing(tally)).map(([key, { tally }]) => [key, tally]));
  });
}

async function summed(): Promise<Map<string, unknown>> {
  return await world.try(clock, async (tx) => {
    const cells = await afreshCells();
    const found = await findCells(tx, place, cells);
    const { rows } = await world.asOwner((owner) => owner.query<{ count: number }>("select count(*)::int as count from matter_stats where commune_id = $1", [place.communeId]));
    expect(found.size).toBe(rows[0]?.count);
    return new Map([...found].map(([key, { received, ...row }]) => [key, { received, ...row }]));
  });
}
const afreshCells = async () =>
  await world.try(clock, async (tx) => {
    const matters = (await Array.fromAsync(countAll(tx, place))).flat();
    return [...sumUp(matters.map((matter) => ({ matter, sign: plus }))).values()].map(({ cell }) => cell);
  });

async function expectTrue(): Promise<void> {
  const [sums, counted] = [await summed(), await afresh()];
  expect([...sums.keys()].sort()).toEqual([...counted.keys()].sort());
  for (const [key, tally] of counted) expect(sums.get(key)).toMatchObject(tally as object);
  const before = await kept();
  await world.commit(clock, rebuildFigures);
  expect(await kept()).toEqual(before);
}

type Verb = "start" | "ask" | "resume" | "propose" | "sendBack" | "sign" | "correct" | "handOver" | "withdraw" | "assign" | "breach" | "hold" | "release" | "apologise" | "stop";
const verbs: readonly Verb[] = [
  "start",
  "ask",
  "resume",
  "propose",
  "sendBack",
  "sign",
  "correct",
  "handOver",
  "withdraw",
  "assign",
  "breach",
  "hold",
  "release",
  "apologise",
  "stop",
];

/** Does a verb to a dossier if its state lets it, and says nothing when it does not. */
async function attempt(verb: Verb, { publicRef }: Matter, now: Date): Promise<void> {
  const version = await world.asOwner(
    async (owner) => (await owner.query<{ version: number }>("select version from matters where public_ref = $1", [publicRef])).rows[0]?.version ?? 0,
  );
  const acts: Record<Verb, () => Promise<unknown>> = {
    start: () => world.commit(minh, (tx) => startWork(tx, publicRef, { version }), now),
    ask: () => world.commit(minh, (tx) => askSupplement(tx, publicRef, { version, defects: [{ code: "unsigned", paper: "CT01" }], why: "sót" }), now),
    resume: () => world.commit(minh, (tx) => resumeWork(tx, publicRef, { version }), now),
    propose: () => world.commit(minh, (tx) => proposeResult(tx, publicRef, { version, proposal: confirmation("2027-11-20") }), now),
    sendBack: () => world.commit(binh, (tx) => sendBack(tx, publicRef, { version, note: "sai tên" }), now),
    sign: () => world.commit(binh, (tx) => signResult(tx, publicRef, { version }), now),
    correct: () => world.commit(binh, (tx) => correctResult(tx, publicRef, { version, note: "sai tên" }), now),
    handOver: () => world.commit(minh, (tx) => handOver(tx, publicRef, { version, to: "self" }), now),
    withdraw: () => world.commit(minh, (tx) => withdraw(tx, publicRef, { version, note: "bà con rút" }), now),
    assign: () => world.commit(binh, (tx) => assignTo(tx, publicRef, { version, assigneeId: cast.minh.id }), now),
    hold: () => world.commit(minh, (tx) => holdWork(tx, publicRef, { version, key: "otherAuthority-1" }), now),
    release: () => world.commit(minh, (tx) => releaseWork(tx, publicRef, { version }), now),
    apologise: () => world.commit(binh, (tx) => signApology(tx, publicRef, { version, reason: "chờ xác minh", added: 2 }), now),
    stop: () => world.commit(binh, (tx) => stopWork(tx, publicRef, { version, code: "doneOtherwise", remark: null }), now),
    breach: () => world.commit(clock, (tx) => noteBreaches(tx, place), now),
  };
  await acts[verb]().catch((error: { code?: string }) => {
    if (!["notNow", "changedMeanwhile", "invalid"].includes(error.code ?? "")) throw error;
  });
}

test("whatever officers do at once, and however often it is counted between: what is kept is what the timelines say, and counting all anew changes nothing", async () => {
  const story = fc.array(fc.record({ who: fc.nat(3), verb: fc.constantFrom(...verbs), days: fc.nat(5), counts: fc.boolean(), rebuilds: fc.nat(5) }), {
    minLength: 6,
    maxLength: 18,
  });
  await fc.assert(
    fc.asyncProperty(story, async (steps) => {
      let now = at("2026-08-28T09:00:00");
      const dossiers: Matter[] = [];
      for (let i = 0; i < 4; i++) dossiers.push(await receive(world, i % 2 ? { procedureCode: "1.004194", caseId: "standard" } : {}, now));
      const running: Promise<void>[] = [];
      for (const { who, verb, days, counts, rebuilds } of steps) {
        now = new Date(now.getTime() + days * 86_400_000);
        running.push(attempt(verb, dossiers[who] as Matter, now));
        if (counts) running.push(countNow(now));
        if (rebuilds === 0) running.push(world.commit(clock, rebuildFigures, now).then(() => {}));
        if (running.length >= 4) await Promise.all(running.splice(0));
      }
      await Promise.all(running);
      await countNow(now);
      await expectTrue();
    }),
    { numRuns: 12, endOnFailure: true, interruptAfterTimeLimit: 60_000 },
  );
}, 120_000);

describe("a move that commits late", () => {
  afterEach(() => countNow());

  test("is counted when it is there, not lost and not counted twice", async () => {
    const early = await receive(world);
    await countNow();
    const open = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    const late = world.commit(minh, async (tx) => {
      const moved = await withdraw(tx, early.publicRef, { version: 1, note: "bà con rút" });
      asked.resolve();
      await open.promise;
      return moved;
    });
    await asked.promise;
    // Later in every way, and there first.
    await receive(world);
    await countNow();
    const standing = async (): Promise<unknown> => (await world.try(clock, (tx) => findCounted(tx, place, [early.id])))[0]?.standing;
    expect(await standing()).toBeNull();
    open.resolve();
    await late;
    await countNow();
    expect(await standing()).toBe("withdrawn");
    await expectTrue();
  });

  test("a job that fails leaves everything to the next one", async () => {
    const matter = await receive(world);
    await world.try(clock, countTouched);
    expect(await world.try(clock, (tx) => takeTouches(tx, place, 10))).toContain(matter.id);
  });
});

test("the clock that notes deadlines and officers who move what is late never wait for each other", async () => {
  for (let round = 0; round < 5; round++) {
    const received = at("2026-08-28T09:00:00");
    const late: Matter[] = [];
    for (let i = 0; i < 4; i++) late.push(await receive(world, {}, received));
    const now = at("2026-10-28T09:00:00");
    await Promise.all([...late.map((matter) => attempt("withdraw", matter, now)), attempt("breach", late[0] as Matter, now)]);
    await attempt("breach", late[0] as Matter, now);
    const ids = late.map(({ id }) => id);
    const { rows } = await world.asOwner((owner) => owner.query("select count(distinct matter_id)::int as count from breaches where matter_id = any($1)", [ids]));
    expect(rows[0].count).toBe(4);
  }
});

test("several who count at once count once", async () => {
  for (let i = 0; i < 5; i++) await receive(world);
  await Promise.all(Array.from({ length: 4 }, () => countNow()));
  await expectTrue();
});

test("an officer neither takes touches away nor writes a figure, whatever his rights; another post's clock sees nothing of it", async () => {
  const matter = await receive(world);
  expect(await world.try(binh, (tx) => takeTouches(tx, place, 10))).toEqual([]);
  await expect(world.try(binh, countTouched)).rejects.toMatchObject({ code: "notPermitted" });
  await countNow();
  const [counted] = await world.try(binh, (tx) => findCounted(tx, place, [matter.id]));
  if (!counted) throw new Error("not counted");
  await expect(world.try(binh, (tx) => putCounted(tx, place, [{ ...counted, standing: "onTime" }]))).rejects.toThrow(/row-level security/);
  // Not even the clock writes for a regime in which it has no work, and an officer of the counter would not see it.
  await expect(world.try(clock, (tx) => putCounted(tx, place, [{ ...counted, regime: "listening" }]))).rejects.toThrow(/row-level security/);
  const other = clockIn(postOf(units.huuLung));
  expect(await world.try(other, (tx) => findCounted(tx, place, [matter.id]))).toEqual([]);
});
