import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { receive, sign } from "../../../test/world/counter.ts";
import { as } from "../../../test/world/index.ts";
import type { Day } from "../../base/day.ts";
import type { Matter } from "../../kernel/matter.ts";
import { assignTo, startWork, withdraw } from "../procedures/index.ts";
import { binh, minh, openLetter, openStage, son, stage } from "./inbox.stage.ts";
import { listReturnable, listToReturn } from "./queries/handovers.ts";
import { sightOf } from "./routes/lines.ts";
import { giveTicked } from "./service/giving.ts";
import { endReturn, type HandoverOrder, handOverWork } from "./service/handover.ts";

openStage();

const ticked = (matters: readonly Matter[]) => matters.map(({ id, version }) => ({ id, version }));
const give = (matters: readonly Pick<Matter, "id" | "version">[], assigneeId: number, actor = binh) =>
  stage.world.commit(actor, (tx) => giveTicked(tx, sightOf(tx), { ticked: matters.map(({ id, version }) => ({ id, version })), assigneeId }));
const owners = () =>
  stage.world.asOwner(async (client) => (await client.query<{ assignee_id: number; version: number }>("select assignee_id, version from matters order by id")).rows);
const several = async (count: number, given: Parameters<typeof receive>[1] = {}): Promise<Matter[]> => {
  const made: Matter[] = [];
  for (let i = 0; i < count; i += 1) made.push(await receive(stage.world, given));
  return made;
};

describe("giving what is ticked", () => {
  test("gives each as it was seen; what somebody changed meanwhile stays and is told", async () => {
    const [one, other, changed, ended, kept] = (await several(5)) as [Matter, Matter, Matter, Matter, Matter];
    await stage.world.commit(minh, (tx) => startWork(tx, changed.publicRef, { version: 1 }));
    await stage.world.commit(minh, (tx) => withdraw(tx, ended.publicRef, { version: 1, note: "bà con rút" }));
    const given = await stage.world.commit(binh, (tx) => assignTo(tx, kept.publicRef, { version: 1, assigneeId: cast.son.id }));
    const outcomes = await give([one, other, changed, ended, given, { id: 999_999, version: 1 }], cast.son.id);
    expect(outcomes.map(({ became }) => became)).toEqual(["given", "given", "changedMeanwhile", "closed", "hadAlready", "gone"]);
    expect(await owners()).toEqual([
      { assignee_id: cast.son.id, version: 2 },
      { assignee_id: cast.son.id, version: 2 },
      { assignee_id: cast.minh.id, version: 2 },
      { assignee_id: cast.minh.id, version: 2 },
      { assignee_id: cast.son.id, version: 2 },
    ]);
    const rows = await stage.world.asOwner(async (client) => (await client.query("select count(*)::int as count from timeline where action = 'assign'")).rows);
    expect(rows).toEqual([{ count: 3 }]);
  });

  test("what belongs to another post or another regime is not there", async () => {
    const [mine] = await several(1);
    const letter = await openLetter("L-1");
    const theirs = await give(ticked([mine as Matter, letter]), cast.long.id, as(cast.long));
    expect(theirs.map(({ became }) => became)).toEqual(["gone", "gone"]);
    expect((await give([letter], cast.son.id)).map(({ became }) => became)).toEqual(["gone"]);
  });

  test("nobody without the right gives anything", async () => {
    await expect(give(await several(1), cast.son.id, minh)).rejects.toMatchObject({ code: "notPermitted" });
  });

  test("whatever several chiefs tick at once, each matter is given exactly once and every other click is told", async () => {
    const matters = await several(6);
    const click = fc.record({ picks: fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 1 }), to: fc.constantFrom(cast.minh.id, cast.son.id, cast.binh.id) });
    await fc.assert(
      fc.asyncProperty(fc.array(click, { minLength: 2, maxLength: 5 }), async (clicks) => {
        const seen = await stage.world.asOwner(
          async (client) => (await client.query<{ id: number; version: number; assignee_id: number }>("select id, version, assignee_id from matters order by id")).rows,
        );
        const at = (i: number) => ({ id: matters[i]?.id ?? 0, version: seen[i]?.version ?? 0 });
        const outcomes = (await Promise.all(clicks.map(({ picks, to }) => give(picks.map(at), to)))).flat();
        expect(outcomes).toHaveLength(clicks.reduce((sum, { picks }) => sum + picks.length, 0));
        const after = await owners();
        for (const [i, matter] of matters.entries()) {
          const given = outcomes.filter(({ id, became }) => id === matter.id && became === "given").length;
          const wanted = clicks.some(({ picks, to }) => picks.includes(i) && to !== seen[i]?.assignee_id);
          expect(given).toBe(wanted ? 1 : 0);
          expect(after[i]?.version).toBe((seen[i]?.version ?? 0) + given);
        }
      }),
      { numRuns: 12 },
    );
  });
});

