import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../test/world/cast.ts";
import { as, friday, openWorld, type World } from "../../test/world/index.ts";
import { can, defineMatter, type Matter, move, openMatter } from "./matter.ts";
import type { Tx } from "./tx.ts";

const errand = defineMatter({
  kind: "errand",
  regime: "counter",
  states: ["received", "waiting", "done"],
  first: "received",
  opens: "counter.receive",
  actions: {
    wait: { from: ["received"], to: "waiting", needs: "counter.process", public: true, reason: "required", clock: "pause" },
    goOn: { from: ["waiting"], to: "received", needs: "counter.process", public: true, reason: "none", clock: "resume" },
    assign: { from: ["received", "waiting"], needs: "counter.assign", public: false, reason: "none" },
    again: { from: ["done"], to: "received", needs: "counter.sign", public: true, reason: "none", clock: "restart" },
    finish: { from: ["received"], to: "done", needs: "counter.sign", public: true, reason: "none", closes: "granted", notice: true },
  },
});

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const threeDays = { term: { unit: "workingDays", count: 3 }, basis: "1.010039" } as const;
let made = 0;
const given = (tx: Tx): Promise<Matter> =>
  openMatter(tx, errand, { code: `E-${++made}`, title: "An errand", channel: "counter", hamletId: null, assigneeId: null, term: threeDays, facts: {} });

const minh = as(cast.minh);
const binh = as(cast.binh);

test("an opened matter has a due instant, its arithmetic and the first row of its timeline", async () => {
  await world.try(minh, async (tx) => {
    const matter = await given(tx);
    expect(matter.dueAt).toEqual(new Date("2026-11-26T17:00:00+07:00"));
    const clock = await tx.db.selectFrom("clocks").selectAll().where("matterId", "=", matter.id).executeTakeFirstOrThrow();
    expect(clock).toMatchObject({ cause: "start", dueAt: matter.dueAt, basis: "1.010039" });
    const timeline = await tx.db.selectFrom("timeline").selectAll().where("matterId", "=", matter.id).execute();
    expect(timeline).toMatchObject([{ seq: 1, action: "open", toState: "received", actorId: cast.minh.id }]);
  });
});

test("a second officer who saw an older version is told, not overwritten", async () => {
  const matter = await world.commit(minh, given);
  await world.commit(binh, (tx) => move(tx, errand, matter.id, "assign", { version: 1, assigneeId: cast.son.id }));
  const second = world.commit(minh, (tx) => move(tx, errand, matter.id, "wait", { version: 1, note: "a paper is missing" }));
  await expect(second).rejects.toMatchObject({ code: "changedMeanwhile", status: 409 });
});

test("of two officers who click at the same moment one wins and the other is told", async () => {
  const matter = await world.commit(minh, given);
  const click = () => world.commit(minh, (tx) => move(tx, errand, matter.id, "wait", { version: 1, note: "a paper is missing" }));
  const results = await Promise.allSettled([click(), click(), click()]);
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  for (const result of results) if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "changedMeanwhile" });
});

test("what is not declared for a state, or not without a reason, or not with this right, is refused", async () => {
  await world.try(minh, async (tx) => {
    const { id } = await given(tx);
    await expect(move(tx, errand, id, "goOn", { version: 1 })).rejects.toMatchObject({ code: "notNow" });
    await expect(move(tx, errand, id, "wait", { version: 1, note: "  " })).rejects.toMatchObject({ code: "invalid" });
    await expect(move(tx, errand, id, "finish", { version: 1 })).rejects.toMatchObject({ code: "notPermitted" });
    await expect(move(tx, errand, id + 1_000, "wait", { version: 1, note: "x" })).rejects.toMatchObject({ code: "notFound" });
  });
});

test("can() says beforehand what move() would say", async () => {
  await world.try(minh, async (tx) => {
    const matter = await given(tx);
    expect(can(errand, "wait", matter, minh)).toEqual({ ok: true });
    expect(can(errand, "goOn", matter, minh)).toEqual({ ok: false, why: "notNow" });
    expect(can(errand, "finish", matter, minh)).toEqual({ ok: false, why: "notPermitted" });
    expect(can(errand, "wait", matter, as(cast.hanh))).toEqual({ ok: false, why: "notPermitted" });
  });
});

test("a pause takes the due instant away and gives it back later by the working time paused", async () => {
  const matter = await world.commit(minh, given);
  const paused = await world.commit(minh, (tx) => move(tx, errand, matter.id, "wait", { version: 1, note: "a paper is missing" }), new Date("2026-11-23T09:00:00+07:00"));
  expect(paused).toMatchObject({ dueAt: null, pausedAt: new Date("2026-11-23T09:00:00+07:00") });
  const again = await world.commit(minh, (tx) => move(tx, errand, matter.id, "goOn", { version: 2 }), new Date("2026-11-26T09:00:00+07:00"));
  expect(again.pausedAt).toBeNull();
  expect(again.dueAt).not.toBeNull();
  expect(again.dueAt?.getTime()).toBeGreaterThan(new Date("2026-11-26T17:00:00+07:00").getTime());
});

