import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { at, receive } from "../../../test/world/counter.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { parseClosing, parseFeeDay } from "./forms.ts";
import { closeDay, openDays, readFeeDay } from "./service/fees.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const [minh, son, binh, hanh] = [as(cast.minh), as(cast.son), as(cast.binh), as(cast.hanh)];
const stay = { procedureCode: "1.004194", caseId: "standard" };
const day = (text: string) => text as never;
const evening = (text: string): Date => at(`${text}T17:30:00`);
const seen = async (takenOn: string) => {
  const { dossiers, sumDong } = await world.try(minh, (tx) => readFeeDay(tx, day(takenOn)), evening(takenOn));
  return { takenOn: day(takenOn), dossiers, sumDong };
};

test("a day is told by officer and by dossier, with the grounds of those who paid nothing", async () => {
  await receive(world, stay, at("2026-11-02T08:00:00"));
  await receive(world, { ...stay, exemption: "elderly" }, at("2026-11-02T09:00:00"));
  await receive(world, { ...stay, conditions: ["byList"] }, at("2026-11-02T10:00:00"));
  await receive(world, {}, at("2026-11-02T23:59:59"));
  await receive(world, stay, at("2026-11-03T00:00:00"));
  const told = await world.try(minh, (tx) => readFeeDay(tx, day("2026-11-02")), evening("2026-11-03"));
  expect(told.byOfficer).toEqual([{ officerId: cast.minh.id, officerName: cast.minh.name, dossiers: 4, charged: 2, exempted: 1, sumDong: 25_000n }]);
  expect(told.entries.map((entry) => entry.exemption)).toEqual([null, "elderly", null, null]);
  expect(told).toMatchObject({ dossiers: 4, sumDong: 25_000n, closing: null, difference: null });
  // What the book says is what stands on the dossiers.
  const owner = await world.asOwner((client) =>
    client.query("select sum(fee_dong)::text from dossiers d join matters m on m.id = d.matter_id where (m.received_at at time zone 'Asia/Ho_Chi_Minh')::date = '2026-11-02'"),
  );
  expect(owner.rows[0].sum).toBe("25000");
});

test("a closed day stays as it was counted; what comes later is a difference, named", async () => {
  await receive(world, stay, at("2026-11-04T08:00:00"));
  await world.commit(minh, async (tx) => closeDay(tx, { takenOn: day("2026-11-04"), dossiers: 1, sumDong: 15_000n }), evening("2026-11-04"));
  const before = await world.try(son, (tx) => readFeeDay(tx, day("2026-11-04")), evening("2026-11-04"));
  expect(before.closing).toMatchObject({ closedByName: cast.minh.name, dossiers: 1, sumDong: 15_000n, closedAt: evening("2026-11-04") });
  expect(before.difference).toEqual({ entries: [], sumDong: 0n });
  const late = await receive(world, stay, at("2026-11-04T17:45:00"));
  const after = await world.try(son, (tx) => readFeeDay(tx, day("2026-11-04")), evening("2026-11-05"));
  expect(after.closing).toEqual(before.closing);
  expect(after.sumDong).toBe(30_000n);
  expect(after.difference).toMatchObject({ sumDong: 15_000n, entries: [{ code: late.code }] });
});

test("pressed twice, or by two officers at once, a day is closed once", async () => {
  await receive(world, stay, at("2026-11-05T08:00:00"));
  const order = await seen("2026-11-05");
  await Promise.all([minh, binh, minh].map((actor) => world.commit(actor, (tx) => closeDay(tx, order), evening("2026-11-05"))));
  const counted = await world.asOwner((client) =>
    client.query(
      "select (select count(*) from fee_closings where taken_on = '2026-11-05')::int as days, (select count(*) from fee_closing_lines where taken_on = '2026-11-05')::int as lines",
    ),
  );
  expect(counted.rows[0]).toEqual({ days: 1, lines: 1 });
});

test("an officer closes what he saw: when another dossier has come in, he looks again", async () => {
  const order = await seen("2026-11-06");
  await receive(world, {}, at("2026-11-06T16:59:00"));
  await expect(world.commit(minh, (tx) => closeDay(tx, order), evening("2026-11-06"))).rejects.toMatchObject({ code: "changedMeanwhile" });
  expect((await world.try(minh, (tx) => readFeeDay(tx, day("2026-11-06")), evening("2026-11-06"))).closing).toBeNull();
});

test("a day without a dossier can be closed too, and days that wait are told", async () => {
  await world.commit(minh, (tx) => closeDay(tx, { takenOn: day("2026-11-08"), dossiers: 0, sumDong: 0n }), evening("2026-11-08"));
  const open = await world.try(minh, (tx) => openDays(tx, day("2026-11-10")), at("2026-11-10T08:00:00"));
  expect(open).toEqual(["2026-11-06", "2026-11-03", "2026-11-02"]);
});

test("only who holds the right closes a day, and the database says so again", async () => {
  const order = { takenOn: day("2026-11-09"), dossiers: 0, sumDong: 0n };
  await expect(world.commit(son, (tx) => closeDay(tx, order), evening("2026-11-09"))).rejects.toMatchObject({ code: "notPermitted" });
  const pretending = { ...son, rights: binh.rights };
  await expect(world.commit(pretending, (tx) => closeDay(tx, order), evening("2026-11-09"))).rejects.toThrow(/row-level security/);
  // In somebody else's name, nobody closes.
  const inHisName = { ...minh, id: cast.son.id };
  await expect(world.commit(inHisName, (tx) => closeDay(tx, order), evening("2026-11-09"))).rejects.toThrow(/row-level security/);
});

test("another post sees no fee and no closing", async () => {
  const theirs = await world.try(hanh, (tx) => readFeeDay(tx, day("2026-11-04")), evening("2026-11-05"));
  expect(theirs).toMatchObject({ entries: [], closing: null, dossiers: 0, sumDong: 0n });
  expect(await world.try(hanh, (tx) => openDays(tx, day("2026-11-10")), at("2026-11-10T08:00:00"))).toEqual([]);
});

test("no scope changes or takes back a closing", async () => {
  const rights = await world.asOwner((client) =>
    client.query(
      `select r.rolname, t.name, p.privilege from pg_roles r, (values ('fee_closings'), ('fee_closing_lines')) t(name), (values ('update'), ('delete'), ('truncate')) p(privilege)
       where r.rolname like 'scope\\_%' and (has_table_privilege(r.oid, t.name, p.privilege) or (p.privilege = 'update' and has_any_column_privilege(r.oid, t.name, 'update')))`,
    ),
  );
  expect(rights.rows).toEqual([]);
  expect(units.phuongSon.id).toBe(3);
});

const today = "2026-11-20" as never;
test("days and closings are read strictly", () => {
  expect(parseFeeDay({}, today)).toEqual({ ok: true, value: today });
  expect(parseFeeDay({ ngay: "19/11/2026" }, today)).toEqual({ ok: true, value: "2026-11-19" });
  for (const ngay of ["21/11/2026", "30/02/2026", "x", "2026-11-20'; drop table matters"]) expect(parseFeeDay({ ngay }, today)).toMatchObject({ ok: false, errors: { ngay: {} } });
  expect(parseClosing({ ngay: "2026-11-19", dossiers: "3", sum: "45000" }, today)).toEqual({ ok: true, value: { takenOn: "2026-11-19", dossiers: 3, sumDong: 45_000n } });
  for (const sum of ["-1", "1e9", "", "45.000", "9".repeat(16)]) expect(parseClosing({ ngay: "2026-11-19", dossiers: "3", sum }, today).ok).toBe(false);
});