const order = (given: Partial<HandoverOrder> = {}): HandoverOrder => ({
  fromId: cast.minh.id,
  division: "all",
  receivers: new Map([["", cast.son.id]]),
  reason: "Nghỉ phép",
  returnOn: null,
  ...given,
});
const handOver = (given: Partial<HandoverOrder> = {}, actor = binh) => stage.world.commit(actor, (tx) => handOverWork(tx, sightOf(tx), order(given)));

describe("handing over all work of an absent officer", () => {
  test("everything that is open goes, with its reason in the timeline of each; what is closed stays", async () => {
    const [one, , ended] = (await several(3)) as [Matter, Matter, Matter];
    await sign(stage.world, one);
    await stage.world.commit(minh, (tx) => withdraw(tx, ended.publicRef, { version: 1, note: "bà con rút" }));
    expect(await handOver()).toBe(2);
    expect((await owners()).map((row) => row.assignee_id)).toEqual([cast.son.id, cast.son.id, cast.minh.id]);
    const rows = await stage.world.asOwner(async (client) => (await client.query("select note, public from timeline where action = 'assign'")).rows);
    expect(rows).toEqual(Array.from({ length: 2 }, () => ({ note: "Nghỉ phép", public: false })));
    await expect(handOver()).rejects.toMatchObject({ code: "alreadyDone" });
  });

  test("by hamlet or by procedure, to several", async () => {
    await several(2, { hamletId: units.gianhCu.id });
    await several(1, { hamletId: units.kep.id });
    const receivers = new Map([
      [String(units.gianhCu.id), cast.son.id],
      [String(units.kep.id), cast.binh.id],
    ]);
    expect(await handOver({ division: "hamlet", receivers })).toBe(3);
    expect((await owners()).map((row) => row.assignee_id)).toEqual([cast.son.id, cast.son.id, cast.binh.id]);
  });

  test("work that no part names moves nothing at all", async () => {
    await several(2, { hamletId: units.gianhCu.id });
    await several(1, { hamletId: units.kep.id });
    await expect(handOver({ division: "hamlet", receivers: new Map([[String(units.gianhCu.id), cast.son.id]]) })).rejects.toMatchObject({ code: "changedMeanwhile" });
    await expect(handOver({ receivers: new Map([["", cast.minh.id]]) })).rejects.toMatchObject({ code: "changedMeanwhile" });
    expect((await owners()).every((row) => row.assignee_id === cast.minh.id && row.version === 1)).toBe(true);
  });

  test("nobody without the right hands anything over", async () => {
    await several(1);
    await expect(handOver({}, son)).rejects.toMatchObject({ code: "notPermitted" });
  });

  test("five who click at once on some two hundred dossiers: one hands over, four are told, and nothing moves twice", async () => {
    const [first] = (await several(1)) as [Matter];
    await copyMatter(first, 199);
    const clicks = await Promise.allSettled([1, 2, 3, 4, 5].map((i) => handOver({ receivers: new Map([["", i % 2 ? cast.son.id : cast.binh.id]]) })));
    expect(clicks.filter(({ status }) => status === "fulfilled")).toMatchObject([{ value: 200 }]);
    for (const click of clicks) if (click.status === "rejected") expect(click.reason).toMatchObject({ code: "alreadyDone" });
    const after = await owners();
    expect(new Set(after.map((row) => row.assignee_id)).size).toBe(1);
    expect(after.every((row) => row.version === 2)).toBe(true);
  }, 60_000);

  test("meanwhile officers go on working: whoever is first counts, nothing is lost and nobody waits for ever", async () => {
    const matters = await several(12);
    const work = matters.map(({ publicRef }) => stage.world.commit(minh, (tx) => startWork(tx, publicRef, { version: 1 })));
    const [handed, bulk, ...worked] = await Promise.allSettled([handOver(), give(ticked(matters).reverse(), cast.son.id), ...work]);
    expect(handed?.status === "fulfilled" || (handed as PromiseRejectedResult).reason.code === "alreadyDone").toBe(true);
    expect(bulk?.status).toBe("fulfilled");
    for (const one of worked) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "changedMeanwhile" });
    const rows = await stage.world.asOwner(
      async (client) =>
        (
          await client.query(
            "select m.version = count(*) as whole, m.assignee_id from matters m join timeline t on t.matter_id = m.id group by m.id, m.commune_id, m.version, m.assignee_id",
          )
        ).rows,
    );
    expect(rows.every((row) => row.whole && row.assignee_id === cast.son.id)).toBe(true);
  });
});

