import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, type Member, units } from "../../../test/world/cast.ts";
import { receive } from "../../../test/world/counter.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import type { Day } from "../../base/day.ts";
import { type Actor, anybody, regimesOf, watchIn } from "../../kernel/actor.ts";
import { noteBreaches } from "../../kernel/deadline.ts";
import { countAside } from "../../kernel/door.ts";
import { openIdentity } from "../../kernel/identity.ts";
import { newReference } from "../../kernel/reference.ts";
import type { Right } from "../../kernel/rights.ts";
import { rights } from "../../kernel/rights.ts";
import { openByRef } from "../../kernel/tx.ts";
import { everything } from "../inbox/narrowing.ts";
import { findOne } from "../inbox/queries/found.ts";
import { countInbox, listInbox } from "../inbox/queries/list.ts";
import { sightOf } from "../inbox/routes/lines.ts";
import { report, saturdayNight } from "./incidents.stage.ts";
import { countMeasures, countNatures } from "./queries/figures.ts";
import { listAll, listOpen } from "./queries/reports.ts";
import { listRoutes } from "./routes/list.tsx";
import { figuresOf, forPublic, publicFigures, releaseFigures } from "./service/figures.ts";
import { receiveReport } from "./service/intake.ts";
import { getReport } from "./service/read.ts";
import { daysOfPart } from "./year-part.ts";

let world: World;
const refs: string[] = [];
beforeAll(async () => {
  world = await openWorld();
  for (const nature of ["theft", "theft", "theft", "injury"]) {
    const ref = newReference();
    refs.push(ref);
    await world.commit(as(cast.trang), (tx) => receiveReport(tx, ref, report({ nature })), saturdayNight);
  }
});
afterAll(() => world.close());

const here = units.phuongSon.id;
const year = { from: new Date("2026-01-01T00:00:00+07:00"), before: new Date("2027-01-01T00:00:00+07:00") };

/** Everything in which a report could show itself to an officer. */
async function traces(actor: Actor): Promise<readonly unknown[]> {
  return await world.try(
    actor,
    async (tx) => {
      const sight = sightOf(tx);
      const code = "VV-2026-0001";
      return [
        ...(await listOpen(tx, here, { after: null, size: 9 })),
        ...(await listAll(tx, here, { after: null, size: 9 })),
        ...(await countNatures(tx, here, year)),
        ...(await countMeasures(tx, here, { from: "2026-01-01" as never, to: "2026-12-31" as never })),
        ...(await listInbox(tx, sight, { narrowing: everything, after: null, size: 9 })),
        ...Object.values(await countInbox(tx, sight, everything)).filter((value) => typeof value === "number" && value > 0),
        ...[await findOne(tx, sight, { code }), await findOne(tx, sight, { ref: refs[0] ?? "" })].filter(Boolean),
        ...((await countAside(tx, { communeId: here }, "incident")) > 0 ? ["aside"] : []),
      ];
    },
    saturdayNight,
  );
}

const all = Object.keys(rights) as Right[];
const elsewhere = all.filter((right) => rights[right] !== "incidents");
const posts: readonly Member[] = [cast.minh, cast.son, cast.binh, cast.trang];

test("an officer without the regime finds nothing of a report in lists, counts, search and the inbox, whatever else he may do", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...posts), fc.subarray(elsewhere, { minLength: 1 }), async (member, held) => {
      const actor = { ...as(member), rights: new Set(held), regimes: regimesOf(new Set(held)) };
      expect(await traces(actor)).toEqual([]);
      // The same words for what is not there and for what is not his.
      for (const ref of [refs[0] ?? "", newReference()]) await expect(world.try(actor, (tx) => getReport(tx, ref))).rejects.toMatchObject({ code: "notFound", facts: {} });
    }),
    { numRuns: 25 },
  );
  expect((await traces(as(cast.trang))).length).toBeGreaterThan(8);
});

test("the neighbouring post, and a reference of another kind, open nothing", async () => {
  expect(await traces(as(cast.hanh))).toEqual([]);
  expect(await traces(as(cast.long))).toEqual([]);
  expect(await world.try(anybody, (tx) => openByRef(tx, refs[0] ?? "", "dossier"))).toBeNull();
});

test("a person opens to who holds the right of this regime, and to nobody of the counter", async () => {
  const { rows } = await world.asOwner((owner) => owner.query("select id::int, commune_id, province_id from identities order by id limit 1"));
  const place = { communeId: rows[0].commune_id, provinceId: rows[0].province_id };
  const open = (actor: Actor) => world.try(actor, (tx) => openIdentity(tx, place, { id: rows[0].id, purpose: "Xem cho biết" }));
  await expect(open(as(cast.minh))).rejects.toMatchObject({ code: "notFound" });
  await expect(open(as(cast.trang))).resolves.toMatchObject({ fullName: "Giáp Thị Lành" });
  await expect(open(as(cast.hanh))).rejects.toMatchObject({ code: "notFound" });
});

