import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultsOf, plansOf, tellPlans, tenantTables } from "../../scripts/bench/plans.ts";
import { type Made, makeProvince } from "../../scripts/bench/province/make.ts";
import { crew, standstill } from "../../scripts/bench/province/size.ts";
import type { DayRange } from "../../src/base/day.ts";
import { type Actor, anybody, clockIn, gate, type Place, regimesOf, type Scope } from "../../src/kernel/actor.ts";
import { listCommunesWithBreaches } from "../../src/kernel/breaches.ts";
import { noteBreaches } from "../../src/kernel/deadline.ts";
import type { House } from "../../src/kernel/house.ts";
import { type Role, roles } from "../../src/kernel/rights.ts";
import { touch } from "../../src/kernel/touches.ts";
import { inTx, type Tx } from "../../src/kernel/tx.ts";
import { findSession, listGrants } from "../../src/modules/accounts/queries.ts";
import { countTouched, rebuildFigures } from "../../src/modules/figures/index.ts";
import { countEvidence, listEvidence } from "../../src/modules/figures/queries/evidence.ts";
import { findTerrains, listCells, listCommuneTallies, listMonthTallies, listOpenCounts } from "../../src/modules/figures/queries/stats.ts";
import { everything, groups, type Narrowing } from "../../src/modules/inbox/narrowing.ts";
import { insertEscalations, listComing, listComingDeadlines } from "../../src/modules/inbox/queries/escalations.ts";
import { countFiltered, listFilters } from "../../src/modules/inbox/queries/filters.ts";
import { countByAssignee, findByCodeEnd, findOne, lastActs, listFound } from "../../src/modules/inbox/queries/found.ts";
import { listHeld, listReturnable, listToReturn, lockHeld } from "../../src/modules/inbox/queries/handovers.ts";
import { countInbox, listInbox, listTitles } from "../../src/modules/inbox/queries/list.ts";
import { sightOf } from "../../src/modules/inbox/routes/lines.ts";
import { findFreeNumber, listOutside, listPrints } from "../../src/modules/papers/queries/unsigned.ts";
import { findPaper, findPublicPaper, listPapers } from "../../src/modules/papers/queries.ts";
import { findPersonByHash, findPersonById } from "../../src/modules/people/queries.ts";
import { listPile, piles } from "../../src/modules/printing/queries.ts";
import { listParcels, releaseRatings } from "../../src/modules/procedures/queries/ratings.ts";
import { searchDossiers } from "../../src/modules/procedures/queries/search.ts";
import {
  countByProcedure,
  eraseIntakes,
  findByRef,
  findClock,
  findFaces,
  findFirstClock,
  findReceiver,
  findRef,
  findTracked,
  listColleagues,
  listTimeline,
  lockIntake,
  openByRef,
} from "../../src/modules/procedures/queries.ts";
import { assignTo } from "../../src/modules/procedures/service/work.ts";
import { findSubject } from "../../src/modules/records/queries.ts";
import { listFolder } from "../../src/modules/signing/queries.ts";
import { openDatabase } from "../../src/platform/database.ts";
import { units } from "../world/cast.ts";
import { openWorld, type World } from "../world/index.ts";

/** So many of ten thousand may a question about one commune touch; those about a month of it have to say so. */
const mostRows = 1_000;

let world: World;
let made: Made;
let tenants: ReadonlySet<string>;
let sample: Sample;

beforeAll(async () => {
  world = await openWorld();
  const communes = 4;
  made = await makeProvince({ ownerUrl: world.ownerUrl, size: { matters: communes * 10_000, people: communes * 10_000, communes }, lawDir: "db/law", hands: 2, say: () => {} });
  await world.asOwner((owner) => owner.query(besides));
  for (const { communeId, provinceId } of made.communes)
    await inTx(world.database, { house: houseOf(), actor: clockIn({ communeId, provinceId }), now: standstill }, rebuildFigures);
  await inTx(world.database, { house: world.house, actor: gate, now: standstill }, releaseRatings);
  await world.asOwner((owner) => owner.query("analyze counted_matters, matter_stats, rating_releases"));
  tenants = await tenantTables(world.ownerUrl);
  sample = await takeSample();
});
afterAll(() => world.close());

