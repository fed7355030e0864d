import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { at, receive, sign } from "../../../test/world/counter.ts";
import { as } from "../../../test/world/index.ts";
import { addDays, type Day, dayOf, instantAt } from "../../base/day.ts";
import { gate } from "../../kernel/actor.ts";
import { termUnits } from "../../kernel/clock/term.ts";
import type { Matter } from "../../kernel/matter.ts";
import { askSupplement, resumeWork, startWork } from "../procedures/index.ts";
import { binh, clock, minh, openStage, son, stage } from "./inbox.stage.ts";
import { listComing } from "./queries/escalations.ts";
import { sightOf } from "./routes/lines.ts";
import { answerEscalation, communesToEscalate, noteEscalations } from "./service/escalating.ts";

openStage();

const minutes = (from: Date, count: number): Date => new Date(from.getTime() + count * 60_000);
const tick = (now: Date) => stage.world.commit(clock, noteEscalations, now);
type Escalation = { matter_id: number; due_at: Date; at: Date };
const written = () => stage.world.asOwner(async (client) => (await client.query<Escalation>("select matter_id, due_at, at from escalations order by at, matter_id")).rows);
const comingTo = (actor: typeof binh, now: Date) => stage.world.try(actor, async (tx) => (await listComing(tx, sightOf(tx), 20)).map(({ code }) => code), now);

/** Due on Thursday 26/11/2026 at 17:00; the afternoon of that day has three hours and a half, so four working hours begin at 11:00. */
const threeDays = () => receive(stage.world, {}, at("2026-11-20T15:02:00"));
const near = at("2026-11-26T11:00:00");
const due = at("2026-11-26T17:00:00");

