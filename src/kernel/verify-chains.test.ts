import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cast } from "../../test/world/cast.ts";
import { as, openWorld, type World } from "../../test/world/index.ts";
import { type Database, openDatabase } from "../platform/database.ts";
import { gate } from "./actor.ts";
import { defineMatter, move, openMatter } from "./matter.ts";
import { auditLink, recordAccount, sealLink, timelineLink } from "./record.ts";
import { type Break, type ChainReport, verifyChains } from "./verify-chains.ts";

const errand = defineMatter({
  kind: "errand",
  regime: "counter",
  states: ["received", "done"],
  first: "received",
  opens: "counter.receive",
  actions: { note: { from: ["received"], needs: "counter.process", public: false, reason: "required" } },
});

let world: World;
let owner: Database;
beforeAll(async () => {
  world = await openWorld();
  owner = openDatabase(world.ownerUrl, { connections: 1, onError: () => {} });
});
afterAll(async () => {
  await owner.close();
  await world.close();
});

let made = 0;
/** A matter with four rows in its timeline. */
async function longErrand(): Promise<number> {
  return await world.commit(as(cast.minh), async (tx) => {
    const matter = await openMatter(tx, errand, {
      code: `V-${++made}`,
      title: "An errand",
      channel: "counter",
      hamletId: null,
      assigneeId: null,
      term: null,
      facts: { papers: 2, fee: 1.5 },
    });
    for (const version of [1, 2, 3]) await move(tx, errand, matter.id, "note", { version, note: `a phone call, the ${version}.` });
    return matter.id;
  });
}

async function verify(batch = 100): Promise<{ report: ChainReport; breaks: Break[] }> {
  const breaks: Break[] = [];
  const report = await verifyChains(owner, { batch, onBreak: (found) => breaks.push(found), onProgress: () => {} });
  return { report, breaks };
}

/** What the verifier says about one matter after somebody with the owner's password was at it. */
async function foundAfter(tamper: (client: Client, matterId: number) => Promise<unknown>): Promise<string[]> {
  const matterId = await longErrand();
  await world.asOwner(async (client) => {
    await client.query("set session_replication_role = replica");
    await tamper(client, matterId);
  });
  const { breaks } = await verify();
  const mine = breaks.filter(({ subject }) => subject === `matter:${matterId}`);
  expect(mine.every(({ communeId }) => communeId === cast.minh.unitId)).toBe(true);
  return mine.map(({ chain, seq, kind }) => `${chain} ${seq ?? "-"} ${kind}`);
}

const timeline = (change: string) => (client: Client, id: number) => client.query(change.replace("$", String(id)));

test("a record that nobody touched verifies whole, whatever the size of the batches", async () => {
  for (let i = 0; i < 5; i++) await longErrand();
  for (const seq of [1, 2, 3])
    await world.commit(gate, (tx) => recordAccount(tx, { accountId: 7, unitId: 1, actorId: null, action: `step.${seq}`, change: { before: null, after: { seq } } }));
  for (const batch of [1, 2, 100]) {
    const { report, breaks } = await verify(batch);
    expect(breaks).toEqual([]);
    expect(report).toEqual({ matters: made, timelineRows: made * 4, auditRows: made * 4 + 3, breaks: 0 });
  }
});