/** The house of the tests, which does not know the invented communes: they keep the hours of its own post. */
function houseOf(): House {
  const calendar = world.house.calendarOf({ communeId: units.phuongSon.id, provinceId: units.bacNinh.id });
  return { ...world.house, calendarOf: () => calendar };
}

/** What the invented province does not hold: a shift's intakes and three years of ratings. */
const besides = `
  insert into intakes (commune_id, province_id, ref, officer_id, sealed, created_at)
    select u.id, u.province_id, 'intake ' || i, a.id, '', '2026-11-20 08:00+07' from units u join accounts a on a.unit_id = u.id, generate_series(1, 1000) i where a.login like 'bench.%.0';
  insert into ratings (commune_id, province_id, month, procedure_code, score, once)
    select id, province_id, date '2024-01-01' + i % 36 * interval '1 month', '1.00419' || i / 36 % 10, 'satisfied', int4send(i) from units, generate_series(1, 3000) i where code like '9____';
  insert into seen_proposals (commune_id, account_id, matter_id, province_id, regime, version, digest, seen_at)
    select m.commune_id, a.id, m.id, m.province_id, 'counter', 1, '', m.received_at from matters m join accounts a on a.unit_id = m.commune_id where a.login like 'bench.%.0' and m.id % 3 = 0;
  insert into unsigned_papers (commune_id, province_id, regime, matter_id, form, number, symbol, code, signer_id, signer_name, issued_at, state, ended_at, length, sha256, pdf)
    select m.commune_id, m.province_id, 'counter', m.id, 'CT08', m.id, 'TB', m.public_ref, 1, '', m.received_at, 'accepted', m.received_at, 1, '', '' from matters m where m.id % 2 = 0;
  insert into escalations (commune_id, province_id, matter_id, regime, due_at, at, lead)
    select commune_id, province_id, id, regime, due_at, due_at - interval '4 hours', '{"unit":"workingHours","count":4}' from matters
    where due_at is not null and (settled_at is not null or due_at < '2026-11-23 12:00+07' or id % 50 = 0);
  insert into escalation_acts (commune_id, province_id, matter_id, regime, due_at, at, actor_id, needs, act)
    select commune_id, province_id, matter_id, regime, due_at, at, 1, 'counter.assign', 'noted' from escalations where matter_id % 100 > 0;
  insert into saved_filters (commune_id, province_id, account_id, name, is_default, assignee, created_at)
    select u.id, coalesce(u.province_id, 0), a.id, 'filter ' || i, i = 1, 'me', now() from units u join accounts a on a.unit_id = u.id, generate_series(1, 10) i where a.login like 'bench.%';
  insert into saved_filters (commune_id, province_id, account_id, name, is_default, created_at)
    select u.id, u.province_id, 100000 + i, 'filter', false, now() from units u, generate_series(1, 1000) i where u.code like '9____';
  insert into handovers (commune_id, province_id, from_id, by_id, needs, at, reason, return_on)
    select u.id, u.province_id, 1, 1, 'counter.assign', now(), 'leave', date '2026-12-01' + i from units u, generate_series(1, 400) i where u.code like '9____';
  insert into handover_matters (commune_id, province_id, handover_id, matter_id, regime, to_id)
    select h.commune_id, h.province_id, h.id, m.id, 'counter', 1 from (select *, row_number() over (partition by commune_id order by id) as place from handovers) h
    join (select *, row_number() over (partition by commune_id order by id) as place from matters) m on m.commune_id = h.commune_id and m.place / 20 = h.place;
  update handovers set ended_at = now(), ended_by = 1 where id % 40 > 0;
  analyze intakes, ratings, escalations, escalation_acts, saved_filters, handovers, handover_matters, seen_proposals, unsigned_papers`;

/** A dossier of the second commune, and what a question may know of it. */
type Sample = {
  readonly place: Place;
  readonly id: number;
  readonly ref: string;
  readonly code: string;
  readonly last4: string;
  readonly fullName: string;
  readonly version: number;
};

async function takeSample(): Promise<Sample> {
  return await world.asOwner(async (owner) => {
    const communeId = made.communes[1]?.communeId;
    const { rows } = await owner.query(
      `select m.id::int, m.province_id, m.public_ref as ref, m.code, m.version, d.id_last4 as last4, p.full_name from matters m
       join dossiers d on d.commune_id = m.commune_id and d.matter_id = m.id join people p on p.commune_id = d.commune_id and p.id = d.person_id
       where m.commune_id = $1 and m.state = 'working' order by m.id desc limit 1`,
      [communeId],
    );
    const { province_id, full_name, ...rest } = rows[0];
    return { ...rest, fullName: full_name, place: { communeId, provinceId: province_id } };
  });
}