/** More of one dossier's matter, by what an owner of the tables may do; each with the first row of its timeline. */
async function copyMatter({ id }: Matter, count: number): Promise<void> {
  await stage.world.asOwner(async (client) => {
    await client.query("begin");
    await client.query(
      `insert into matters (commune_id, province_id, kind, regime, code, public_ref, state, hamlet_id, channel, title, received_at, due_at, assignee_id, timeline_hash)
       select commune_id, province_id, kind, regime, code || '-' || i, public_ref || i, state, hamlet_id, channel, title, received_at, due_at, assignee_id, timeline_hash
       from matters, generate_series(1, ${count}) i where id = ${id}`,
    );
    await client.query(
      `insert into timeline select m.commune_id, m.id, t.seq, t.province_id, t.regime, t.at, t.actor_id, t.action, t.from_state, t.to_state, t.needs, t.public, t.note, t.facts, t.change_hash, t.prev_hash, t.hash
       from matters m, timeline t where t.matter_id = ${id} and m.id <> ${id}`,
    );
    await client.query("commit");
  });
}

describe("giving back", () => {
  const returnOn = "2026-11-25" as Day;
  const offers = (until: Day) => stage.world.try(binh, (tx) => listToReturn(tx, sightOf(tx), until));
  const end = (id: number, choice: "giveBack" | "leave") => stage.world.commit(binh, (tx) => endReturn(tx, sightOf(tx), { id, choice, note: "Đã về" }));

  test("is offered from its day on, for what is still open and still with whom it was given to; nothing moves by itself", async () => {
    const [open, passedOn, ended] = (await several(3)) as [Matter, Matter, Matter];
    await handOver({ returnOn });
    await stage.world.commit(binh, (tx) => assignTo(tx, passedOn.publicRef, { version: 2, assigneeId: cast.binh.id }));
    await stage.world.commit(minh, (tx) => withdraw(tx, ended.publicRef, { version: 2, note: "bà con rút" }));
    expect(await offers("2026-11-24" as Day)).toEqual([]);
    const [offer] = await offers(returnOn);
    expect(offer).toMatchObject({ fromName: cast.minh.name, reason: "Nghỉ phép", returnOn });
    expect(await stage.world.try(binh, (tx) => listReturnable(tx, sightOf(tx), offer?.id ?? 0))).toMatchObject([{ code: open.code, toName: cast.son.name }]);
    expect(await end(offer?.id ?? 0, "giveBack")).toBe(1);
    expect((await owners()).map((row) => row.assignee_id)).toEqual([cast.minh.id, cast.binh.id, cast.son.id]);
    expect(await offers(returnOn)).toEqual([]);
    await expect(end(offer?.id ?? 0, "giveBack")).rejects.toMatchObject({ code: "alreadyDone" });
  });

  test("of two who click at once one gives it back, the other is told", async () => {
    await several(4);
    await handOver({ returnOn });
    const [offer] = await offers(returnOn);
    const clicks = await Promise.allSettled([end(offer?.id ?? 0, "giveBack"), end(offer?.id ?? 0, "leave"), end(offer?.id ?? 0, "giveBack")]);
    expect(clicks.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const click of clicks) if (click.status === "rejected") expect(click.reason).toMatchObject({ code: "alreadyDone" });
  });

  test("left where it is, it is not offered again", async () => {
    await several(1);
    await handOver({ returnOn });
    const [offer] = await offers(returnOn);
    expect(await end(offer?.id ?? 0, "leave")).toBe(0);
    expect((await owners()).map((row) => row.assignee_id)).toEqual([cast.son.id]);
    expect(await offers(returnOn)).toEqual([]);
  });
});
