import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultsOf, plansOf, tellPlans, tenantTables } from "../../scripts/bench/plans.ts";
import { type Made, makeProvince } from "../../scripts/bench/province/make.ts";
import { crew, standstill } from "../../scripts/bench/province/size.ts";
import { type Actor, anybody, clockIn, gate, regimesOf, type Scope } from "../../src/kernel/actor.ts";
import { listCommunesWithBreaches } from "../../src/kernel/breaches.ts";
import { noteBreaches } from "../../src/kernel/deadline.ts";
import type { House } from "../../src/kernel/house.ts";
import { listColleagues } from "../../src/kernel/officers.ts";
import { type Role, roles } from "../../src/kernel/rights.ts";
import { inTx, openByRef, type Tx } from "../../src/kernel/tx.ts";
import { findSession, listGrants } from "../../src/modules/accounts/queries.ts";
import { rebuildFigures } from "../../src/modules/figures/index.ts";
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
import * as law from "../../src/modules/procedures/law.ts";
import { releaseRatings } from "../../src/modules/procedures/queries/ratings.ts";
import { searchDossiers } from "../../src/modules/procedures/queries/search.ts";
import { listBrought, listRepeated, listRequests, listWhys, repeatReturns } from "../../src/modules/procedures/queries/supplements.ts";
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
  listTimeline,
  lockIntake,
} from "../../src/modules/procedures/queries.ts";
import { assignTo } from "../../src/modules/procedures/service/work.ts";
import { findSubject } from "../../src/modules/records/queries.ts";
import { listFolder } from "../../src/modules/signing/queries.ts";
import { findGuests, findKnown, findStay, listEntries, listLog, searchStays, sumLog } from "../../src/modules/stays/queries.ts";
import { openDatabase } from "../../src/platform/database.ts";
import { units } from "../world/cast.ts";
import { openWorld, type World } from "../world/index.ts";
import { apologyQuestions } from "./plans-apologies.ts";
import { besides } from "./plans-besides.ts";
import { figureQuestions, type Question, type Sample } from "./plans-figures.ts";
import { tellingQuestions, tellings } from "./plans-telling.ts";
import { voiceQuestions, voicesBesides } from "./plans-voices.ts";

/** So many of ten thousand may a question about one commune touch; those about a month of it have to say so. */
const mostRows = 1_000;

let world: World;
let made: Made;
let tenants: ReadonlySet<string>;
let sample: Sample;

beforeAll(async () => {
  world = await openWorld();
  const communes = 4;
  made = await makeProvince({
    ownerUrl: world.ownerUrl,
    size: { matters: communes * 10_000, people: communes * 10_000, communes },
    lawDir: "db/law",
    law,
    hands: 2,
    say: () => {},
  });
  await world.asOwner(async (owner) => {
    // As autovacuum does later: an index answers alone only for pages that all may see, and a commit must be on the disk to count as seen.
    await owner.query("set synchronous_commit = on");
    await owner.query(besides);
    await owner.query(tellings);
    for (const rows of voicesBesides) await owner.query(rows);
    await owner.query("vacuum analyze stay_guests, commitments");
  });
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
/** The house's own jobs, which work in a commune as nobody. */
const worker = (): Actor => ({ ...clock(), id: null });
const sight = (tx: Tx) => sightOf(tx);
const inbox = (narrowing: Partial<Narrowing>) => (tx: Tx) => listInbox(tx, sight(tx), { narrowing: { ...everything, ...narrowing }, after: null, size: 51 });
const reaches = [{ unit: "workingDays", lead: { unit: "workingHours", count: 4 }, until: new Date("2026-11-23T12:00:00+07:00") }] as const;
const since = new Date("2026-08-22T00:00:00+07:00");
const aDay = { from: new Date("2026-11-19T00:00:00+07:00"), before: new Date("2026-11-20T00:00:00+07:00") };

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
  "what was asked of a dossier": {
    actor: clerk,
    ask: async (tx) => [await listRequests(tx, { ...sample.place, id: sample.id }), await listBrought(tx, { ...sample.place, id: sample.id })],
  },
  "what was asked again in a month": {
    actor: clerk,
    ask: async (tx) => [
      await repeatReturns(tx, { communeIds: [sample.place.communeId], from: "2026-11-01" as never, to: "2026-11-01" as never }),
      await listRepeated(tx, { communeId: sample.place.communeId, month: "2026-11-01" as never, after: null, size: 51 }),
      await listWhys(tx, sample.place.communeId, "2026-11-01" as never),
    ],
  },
  ...apologyQuestions({ chief, clock, sample: () => sample }),
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
      const opened = await openByRef(tx, sample.ref, "dossier");
      expect(opened && (await findTracked(tx, opened))).not.toBeNull();
    },
  },
  "a paper by its code": { actor: () => anybody, ask: (tx) => findPublicPaper(tx, { code: "X" }) },
  "a paper by its file": { actor: () => anybody, ask: (tx) => findPublicPaper(tx, { sha256: Buffer.alloc(32) }) },
  "a paper of the post": { actor: clerk, ask: (tx) => findPaper(tx, sample.place.communeId, "X") },
  "a session": { actor: () => gate, ask: async (tx) => [await findSession(tx, Buffer.alloc(32), since), await listGrants(tx, 1)] },
  ...figureQuestions({ analyst, chief, houseOf, sample: () => sample, communeIds: () => made.communes.map((one) => one.communeId) }),
  "the log of stays of a day": {
    actor: clerk,
    ask: async (tx) => [await listLog(tx, sample.place, { span: aDay, after: null, size: 51 }), await sumLog(tx, sample.place, aDay)],
  },
  "the second page of the log of stays": {
    actor: clerk,
    ask: (tx) => listLog(tx, sample.place, { span: aDay, after: { at: standstill, id: sample.id }, size: 51 }),
  },
  "a stay": {
    actor: clerk,
    ask: async (tx) => [
      await findStay(tx, { communeId: sample.place.communeId, matterId: sample.id }),
      await listEntries(tx, { communeId: sample.place.communeId, matterId: sample.id }),
      await findGuests(tx, sample.place.communeId, [sample.id, sample.id - 1]),
    ],
  },
  "guests who are known": { actor: clerk, ask: (tx) => findKnown(tx, sample.place, { hashes: [Buffer.alloc(32), Buffer.alloc(32, 1)], arrivedAt: standstill, except: null }) },
  "a search among guests": { actor: clerk, ask: (tx) => searchStays(tx, sample.place, sample.fullName) },
  ...voiceQuestions({ chief, analyst, sample: () => sample }),
  ...tellingQuestions({ clerk, worker, gate: () => gate }, () => sample),
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