function actorAt(role: Role, scope: Scope, id: number): Actor {
  const rights = new Set(roles[role]);
  return { id, name: "", scope, rights, regimes: regimesOf(rights) };
}

const officer = (role: (typeof crew)[number]): Actor => actorAt(role, { kind: "commune", ...sample.place }, made.communes[1]?.officerIds[crew.indexOf(role)] ?? 0);
const clerk = (): Actor => officer("counterOfficer");
const chief = (): Actor => officer("chief");
const analyst = (): Actor => actorAt("provinceAnalyst", { kind: "province", provinceId: sample.place.provinceId }, 0);
const clock = (): Actor => actorAt("clock", { kind: "commune", ...sample.place }, 0);
const sight = (tx: Tx) => sightOf(tx);
const inbox = (narrowing: Partial<Narrowing>) => (tx: Tx) => listInbox(tx, sight(tx), { narrowing: { ...everything, ...narrowing }, after: null, size: 51 });
const reaches = [{ unit: "workingDays", lead: { unit: "workingHours", count: 4 }, until: new Date("2026-11-23T12:00:00+07:00") }] as const;
const quarter = { from: "2026-09-01", to: "2026-11-01" } as unknown as DayRange;
const year = { from: "2025-12-01", to: "2026-11-01" } as unknown as DayRange;
async function askEvidence(tx: Tx, kind: "late" | "lateNow"): Promise<unknown> {
  const asked = { communeId: sample.place.communeId, kind, months: quarter, procedureCode: null };
  return [await listEvidence(tx, asked, { after: 0, size: 51 }), await countEvidence(tx, asked)];
}
const since = new Date("2026-08-22T00:00:00+07:00");

type Question = {
  readonly actor: () => Actor;
  readonly ask: (tx: Tx) => Promise<unknown>;
  readonly mostRows?: number;
  readonly whole?: readonly string[];
  readonly inHouse?: () => House;
};

