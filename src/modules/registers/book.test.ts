import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { statementsOf } from "../../../test/world/counted.ts";
import { at, receive } from "../../../test/world/counter.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { endOfNovember, expectedBook, live, november, verbs } from "./books.stage.ts";
import { parseExport, parsePeriod } from "./forms.ts";
import { type BookRow, readBook } from "./service/book.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
// Counts of a period are of the whole post: each test begins with an empty book.
beforeEach(async () => {
  await world.close();
  world = await openWorld();
});

const minh = as(cast.minh);
const read = (now = endOfNovember, size = 500) => world.try(minh, (tx) => readBook(tx, november, { after: null, size }), now);
const told = (row: BookRow) => {
  const { code, receivedAt, dueAt, handedOverAt, standing, remarks } = row;
  return { code, receivedAt, dueAt, handedOverAt, standing, remarks: remarks.map((one) => `${one.kind} ${one.at.toISOString()}`) };
};

test("whatever happens to dossiers, the register says what their timelines say, and its sums are those of its lines", async () => {
  const step = fc.record({ pick: fc.nat(11), hours: fc.integer({ min: 1, max: 60 }) });
  const story = fc.record({ first: fc.integer({ min: 0, max: 400 }), steps: fc.array(step, { minLength: 2, maxLength: 9, size: "max" }) });
  await fc.assert(
    fc.asyncProperty(story, fc.integer({ min: 0, max: 700 }), async (given, hoursLater) => {
      await live(world, given);
      // Looked at while November goes on, only what has happened by then can be asked; so the instant lies after all of it.
      const now = new Date(endOfNovember.getTime() + hoursLater * 3_600_000);
      const { rows, sums } = await read(now);
      expect(rows.map(told)).toEqual(await expectedBook(world, now));
      expect(rows.map((row) => row.number)).toEqual(rows.map((_, i) => i + 1));
      expect(sums.counts.all).toBe(rows.length);
      for (const [standing, count] of Object.entries(sums.counts.byStanding)) expect(rows.filter((row) => row.standing === standing)).toHaveLength(count);
      expect(rows.reduce((sum, row) => sum + row.feeDong, 0n)).toBe(sums.feeDong);
    }),
    { numRuns: 25 },
  );
});

test("a dossier in every standing stands so", async () => {
  const morning = (day: number): Date => at(`2026-11-${String(day).padStart(2, "0")}T08:00:00`);
  const ready = await verbs.propose(world, await receive(world, {}, morning(23)), morning(24));
  await verbs.give(world, await verbs.sign(world, ready, morning(24)), morning(25));
  await receive(world, {}, morning(3));
  await verbs.ask(world, await receive(world, {}, morning(24)), morning(25));
  await verbs.takeBack(world, await receive(world, {}, morning(26)), morning(27));
  await receive(world, {}, at("2026-11-27T08:30:00"));
  const { rows, sums } = await read(at("2026-11-27T09:00:00"));
  expect(rows.map((row) => row.standing)).toEqual(["late", "onTime", "paused", "stopped", "running"]);
  expect(sums.counts.byStanding).toEqual({ onTime: 1, late: 1, running: 1, paused: 1, stopped: 1, untimed: 0 });
});

test("pages follow one another by key, numbered through, and a dossier received meanwhile moves nothing", async () => {
  for (let i = 0; i < 5; i++) await receive(world, {}, at(`2026-11-10T09:0${i}:00`));
  // Two in one instant: the number of the matter decides.
  await receive(world, {}, at("2026-11-10T09:02:00"));
  const whole = await read();
  const first = await read(endOfNovember, 3);
  await receive(world, {}, at("2026-11-20T09:00:00"));
  const second = await world.try(minh, (tx) => readBook(tx, november, { after: first.next, size: 3 }), endOfNovember);
  expect([...first.rows, ...second.rows].map((row) => [row.number, row.code])).toEqual(whole.rows.map((row) => [row.number, row.code]));
});

test("a period counts by days of Vietnam, both included", async () => {
  await receive(world, {}, at("2026-10-31T23:59:59"));
  const first = await receive(world, {}, at("2026-11-01T00:00:00"));
  const last = await receive(world, {}, at("2026-11-30T22:59:59"));
  await receive(world, {}, at("2026-12-01T00:00:00"));
  const { rows } = await read(at("2026-12-02T08:00:00"));
  expect(rows.map((row) => row.code)).toEqual([first.code, last.code]);
});

test("another post sees none of it, and who works in no post cannot ask", async () => {
  await receive(world, {}, at("2026-11-10T09:00:00"));
  const theirs = await world.try(as(cast.hanh), (tx) => readBook(tx, november, { after: null, size: 10 }), endOfNovember);
  expect(theirs.rows).toEqual([]);
  expect(theirs.sums).toMatchObject({ feeDong: 0n, counts: { all: 0 } });
  // Even asked for by its own name, the other post's book stays shut.
  const forged = { ...as(cast.hanh), scope: { kind: "commune", communeId: units.tienLuc.id, provinceId: units.langSon.id } } as const;
  expect((await world.try(forged, (tx) => readBook(tx, november, { after: null, size: 10 }), endOfNovember)).rows).toEqual([]);
  await expect(world.try(as(cast.kien), (tx) => readBook(tx, november, { after: null, size: 10 }))).rejects.toMatchObject({ code: "notPermitted" });
});

test("a page asks the database as often for fifty dossiers as for one", async () => {
  const asked = (): Promise<number> => world.try(minh, (tx) => statementsOf(tx, (counted) => readBook(counted, november, { after: null, size: 50 })), endOfNovember);
  await receive(world, {}, at("2026-11-10T09:00:00"));
  const one = await asked();
  for (let i = 0; i < 8; i++) await receive(world, {}, at(`2026-11-11T09:0${i}:00`));
  expect(one).toBeGreaterThan(0);
  expect(await asked()).toBe(one);
});

const today = "2026-11-20" as never;
test.each([
  [{ tu: "01/11/2026", den: "20/11/2026" }, null],
  [{ tu: "21/11/2025", den: "2026-11-20" }, null],
  [{ tu: "20/11/2025", den: "20/11/2026" }, "den"],
  [{ tu: "20/11/2026", den: "19/11/2026" }, "den"],
  [{ tu: "31/02/2026", den: "20/11/2026" }, "tu"],
  [{ tu: "01/11/2026" }, "den"],
  [{ den: "20/11/2026" }, "tu"],
  [{ tu: "", den: "20/11/2026" }, "tu"],
  [{ tu: "01/11/2026", den: "21/11/2026" }, "den"],
  [{ tu: ["01/11/2026", "02/11/2026"], den: "20/11/2026" }, "tu"],
])("the period %j has its error at %s", (query, field) => {
  const form = parsePeriod(query, today);
  expect(form.ok ? null : Object.keys(form.errors)[0]).toBe(field);
});

test("a whole book does not leave without a purpose", () => {
  const order = { tu: "2026-11-01", den: "2026-11-20", format: "xlsx" };
  for (const purpose of ["", "   ", "abc", "a".repeat(201)]) expect(parseExport({ ...order, purpose }, today)).toMatchObject({ ok: false, errors: { purpose: {} } });
  expect(parseExport({ ...order, purpose: "Báo cáo", format: "docx" }, today)).toMatchObject({ ok: false, errors: { format: {} } });
  expect(parseExport({}, today)).toMatchObject({ ok: false, errors: { tu: {}, den: {}, format: {}, purpose: {} } });
  expect(parseExport({ ...order, purpose: " Báo cáo  tháng " }, today)).toMatchObject({ ok: true, value: { purpose: "Báo cáo tháng" } });
});