describe("the chief is told before a deadline", () => {
  test("at the first minute of the lead, once, and nobody at work is disturbed", async () => {
    const matter = await threeDays();
    expect(await tick(minutes(near, -1))).toBe(0);
    expect(await stage.world.try(gate, communesToEscalate, at("2026-11-20T15:03:00"))).toEqual([]);
    expect(await stage.world.try(gate, communesToEscalate, near)).toEqual([matter.communeId]);
    expect(await tick(near)).toBe(1);
    expect(await stage.world.try(gate, communesToEscalate, minutes(near, 1))).toEqual([]);
    expect(await tick(minutes(near, 1))).toBe(0);
    expect(await written()).toEqual([{ matter_id: matter.id, due_at: due, at: near }]);
    // The officer who opened the dossier before goes on with the version that she saw.
    expect((await stage.world.commit(minh, (tx) => startWork(tx, matter.publicRef, { version: 1 }), minutes(near, 2))).version).toBe(2);
  });

  test("whoever may give it out is alerted, by code alone and once; who does the work is not", async () => {
    const matter = await threeDays();
    await tick(minutes(near, -1));
    await Promise.all([1, 2].map(() => tick(near)));
    await tick(minutes(near, 1));
    const alerts = await stage.world.asOwner(
      async (client) => (await client.query("select account_id, template, facts, queued_at from alerts where key like $1", [`nearlyLate:${matter.id}:%`])).rows,
    );
    expect(alerts).toEqual([{ account_id: binh.id, template: "work.nearlyLate", facts: { code: matter.code }, queued_at: near }]);
  });

  test("two clocks at the same moment write it once", async () => {
    await threeDays();
    const counts = await Promise.all([tick(near), tick(near), tick(near)]);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await written()).toHaveLength(1);
  });

  test("never of what is paused, ready or late already", async () => {
    const paused = await threeDays();
    await stage.world.commit(
      minh,
      (tx) => askSupplement(tx, paused.publicRef, { version: 1, defects: [{ code: "unsigned", paper: "CT01" }], why: "Sót" }),
      at("2026-11-23T09:00:00"),
    );
    await sign(stage.world, await threeDays(), { now: at("2026-11-23T09:00:00") });
    expect(await tick(near)).toBe(0);
    await threeDays();
    expect(await tick(minutes(due, 1))).toBe(0);
  });

  test("a new deadline after a pause is told of again, the old word stays", async () => {
    const matter = await threeDays();
    await tick(near);
    const asked = await stage.world.commit(
      minh,
      (tx) => askSupplement(tx, matter.publicRef, { version: 1, defects: [{ code: "unsigned", paper: "CT01" }], why: "Sót" }),
      minutes(near, 5),
    );
    expect(await comingTo(binh, minutes(near, 6))).toEqual([]);
    const resumed = await stage.world.commit(minh, (tx) => resumeWork(tx, matter.publicRef, { version: asked.version }), at("2026-11-30T09:00:00"));
    expect(await tick(at("2026-11-30T09:01:00"))).toBe(resumed.dueAt && resumed.dueAt < at("2026-11-30T14:00:00") ? 1 : 0);
    await tick(minutes(resumed.dueAt as Date, -1));
    expect((await written()).map((row) => row.due_at)).toEqual([due, resumed.dueAt]);
  });

  test("what is written cannot be changed or taken back by anybody at the post", async () => {
    await threeDays();
    await tick(near);
    for (const statement of ["update escalations set at = now()", "delete from escalations", "update escalation_acts set act = 'noted'", "delete from escalation_acts"]) {
      await expect(
        stage.world.commit(binh, (tx) => sql.raw(statement).execute(tx.db)),
        statement,
      ).rejects.toThrow(/permission denied/);
    }
    await expect(stage.world.commit(minh, noteEscalations)).rejects.toMatchObject({ code: "notPermitted" });
  });

  test("for any moment of receipt, any pause and a clock of every minute: always before, never while paused, once for each deadline", async () => {
    const moment = fc.record({ day: fc.integer({ min: 0, max: 11 }), minute: fc.integer({ min: 0, max: 9 * 60 }) });
    const pauses = fc.option(fc.record({ after: fc.integer({ min: 1, max: 3_000 }), long: fc.integer({ min: 1, max: 3_000 }) }));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("1.010039", "1.010041"), moment, pauses, async (code, { day, minute }, pause) => {
        const from = minutes(instantAt(addDays("2026-11-09" as Day, day), "07:30"), minute);
        const matter = await receive(stage.world, { procedureCode: code, caseId: firstCase(code, from), handedOver: [] }, from);
        const stop = pause && minutes(from, pause.after) < (matter.dueAt as Date) ? minutes(from, pause.after) : null;
        await runMinutes(matter, stop);
        const dues = [matter.dueAt];
        if (pause && stop) {
          const before = await writtenOf(matter);
          const asked = await stage.world.commit(minh, (tx) => askSupplement(tx, matter.publicRef, { version: 1, defects: [{ code: "databaseMismatch", paper: null }] }), stop);
          for (const part of [0.1, 0.5, 1]) await tick(minutes(stop, pause.long * part));
          expect(await writtenOf(matter)).toEqual(before);
          const resumed = await stage.world.commit(minh, (tx) => resumeWork(tx, matter.publicRef, { version: asked.version }), minutes(stop, pause.long));
          await runMinutes({ ...resumed, receivedAt: minutes(stop, pause.long) }, null);
          dues.push(resumed.dueAt);
        }
        const all = await writtenOf(matter);
        for (const row of all) expect(row.at < row.due_at).toBe(true);
        const told = all.map((row) => row.due_at.getTime());
        expect(new Set(told).size).toBe(told.length);
        // The last deadline, which nothing stopped, was told of; an earlier one only if it had come near before the pause.
        expect(told).toContain(dues.at(-1)?.getTime());
        for (const one of told) expect(dues.map((due) => due?.getTime())).toContain(one);
      }),
      { numRuns: 15 },
    );
  });
});

function firstCase(code: string, from: Date): string {
  const on = dayOf(from);
  const row = stage.world.house.procedures.rows.find((one) => one.code === code && one.validFrom <= on && (one.validTo === null || on <= one.validTo));
  return row?.cases.find((one) => !one.doneByAuthority)?.id ?? "";
}

const writtenOf = async ({ id }: Matter) => (await written()).filter((row) => row.matter_id === id);

/**
 * The clock of every minute from a receipt to the deadline or to a pause. Halving finds the first minute at which it writes this
 * deadline; the minutes before it write nothing, so the ones around it are run.
 */