test("a term that passes at night is written down by the house's own clock", async () => {
  const later = new Date("2026-11-29T03:00:00+07:00");
  const noted = await world.try(watchIn({ communeId: here, provinceId: units.bacNinh.id }), (tx) => noteBreaches(tx, { communeId: here, provinceId: units.bacNinh.id }), later);
  expect(noted).toBe(4);
});

test("everybody sees how many cases a year had, and no number that could be one neighbour", async () => {
  const place = { communeId: here, provinceId: units.bacNinh.id };
  expect([0, 1, 2, 3, 40].map(forPublic)).toEqual([0, null, null, 3, 40]);
  const running = new Date("2026-12-31T23:00:00+07:00");
  await expect(world.commit(as(cast.binh), (tx) => releaseFigures(tx, 2026), running)).rejects.toMatchObject({ code: "notNow" });
  const now = new Date("2027-01-01T09:00:00+07:00");
  expect(await world.try(anybody, (tx) => publicFigures(tx, place), now)).toEqual([]);
  await expect(world.commit(as(cast.trang), (tx) => releaseFigures(tx, 2026), now)).rejects.toMatchObject({ code: "notPermitted" });
  await world.commit(as(cast.binh), (tx) => releaseFigures(tx, 2026), now);
  const shown = await world.try(anybody, (tx) => publicFigures(tx, place), now);
  const casesOf = (nature: string) => shown.find((row) => row.nature === nature)?.cases;
  expect([casesOf("theft"), casesOf("injury"), casesOf("gambling")]).toEqual([3, null, 0]);
  const { rows } = await world.asOwner((owner) => owner.query("select count(*)::int as n from incident_releases where cases in (1, 2)"));
  expect(rows[0].n).toBe(0);
  const older = `insert into incident_releases select $1, year, 'kind' || n, $2, 3, now(), 3 from generate_series(2021, 2025) year, generate_series(1, 60) n`;
  await world.asOwner((owner) => owner.query(older, [here, units.bacNinh.id]));
  const years = (await world.try(anybody, (tx) => publicFigures(tx, place), now)).map(({ year }) => year);
  expect([...new Set(years)], "three years, each whole").toEqual([2026, 2025, 2024]);
  expect(years.filter((year) => year === 2024)).toHaveLength(60);
});

test("a year stands beside as long of the year before", async () => {
  const now = new Date("2026-11-25T09:00:00+07:00");
  await world.asOwner((owner) =>
    owner.query("update incidents set received_at = '2025-11-24 10:00+07' where matter_id in (select matter_id from incidents order by matter_id limit 1)"),
  );
  await world.asOwner((owner) =>
    owner.query("update incidents set received_at = '2025-12-24 10:00+07' where matter_id in (select matter_id from incidents order by matter_id offset 1 limit 1)"),
  );
  const { natures, from, to } = await world.try(as(cast.binh), (tx) => figuresOf(tx, 2026), now);
  expect([from, to]).toEqual(["2026-01-01", "2026-11-25"]);
  expect(natures.find(({ id }) => id === "theft")).toMatchObject({ now: { cases: 1 }, before: { cases: 1 } });
  const inNovember = await world.try(as(cast.binh), (tx) => figuresOf(tx, 2026, "m11"), now);
  expect([inNovember.from, inNovember.to]).toEqual(["2026-11-01", "2026-11-25"]);
  const inTheLastQuarter = await world.try(as(cast.binh), (tx) => figuresOf(tx, 2025, "q4"), now);
  expect(inTheLastQuarter.natures.find(({ id }) => id === "theft")).toMatchObject({ now: { cases: 2 } });
});

test.each([
  [2024, "m2", "2026-11-25", "2024-02-01", "2024-02-29"],
  [2026, "half", "2026-11-25", "2026-01-01", "2026-06-30"],
  [2026, "q4", "2026-11-25", "2026-10-01", "2026-11-25"],
  [2026, "m12", "2026-11-25", "2026-12-01", "2026-12-31"],
  [2026, "year", "2026-12-31", "2026-01-01", "2026-12-31"],
] as const)("of %i, %s is on %s the days from %s to %s", (year, part, today, from, to) => {
  expect(daysOfPart(year, part, today as Day)).toEqual({ from, to });
});

test("a report sent under a reference that something of another regime bears is taken like any other, and sent twice it is one", async () => {
  const dossier = await receive(world);
  const intake = listRoutes.find(({ method, url }) => method === "POST" && url === "/can-bo/vu-viec/tiep-nhan");
  const send = async (ref: string) => {
    const body = { kind: "tip", channel: "phone", nature: "other", account: "Có tiếng kêu cứu sau chợ", ref };
    const answer: unknown = await world.commit(as(cast.trang), async (tx) => await intake?.handle?.({ tx, body, lang: "vi" } as never), saturdayNight);
    return (answer as { to: string }).to;
  };
  const taken = await send(dossier.publicRef);
  expect(taken).toMatch(/^\/can-bo\/vu-viec\/[^/]+\?moi=1$/);
  expect(taken).not.toContain(dossier.publicRef);
  expect(await send(dossier.publicRef)).toBe(taken);
});
