import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, type Member } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import type { Day } from "../../base/day.ts";
import { findMattersOf, listIdentities } from "../../kernel/identity.ts";
import { findMatter } from "../../kernel/matter.ts";
import { Problem } from "../../kernel/problem.ts";
import type { Tx } from "../../kernel/tx.ts";
import { everything } from "../inbox/narrowing.ts";
import { findOne } from "../inbox/queries/found.ts";
import { countInbox, listInbox } from "../inbox/queries/list.ts";
import { sightOf } from "../inbox/routes/lines.ts";
import { at, son, stage } from "./mediation.stage.ts";
import { findDispute, listOpen, listSessions, listVisits, listWaitingVisits } from "./queries/disputes.ts";
import { listRegister, sumRegister } from "./queries/register.ts";
import { findMediators, listTeams } from "./queries/teams.ts";
import { endDispute } from "./service/close.ts";
import { openDispute } from "./service/read.ts";

let world: World;
let ref: string;
let matterId: number;
beforeAll(async () => {
  world = await openWorld();
  const on = stage(world);
  const mediator = await on.team();
  ref = await on.record();
  await on.assign(ref, [mediator]);
  await on.meet(ref);
  const version = await on.versionOf(ref);
  await world.commit(son, (tx) => endDispute(tx, ref, { version, ending: "agreed", agreement: "Chia giờ lấy nước.", visitOn: "2026-11-25" as Day }), at("2026-11-20T08:00"));
  matterId = (await world.try(son, (tx) => openDispute(tx, ref))).matter.id;
  // One more stays open, so that a list of open work has something to hide.
  await on.record({ spot: "Ngõ 9" });
});
afterAll(() => world.close());

const place = { communeId: 3, provinceId: 1 };
const span = { from: at("2026-01-01T00:00"), before: at("2027-01-01T00:00") };
const told = async (question: Promise<unknown>): Promise<unknown> => {
  try {
    return await question;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
};

/** Whether a way shows anything to somebody; a table that is closed to him shows nothing. */
const shows = async (member: Member, way: (tx: Tx) => Promise<boolean>): Promise<boolean> =>
  await world.try(as(member), way, at("2026-11-25T08:00")).catch((error: { code?: string }) => {
    if (error.code === "42501") return false;
    throw error;
  });

/** Every way to a dispute, and whether it showed anything. */
const ways: Readonly<Record<string, (tx: Tx) => Promise<boolean>>> = {
  "its reference": async (tx) => (await findMatter(tx, 3, { kind: "dispute", ref })) !== null,
  "its page": async (tx) => !["notFound", "notPermitted"].includes(String(await told(openDispute(tx, ref)))),
  "its row": async (tx) => (await findDispute(tx, { communeId: 3, matterId })) !== null,
  "the open list": async (tx) => (await listOpen(tx, 3, { after: null, size: 50 })).length > 0,
  "its sessions": async (tx) => (await listSessions(tx, { communeId: 3, matterId })).length > 0,
  "its visits": async (tx) => (await listVisits(tx, { communeId: 3, matterId })).length > 0,
  "visits that wait": async (tx) => (await listWaitingVisits(tx, 3, { until: "2027-01-01" as Day, size: 50 })).length > 0,
  "its mediators": async (tx) => (await findMediators(tx, 3, [matterId])).size > 0,
  "the teams": async (tx) => (await listTeams(tx, 3, "2026-11-25" as Day)).length > 0,
  "the register": async (tx) => (await listRegister(tx, place, { span, after: null, size: 50 })).length > 0,
  "the sums": async (tx) => (await sumRegister(tx, place, span)).all > 0,
  "its parties": async (tx) => (await listIdentities(tx, { communeId: 3, id: matterId })).length > 0,
  "a party's number": async (tx) => (await findMattersOf(tx, place, { regime: "mediation", number: "0204000701" })).length > 0,
};
/** Ways of the inbox, which only officers of a post can go. */
const inboxWays: typeof ways = {
  "the inbox": async (tx) => (await listInbox(tx, sightOf(tx), { narrowing: everything, after: null, size: 50 })).length > 0,
  "counts of the inbox": async (tx) => JSON.stringify(await countInbox(tx, sightOf(tx), everything)).match(/[1-9]/) !== null,
  "its code": async (tx) => (await findOne(tx, sightOf(tx), { code: "HG-2026-001" })) !== null,
};

test("an officer of the regime gets there by every way", async () => {
  for (const [name, way] of Object.entries({ ...ways, ...inboxWays })) expect([name, await world.try(son, way, at("2026-11-25T08:00"))]).toEqual([name, true]);
});

test("whoever has no right in the regime, or another post, gets nowhere by any way", async () => {
  const strangers: readonly Member[] = [cast.minh, cast.trang, cast.hanh, cast.long, cast.quan, cast.clock, cast.door];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...strangers), fc.constantFrom(...Object.keys(ways)), async (member, name) => {
      expect(await shows(member, ways[name]!)).toBe(false);
    }),
    { numRuns: 120 },
  );
  for (const member of [cast.minh, cast.trang, cast.hanh]) {
    for (const [name, way] of Object.entries(inboxWays)) expect([member.login, name, await shows(member, way)]).toEqual([member.login, name, false]);
  }
});

test("whoever audits its record gets to the matter by its reference, which the record names, and to nothing that was told in it", async () => {
  for (const [name, way] of Object.entries(ways)) expect([name, await shows(cast.kien, way)]).toEqual([name, name === "its reference"]);
});

test("and writes nowhere either", async () => {
  for (const member of [cast.minh, cast.trang, cast.hanh, cast.thao, cast.kien]) {
    await expect(world.try(as(member), (tx) => endDispute(tx, ref, { version: 4, ending: "withdrawn", agreement: null, visitOn: null }))).rejects.toBeInstanceOf(Problem);
  }
});