describe("somebody with the owner's password is found out when he", () => {
  test("changes a note", async () => {
    expect(await foundAfter(timeline("update timeline set note = 'nothing happened' where matter_id = $ and seq = 2"))).toEqual(["timeline 2 contentChanged"]);
  });

  test("changes the time of a row, or who did it", async () => {
    expect(await foundAfter(timeline("update timeline set at = at - interval '1 day' where matter_id = $ and seq = 3"))).toEqual(["timeline 3 contentChanged"]);
    expect(await foundAfter(timeline("update timeline set actor_id = 2 where matter_id = $ and seq = 4"))).toEqual(["timeline 4 contentChanged"]);
  });

  test("changes a hash", async () => {
    const found = await foundAfter(timeline("update timeline set hash = sha256('other') where matter_id = $ and seq = 2"));
    expect(found).toEqual(["timeline 2 contentChanged", "timeline 3 notLinked"]);
  });

  test("deletes the last row", async () => {
    const found = await foundAfter(timeline("delete from timeline where matter_id = $ and seq = 4"));
    expect(found).toEqual(["audit 4 auditLeftOver", "matter - endDiffers", "matter - versionDiffers"]);
  });

  test("deletes the last row of the timeline and of the audit", async () => {
    const found = await foundAfter(async (client, id) => {
      await client.query("delete from timeline where matter_id = $1 and seq = 4", [id]);
      await client.query("delete from audit where subject = $1 and seq = 4", [`matter:${id}`]);
    });
    expect(found).toEqual(["matter - endDiffers", "matter - versionDiffers"]);
  });

  test("deletes a row in the middle", async () => {
    const found = await foundAfter(timeline("delete from timeline where matter_id = $ and seq = 2"));
    expect(found).toEqual(["timeline 3 gap", "timeline 3 notLinked", "audit 2 auditLeftOver"]);
  });

  test("swaps two rows", async () => {
    const found = await foundAfter((client, id) =>
      client
        .query("update timeline set seq = case seq when 2 then 13 else 12 end where matter_id = $1 and seq in (2, 3)", [id])
        .then(() => client.query("update timeline set seq = seq - 10 where matter_id = $1 and seq > 10", [id])),
    );
    expect(found).toContain("timeline 2 contentChanged");
    expect(found).toContain("timeline 3 contentChanged");
    expect(found).toContain("timeline 4 notLinked");
  });

  test("forges a row and seals it again", async () => {
    expect(await foundAfter((client, id) => reseal(client, id, 2))).toEqual(["timeline 3 notLinked"]);
  });

  test("forges the last row and seals it again, because the matter keeps the end", async () => {
    expect(await foundAfter((client, id) => reseal(client, id, 4))).toEqual(["matter - endDiffers"]);
  });

  test("changes the state of a matter without a timeline", async () => {
    expect(await foundAfter(timeline("update matters set state = 'done' where id = $"))).toEqual(["matter - stateDiffers"]);
    expect(await foundAfter(timeline("update matters set version = 9 where id = $"))).toEqual(["matter - versionDiffers"]);
  });

  test("changes what the audit says, also sealed again", async () => {
    expect(await foundAfter((client, id) => client.query(`update audit set change = '{"before":null,"after":{}}' where subject = $1 and seq = 3`, [`matter:${id}`]))).toEqual([
      "audit 3 contentChanged",
    ]);
    expect(await foundAfter((client, id) => resealAudit(client, id, 4))).toEqual(["timeline 4 changeDiffers"]);
  });

  test("deletes a row of the audit", async () => {
    const found = await foundAfter((client, id) => client.query("delete from audit where subject = $1 and seq = 2", [`matter:${id}`]));
    expect(found).toEqual(["audit 3 gap", "audit 3 notLinked", "audit 2 auditMissing"]);
  });

  test("deletes a matter, or its whole timeline", async () => {
    expect(await foundAfter(timeline("delete from matters where id = $"))).toEqual(
      [1, 2, 3, 4].map((seq) => `audit ${seq} matterMissing`).concat([1, 2, 3, 4].map((seq) => `timeline ${seq} matterMissing`)),
    );
    const emptied = await foundAfter(timeline("delete from timeline where matter_id = $"));
    expect(emptied).toContain("matter - timelineMissing");
  });

  test("moves a matter to a commune that does not exist", async () => {
    const matterId = await longErrand();
    await world.asOwner(async (client) => {
      await client.query("set session_replication_role = replica");
      await client.query("update matters set commune_id = -5 where id = $1", [matterId]);
    });
    const { breaks } = await verify();
    expect(breaks).toContainEqual({ communeId: -5, subject: `matter:${matterId}`, chain: "matter", seq: null, kind: "timelineMissing" });
  });
});

test("without switching the guards off, even the owner cannot change a state alone", async () => {
  const matterId = await longErrand();
  await expect(world.asOwner((client) => client.query("update matters set state = 'done' where id = $1", [matterId]))).rejects.toMatchObject({ code: "GD001" });
});

test("a changed link in the chain of an account is found", async () => {
  await world.commit(gate, (tx) => recordAccount(tx, { accountId: 8, unitId: 1, actorId: null, action: "account.add", change: { before: null, after: { role: "chief" } } }));
  await world.asOwner((client) => client.query(`update audit set change = '{"before":null,"after":{"role":"administrator"}}' where subject = 'account:8'`));
  const { breaks } = await verify(1);
  expect(breaks).toContainEqual({ communeId: 1, subject: "account:8", chain: "audit", seq: 1, kind: "contentChanged" });
});

async function reseal(client: Client, matterId: number, seq: number): Promise<void> {
  const { rows } = await client.query("select * from timeline where matter_id = $1 and seq = $2", [matterId, seq]);
  const row = rows[0];
  const forged = {
    matterId,
    seq,
    at: row.at,
    actorId: row.actor_id,
    action: row.action,
    fromState: row.from_state,
    toState: row.to_state,
    needs: row.needs,
    public: row.public,
    note: "forged",
    facts: row.facts,
    changeHash: row.change_hash,
  };
  await client.query("update timeline set note = 'forged', hash = $3 where matter_id = $1 and seq = $2", [matterId, seq, sealLink(row.prev_hash, timelineLink(forged))]);
}

async function resealAudit(client: Client, matterId: number, seq: number): Promise<void> {
  const subject = `matter:${matterId}`;
  const { rows } = await client.query("select * from audit where subject = $1 and seq = $2", [subject, seq]);
  const row = rows[0];
  const change = { before: null, after: { forged: true } };
  const hash = sealLink(row.prev_hash, auditLink({ subject, seq, at: row.at, actorId: row.actor_id, action: row.action, change }));
  await client.query("update audit set change = $3, hash = $4 where subject = $1 and seq = $2", [subject, seq, JSON.stringify(change), hash]);
}