async function runMinutes(matter: Matter, until: Date | null): Promise<void> {
  const start = matter.receivedAt;
  const end = Math.min((matter.dueAt as Date).getTime(), until?.getTime() ?? Number.POSITIVE_INFINITY);
  let [low, high] = [0, Math.ceil((end - start.getTime()) / 60_000) - 1];
  const writes = (count: number): Promise<boolean> =>
    stage.world.try(
      clock,
      async (tx) => {
        await noteEscalations(tx);
        const { rows } = await sql`select from escalations where matter_id = ${matter.id} and due_at = ${matter.dueAt}`.execute(tx.db);
        return rows.length > 0;
      },
      minutes(start, count),
    );
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (await writes(middle)) high = middle;
    else low = middle + 1;
  }
  for (const count of [low - 1, low, low + 1]) if (count >= 0 && minutes(start, count).getTime() < end) await tick(minutes(start, count));
}

describe("what the chief does about it", () => {
  test("taking note takes it off his list and touches nothing else", async () => {
    const matter = await threeDays();
    await tick(near);
    expect(await comingTo(binh, minutes(near, 1))).toEqual([matter.code]);
    await stage.world.commit(binh, (tx) => answerEscalation(tx, sightOf(tx), matter.publicRef, { act: "noted" }), minutes(near, 1));
    expect(await comingTo(binh, minutes(near, 2))).toEqual([]);
    const [row] = await stage.world.asOwner(async (client) => (await client.query("select version, (select act from escalation_acts) as act from matters")).rows);
    expect(row).toEqual({ version: 1, act: "noted" });
    await expect(stage.world.commit(binh, (tx) => answerEscalation(tx, sightOf(tx), matter.publicRef, { act: "noted" }), minutes(near, 2))).rejects.toMatchObject({
      code: "notFound",
    });
  });

  test("giving it away and an instruction stand in the timeline, unseen by the resident", async () => {
    const [one, other] = [await threeDays(), await threeDays()];
    await tick(near);
    const now = minutes(near, 1);
    await stage.world.commit(binh, (tx) => answerEscalation(tx, sightOf(tx), one.publicRef, { act: "assigned", version: 1, assigneeId: cast.son.id }), now);
    await stage.world.commit(binh, (tx) => answerEscalation(tx, sightOf(tx), other.publicRef, { act: "instructed", version: 1, instruction: "Gọi cho bà con trước 15 giờ." }), now);
    const rows = await stage.world.asOwner(async (client) => (await client.query("select action, note, public from timeline where seq = 2 order by matter_id")).rows);
    expect(rows).toEqual([
      { action: "assign", note: null, public: false },
      { action: "instruct", note: "Gọi cho bà con trước 15 giờ.", public: false },
    ]);
    expect(await comingTo(binh, minutes(near, 2))).toEqual([]);
  });

  test("an older version is told, and the matter stays on the list", async () => {
    const matter = await threeDays();
    await tick(near);
    await stage.world.commit(minh, (tx) => startWork(tx, matter.publicRef, { version: 1 }), near);
    const late = stage.world.commit(binh, (tx) => answerEscalation(tx, sightOf(tx), matter.publicRef, { act: "assigned", version: 1, assigneeId: cast.son.id }), near);
    await expect(late).rejects.toMatchObject({ code: "changedMeanwhile" });
    expect(await comingTo(binh, minutes(near, 1))).toEqual([matter.code]);
  });

  test("only whoever gives work out may, and only at his own post", async () => {
    const matter = await threeDays();
    await tick(near);
    const note = (actor: typeof binh) => stage.world.commit(actor, (tx) => answerEscalation(tx, sightOf(tx), matter.publicRef, { act: "noted" }), near);
    await expect(note(son)).rejects.toMatchObject({ code: "notPermitted" });
    await expect(note(as(cast.long))).rejects.toMatchObject({ code: "notFound" });
    // The database answers the same when TypeScript is left out.
    const past = stage.world.commit(son, (tx) =>
      sql`insert into escalation_acts select commune_id, matter_id, due_at, province_id, regime, ${near}, ${cast.son.id}, 'counter.assign', 'noted' from escalations`.execute(
        tx.db,
      ),
    );
    await expect(past).rejects.toThrow(/row-level security/);
  });
});

test("the house has a lead for every way of counting a term", () => {
  const { escalationLeads } = stage.world.house;
  expect(escalationLeads.rows.map(({ termUnit }) => termUnit).sort()).toEqual([...termUnits].sort());
});