test("a move of a late matter writes the breach down, once and for good", async () => {
  const matter = await world.commit(minh, given);
  await world.commit(minh, (tx) => move(tx, errand, matter.id, "wait", { version: 1, note: "a paper is missing" }), new Date("2026-11-26T17:00:01+07:00"));
  await world.commit(minh, (tx) => move(tx, errand, matter.id, "goOn", { version: 2 }), new Date("2026-11-27T09:00:00+07:00"));
  const breaches = await world.try(minh, (tx) => tx.db.selectFrom("breaches").selectAll().where("matterId", "=", matter.id).execute());
  expect(breaches).toMatchObject([{ dueAt: new Date("2026-11-26T17:00:00+07:00"), noticedAt: new Date("2026-11-26T17:00:01+07:00") }]);
  const inTime = await world.commit(minh, given);
  await world.commit(binh, (tx) => move(tx, errand, inTime.id, "finish", { version: 1 }), new Date("2026-11-26T17:00:00+07:00"));
  expect(await world.try(minh, (tx) => tx.db.selectFrom("breaches").selectAll().where("matterId", "=", inTime.id).execute())).toEqual([]);
});

test("a closed matter keeps when and how it ended, and the resident is told once", async () => {
  const matter = await world.commit(minh, given);
  const done = await world.commit(binh, (tx) => move(tx, errand, matter.id, "finish", { version: 1 }));
  expect(done).toMatchObject({ state: "done", outcome: "granted", closedAt: friday, settledAt: friday });
  const notices = await world.try(binh, (tx) => tx.db.selectFrom("notices").selectAll().where("matterId", "=", matter.id).execute());
  expect(notices).toMatchObject([{ template: "errand.finish", sentAt: null }]);
});

test("another term that begins after the end takes the end back, and runs from its own beginning", async () => {
  const matter = await world.commit(minh, given);
  await world.commit(binh, (tx) => move(tx, errand, matter.id, "finish", { version: 1 }));
  const monday = new Date("2026-11-30T09:00:00+07:00");
  const again = await world.commit(binh, (tx) => move(tx, errand, matter.id, "again", { version: 2, restart: { ...threeDays, from: monday } }), monday);
  expect(again).toMatchObject({ state: "received", settledAt: null, closedAt: null, outcome: null, dueAt: new Date("2026-12-03T17:00:00+07:00") });
  expect(await world.try(minh, (tx) => tx.db.selectFrom("breaches").selectAll().where("matterId", "=", matter.id).execute())).toEqual([]);
});

test("the database refuses a state change that no timeline row tells of", async () => {
  const matter = await world.commit(minh, given);
  const sneaky = world.commit(minh, (tx) => tx.db.updateTable("matters").set({ state: "done" }).where("communeId", "=", matter.communeId).where("id", "=", matter.id).execute());
  await expect(sneaky).rejects.toThrow(/without a timeline row/);
});

test("the database refuses a timeline row that claims a right its writer has not, or another name", async () => {
  const matter = await world.commit(minh, given);
  const row = {
    communeId: matter.communeId,
    matterId: matter.id,
    provinceId: matter.provinceId,
    seq: 2,
    regime: "counter",
    at: friday,
    action: "finish",
    fromState: "received",
    toState: "done",
    public: true,
    note: null,
    facts: "{}",
    changeHash: Buffer.alloc(32),
    prevHash: Buffer.alloc(32),
    hash: Buffer.alloc(32),
  } as const;
  const forge = (needs: "counter.sign" | "counter.process", actorId: number) =>
    world.try(minh, (tx) =>
      tx.db
        .insertInto("timeline")
        .values({ ...row, needs, actorId })
        .execute(),
    );
  await expect(forge("counter.sign", cast.minh.id)).rejects.toThrow(/row-level security/);
  await expect(forge("counter.process", cast.binh.id)).rejects.toThrow(/row-level security/);
});

test("nobody can change or delete the record", async () => {
  for (const table of ["timeline", "audit", "reads", "breaches", "clocks"] as const) {
    await expect(world.try(binh, (tx) => tx.db.deleteFrom(table).execute())).rejects.toThrow(/permission denied/);
  }
  await expect(
    world.try(binh, (tx) =>
      tx.db
        .updateTable("timeline")
        .set({ note: "other" } as never)
        .execute(),
    ),
  ).rejects.toThrow(/permission denied/);
});

test("a page's transaction cannot write", async () => {
  const { inTx } = await import("./tx.ts");
  const attempt = inTx(world.database, { house: world.house, actor: minh, now: friday, readOnly: true }, given);
  await expect(attempt).rejects.toThrow(/read-only/);
});
