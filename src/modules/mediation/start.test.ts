import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { type OfficeSite, officeServer } from "../../../test/world/office-server.ts";
import type { Day } from "../../base/day.ts";
import { watchIn } from "../../kernel/actor.ts";
import { noteBreaches } from "../../kernel/deadline.ts";
import { at, binh, son, stage } from "./mediation.stage.ts";
import { mediationRoutes } from "./routes.ts";
import { openDispute } from "./service/read.ts";
import { readFigures } from "./service/register.ts";

let world: World;
let office: OfficeSite;
let on: ReturnType<typeof stage>;
let mediator: number;
let now = at("2026-11-17T09:00");
beforeAll(async () => {
  world = await openWorld();
  on = stage(world);
  mediator = await on.team();
  office = await officeServer(world, { routes: mediationRoutes, clock: () => now });
});
afterAll(async () => {
  await office.close();
  await world.close();
});

const place = { communeId: 3, provinceId: 1 };
const open = (ref: string) => world.try(binh, (tx) => openDispute(tx, ref), now);
const watch = (text: string) => world.commit(watchIn(place), (tx) => noteBreaches(tx, place), at(text));
/** Given out on Monday 16 November: to begin by Thursday the 19th. */
async function given(spot: string): Promise<string> {
  const ref = await on.record({ spot }, at("2026-11-16T07:30"));
  await on.assign(ref, [mediator], at("2026-11-16T08:00"));
  return ref;
}
const agree = async (ref: string, fields: Record<string, string>, actor = son) =>
  await office.send(actor, `/can-bo/hoa-giai/${ref}/hen-bat-dau`, { version: String(await on.versionOf(ref)), how: "spoken", ...fields });

test("the day that the parties agreed on is the term, with its basis; begun by then it is in time, begun after it is late", async () => {
  const [kept, broken] = [await given("Ngõ 11"), await given("Ngõ 12")];
  now = at("2026-11-18T09:00");
  // Saturday 28 November: the parties chose it, so it does not give way to a working day.
  for (const ref of [kept, broken]) expect(await agree(ref, { agreedOn: "18/11/2026", startOn: "28/11/2026" })).toMatchObject({ status: 303 });
  const { matter, dispute, starts } = await open(kept);
  expect([matter.dueAt, dispute.startBy]).toEqual([at("2026-11-28T23:59:59"), at("2026-11-28T23:59:59")]);
  expect(starts).toMatchObject([{ agreedOn: "2026-11-18", startOn: "2026-11-28", how: "spoken", writtenBy: cast.son.id }]);
  expect(starts[0]?.basis).toMatch(/35\/2013\/QH13 điều 20.*thỏa thuận ngày 18\/11\/2026/);
  const clocks = await world.asOwner((owner) => owner.query("select cause, due_at, basis from clocks where matter_id = $1 order by seq", [matter.id]));
  expect(
    clocks.rows.map(({ due_at }) => due_at),
    "the term of the law stays in the record",
  ).toEqual([at("2026-11-19T23:59:59"), at("2026-11-28T23:59:59")]);
  const page = await office.read(binh, `/can-bo/hoa-giai/${kept}`);
  expect(page.said).toContain("Ngày 18/11/2026 các bên thỏa thuận bắt đầu chậm nhất ngày 28/11/2026");
  expect(page.said).toContain("các bên có thỏa thuận khác về thời gian");
  expect(await watch("2026-11-27T12:00")).toBe(0);
  await on.meet(kept, at("2026-11-28T19:00"), at("2026-11-28T21:00"));
  expect(await watch("2026-11-29T00:01")).toBe(1);
  await on.meet(broken, at("2026-11-29T19:00"), at("2026-11-29T21:00"));
  const { sums } = await world.try(binh, (tx) => readFigures(tx, { from: "2026-11-01" as Day, to: "2026-11-30" as Day }), at("2026-11-30T08:00"));
  expect(sums).toMatchObject({ all: 2, startedLate: 1 });
});

test("what was agreed in time but written down late counts, and the breach that was noted stays", async () => {
  const ref = await given("Ngõ 13");
  expect(await watch("2026-11-20T00:05")).toBe(1);
  now = at("2026-11-21T09:00");
  expect(await agree(ref, { agreedOn: "19/11/2026", startOn: "30/11/2026", how: "written" })).toMatchObject({ status: 303 });
  expect((await open(ref)).dispute.startBy).toEqual(at("2026-11-30T23:59:59"));
  const { rows } = await world.asOwner((owner) => owner.query("select count(*)::int as n from breaches where due_at = $1", [at("2026-11-19T23:59:59")]));
  expect(rows[0].n).toBe(1);
  // Agreed once more within the term that now runs.
  now = at("2026-11-29T09:00");
  expect(await agree(ref, { agreedOn: "29/11/2026", startOn: "05/12/2026" })).toMatchObject({ status: 303 });
  expect((await open(ref)).starts.map(({ startOn }) => startOn)).toEqual(["2026-11-30", "2026-12-05"]);
});

test("an agreement after the term, one before there was a dispute, an earlier day, and one without a day are refused beside the field", async () => {
  const ref = await given("Ngõ 14");
  now = at("2026-11-23T09:00");
  const wrong = [
    [{ agreedOn: "20/11/2026", startOn: "30/11/2026" }, "Hạn đã qua trước ngày ấy"],
    [{ agreedOn: "14/11/2026", startOn: "30/11/2026" }, "Thỏa thuận không thể trước ngày ghi nhận"],
    [{ agreedOn: "18/11/2026", startOn: "19/11/2026" }, "Ngày hẹn phải sau hạn đang chạy"],
    [{ agreedOn: "18/11/2026", startOn: "31/02/2027" }, "Xin ghi ngày hẹn"],
  ] as const;
  for (const [fields, said] of wrong) expect(await agree(ref, fields)).toMatchObject({ status: 422, said: expect.stringContaining(said) });
  expect((await open(ref)).dispute.startBy).toEqual(at("2026-11-19T23:59:59"));
  expect((await agree(ref, { agreedOn: "18/11/2026", startOn: "30/11/2026" }, as(cast.trang))).status).toBe(403);
  const waiting = await on.record({ spot: "Ngõ 15" }, at("2026-11-23T08:00"));
  expect((await agree(waiting, { agreedOn: "23/11/2026", startOn: "30/11/2026" })).status, "nobody was given it: no term runs").toBe(409);
});

test("what was agreed cannot be changed or taken away", async () => {
  const { rows } = await world.asOwner((owner) =>
    owner.query(
      "select has_any_column_privilege('scope_commune', 'dispute_starts', 'update') as change, has_table_privilege('scope_commune', 'dispute_starts', 'delete') as remove",
    ),
  );
  expect(rows).toEqual([{ change: false, remove: false }]);
});