const questions: Readonly<Record<string, Question>> = {
  "the inbox": { actor: clerk, ask: inbox({}) },
  ...Object.fromEntries(groups.map((group) => [`the inbox, ${group}`, { actor: clerk, ask: inbox({ group }) }])),
  "the inbox, mine": { actor: clerk, ask: inbox({ assignee: "me" }) },
  "the inbox, all narrowed": { actor: clerk, ask: inbox({ assignee: "nobody", hamletId: 1, title: "x", dueFrom: 0, dueTo: 7, supplement: "again", channel: "web" }) },
  "the second page of the inbox": { actor: clerk, ask: (tx) => listInbox(tx, sight(tx), { narrowing: everything, after: { rank: 3, dueAt: standstill, id: 5 }, size: 51 }) },
  "counts of the inbox": { actor: clerk, ask: (tx) => countInbox(tx, sight(tx), everything) },
  // Ten filters, the most that one officer keeps, each over the open work of the post.
  "kept filters with their counts": { actor: clerk, ask: async (tx) => [await listFilters(tx, sight(tx)), await countFiltered(tx, sight(tx))], mostRows: 2_000 },
  "what the inbox is about": { actor: clerk, ask: (tx) => listTitles(tx, sight(tx)) },
  "what is nearly late": { actor: chief, ask: (tx) => listComing(tx, sight(tx), 11) },
  "deadlines that come near": { actor: clock, ask: (tx) => insertEscalations(tx, sample.place, reaches) },
  // Once a minute, all running work of the next month: it grows with what is open, not with what was ever done.
  "communes where a deadline comes near": {
    actor: () => gate,
    ask: (tx) => listComingDeadlines(tx, new Date("2026-12-20T00:00:00+07:00")),
    mostRows: 5_000,
    whole: ["escalations"],
  },
  "who holds how much": { actor: chief, ask: (tx) => countByAssignee(tx, sight(tx)) },
  "what one officer holds": { actor: chief, ask: async (tx) => [await listHeld(tx, sight(tx), clerk().id ?? 0), await lockHeld(tx, sight(tx), clerk().id ?? 0)] },
  "what is to be given back": { actor: chief, ask: async (tx) => [await listToReturn(tx, sight(tx), null), await listReturnable(tx, sight(tx), 1)] },
  "a matter by its code": { actor: clerk, ask: (tx) => findOne(tx, sight(tx), { code: sample.code }) },
  "a matter by its reference": { actor: clerk, ask: (tx) => findOne(tx, sight(tx), { ref: sample.ref }) },
  "a matter by the end of its code": { actor: clerk, ask: (tx) => findByCodeEnd(tx, sight(tx), sample.code.slice(-6)) },
  "what was found": { actor: clerk, ask: async (tx) => [await listFound(tx, sight(tx), [sample.id]), await lastActs(tx, sight(tx), [sample.id])] },
  "a dossier by its reference": { actor: clerk, ask: (tx) => findByRef(tx, sample.place.communeId, sample.ref) },
  "a timeline": { actor: clerk, ask: (tx) => listTimeline(tx, { ...sample.place, id: sample.id }) },
  "the clock of a dossier": {
    actor: clerk,
    ask: async (tx) => [
      await findClock(tx, { ...sample.place, id: sample.id }),
      await findFirstClock(tx, { ...sample.place, id: sample.id }),
      await findReceiver(tx, { ...sample.place, id: sample.id }),
    ],
  },
  "the papers of a dossier": { actor: clerk, ask: (tx) => listPapers(tx, { ...sample.place, matterId: sample.id }) },
  "what waits for a signature": {
    actor: chief,
    ask: (tx) => listFolder(tx, sample.place, { states: ["toSign"], after: { dueAt: standstill, id: 5 }, size: 51 }),
  },
  "papers outside": { actor: chief, ask: async (tx) => [await listOutside(tx, sample.place.communeId, 100), await listPrints(tx, sample.place.communeId)] },
  "a number that is free": { actor: chief, ask: (tx) => findFreeNumber(tx, { communeId: sample.place.communeId, matterId: sample.id, form: "CT08", year: 2026 }) },
  ...Object.fromEntries(
    piles.map((pile) => [
      `papers to print, ${pile}`,
      { actor: clerk, ask: (tx: Tx) => listPile(tx, sample.place, { pile, since: new Date("2026-11-20T00:00:00+07:00"), after: 0, size: 101 }) },
    ]),
  ),
  colleagues: { actor: clerk, ask: (tx) => listColleagues(tx) },
  "faces of a page": {
    actor: clerk,
    ask: (tx) =>
      findFaces(
        tx,
        Array.from({ length: 50 }, (_, i) => sample.id - i),
      ),
  },
  "a search by name": { actor: clerk, ask: (tx) => searchDossiers(tx, { by: "name", name: sample.fullName }) },
  "a search by half a name": { actor: clerk, ask: (tx) => searchDossiers(tx, { by: "name", name: sample.fullName.split(" ").slice(1).join(" ") }) },
  "a search by four digits": { actor: clerk, ask: (tx) => searchDossiers(tx, { by: "last4", last4: sample.last4 }) },
  "a person": {
    actor: clerk,
    ask: async (tx) => [await findPersonById(tx, sample.place.communeId, 10_001), await findPersonByHash(tx, sample.place.communeId, "counter", Buffer.alloc(32))],
  },
  "usual procedures of a post": { actor: clerk, ask: (tx) => countByProcedure(tx, sample.place, since) },
  "an intake": { actor: clerk, ask: (tx) => lockIntake(tx, sample.place.communeId, "X") },
  "old intakes": { actor: clerk, ask: (tx) => eraseIntakes(tx, sample.place.communeId, since) },
  "a move": { actor: chief, ask: (tx) => assignTo(tx, sample.ref, { version: sample.version, assigneeId: clerk().id ?? 0 }) },
  "deadlines that passed": { actor: clock, ask: (tx) => noteBreaches(tx, sample.place) },
  // Once a minute, all that is late against all that was late: breaches are few, and reading them whole is right while they are.
  "communes where a deadline passed": { actor: () => gate, ask: (tx) => listCommunesWithBreaches(tx), whole: ["breaches"] },
  "tracking by code and digits": { actor: () => anybody, ask: (tx) => findRef(tx, sample.code, sample.last4) },
  "the tracking page": {
    actor: () => anybody,
    ask: async (tx) => {
      const opened = await openByRef(tx, sample.ref);
      expect(opened && (await findTracked(tx, opened))).not.toBeNull();
    },
  },
  "a paper by its code": { actor: () => anybody, ask: (tx) => findPublicPaper(tx, { code: "X" }) },
  "a paper by its file": { actor: () => anybody, ask: (tx) => findPublicPaper(tx, { sha256: Buffer.alloc(32) }) },
  "a paper of the post": { actor: clerk, ask: (tx) => findPaper(tx, sample.place.communeId, "X") },
  "a session": { actor: () => gate, ask: async (tx) => [await findSession(tx, Buffer.alloc(32), since), await listGrants(tx, 1)] },
  "figures of the province": { actor: analyst, ask: async (tx) => [await listCommuneTallies(tx, quarter), await listOpenCounts(tx)] },
  "a year of the province": { actor: analyst, ask: (tx) => listMonthTallies(tx, year) },
  "figures of a post": { actor: chief, ask: async (tx) => [await listCells(tx, sample.place.communeId, year), await listOpenCounts(tx)] },
  "what is behind a figure of a month": { actor: analyst, ask: (tx) => askEvidence(tx, "late") },
  "what is behind the open work": { actor: analyst, ask: (tx) => askEvidence(tx, "lateNow") },
  "terrains of a province": {
    actor: analyst,
    ask: (tx) =>
      findTerrains(
        tx,
        made.communes.map((one) => one.communeId),
        "2026-11-01" as never,
      ),
  },
  "counting what changed": {
    actor: () => clockIn(sample.place),
    inHouse: houseOf,
    // A row a commune, and what came in the last seconds: both are a page or two.
    whole: ["stats_marks", "matter_touches"],
    ask: async (tx) => {
      await touch(tx, [{ ...sample.place, matterId: sample.id, regime: "counter" }], "plans");
      expect(await countTouched(tx)).toBe(1);
    },
  },
  ratings: { actor: analyst, ask: (tx) => listParcels(tx, { communeIds: made.communes.map((one) => one.communeId), ...quarter }) },
  "the subject of a record": { actor: clerk, ask: (tx) => findSubject(tx, sample.code) },
};

/** What is wrong with the plans of a question, asked on a connection of its own. */
async function faults(question: Question): Promise<readonly string[]> {
  const database = openDatabase(world.loginUrl, { connections: 1, onError: () => {} });
  class Undone extends Error {}
  try {
    const plans = await plansOf(database.pool, async () => {
      const asked = inTx(database, { house: question.inHouse?.() ?? world.house, actor: question.actor(), now: standstill }, async (tx) => {
        await question.ask(tx);
        throw new Undone();
      });
      await expect(asked).rejects.toThrow(Undone);
    });
    expect(plans.length).toBeGreaterThan(0);
    const guarded = new Set([...tenants].filter((table) => !question.whole?.includes(table)));
    return [...new Set(plans.flatMap((plan) => faultsOf(plan, { tenants: guarded, mostRows: question.mostRows ?? mostRows })))];
  } finally {
    await database.close();
  }
}

describe.each(["auto", "force_generic_plan"] as const)("with ten thousand dossiers in each commune, plans %s", (cache) => {
  beforeAll(() => tellPlans(world.ownerUrl, cache));

  test.each(Object.entries(questions))("%s: found by an index", async (_name, question) => {
    expect(await faults(question)).toEqual([]);
  });
});

describe("and it is seen when it is otherwise", () => {
  test("a question without an index", async () => {
    const careless: Question = { actor: clerk, ask: (tx) => tx.db.selectFrom("timeline").select("seq").where("action", "=", "nothing").execute() };
    expect((await faults(careless)).join()).toContain("timeline in:");
  });

  test("an index that went missing below a function", async () => {
    await world.asOwner((owner) => owner.query("drop index papers_sha256"));
    expect(await faults(questions["a paper by its file"] as Question)).toEqual(["sequential scan of papers in: "]);
    await world.asOwner((owner) => owner.query("create index papers_sha256 on papers (sha256)"));
  });

  test("a question that reads most of a commune", async () => {
    const careless: Question = {
      actor: clerk,
      ask: (tx) => tx.db.selectFrom("matters").select("id").where("communeId", "=", sample.place.communeId).where("title", "=", "nothing").execute(),
    };
    expect(await faults(careless)).toEqual([expect.stringContaining("rows of matters in:")]);
  });
});
