import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as } from "../../../test/world/index.ts";
import { anybody } from "../../kernel/actor.ts";
import { newReference } from "../../kernel/reference.ts";
import { openPost, report } from "./incidents.stage.ts";
import { findByCode, listAll } from "./queries/reports.ts";
import { figuresOf } from "./service/figures.ts";
import { handInReport, receiveReport } from "./service/intake.ts";
import { getReport } from "./service/read.ts";
import { addMeasure, dismiss, linkReport } from "./service/work.ts";

let { world, office, close }: Awaited<ReturnType<typeof openPost>> = {} as never;
const now = new Date("2026-11-21T22:40:00+07:00");
const binh = as(cast.binh);
const long = as(cast.long);
beforeAll(async () => {
  ({ world, office, close } = await openPost(() => now));
});
afterAll(() => close());

const theft = async (actor = binh) => (await world.try(actor, (tx) => figuresOf(tx, 2026), now)).natures.find(({ id }) => id === "theft")?.now?.cases;
const page = async (year: number) => (await office.read(binh, `/can-bo/vu-viec/so-lieu?nam=${year}`)).said;

test("a year before there was a post says so and cannot be published", async () => {
  expect(await page(2024)).toContain("chưa có đơn vị");
  expect(await page(2026)).not.toContain("chưa có đơn vị");
  expect(await page(2024)).not.toContain("Công bố số vụ của năm này");
  expect((await office.send(binh, "/can-bo/vu-viec/so-lieu/cong-bo", { nam: "2024" })).status).toBe(409);
});

test("the chief reads the numbers of a commune that went into hers as a whole, and nothing else of it", async () => {
  const ref = newReference();
  const { code } = await world.commit(long, (tx) => receiveReport(tx, ref, report({ hamletId: null })), now);
  await world.commit(long, (tx) => addMeasure(tx, ref, { version: 1, measure: "calledIn", people: 2, doneOn: "2026-11-21" as never, legalBasis: "Luật", corrects: null }), now);
  expect([await theft(), await theft(long)]).toEqual([0, 1]);
  const joins = (share: string) =>
    world.asOwner((owner) =>
      owner.query(
        "insert into unit_lineage (old_id, new_id, on_date, share, source) values ($1, $2, '2025-07-01', $3, 'Nghị quyết') on conflict (old_id, new_id, on_date) do update set share = $3",
        [units.huuLung.id, units.phuongSon.id, share],
      ),
    );
  await joins("partial");
  expect(await theft(), "what was split is nobody's whole year").toBe(0);
  await joins("full");
  await world.asOwner((owner) => owner.query("update units set valid_from = '2020-01-01' where id = $1", [units.huuLung.id]));
  expect(await theft()).toBe(1);
  const { measures } = await world.try(binh, (tx) => figuresOf(tx, 2026), now);
  expect(measures.find(({ id }) => id === "calledIn")?.now).toMatchObject({ cases: 1, people: 2 });
  expect(await page(2024), "the commune that went into hers stood already").not.toContain("chưa có đơn vị");
  expect(await world.try(binh, (tx) => findByCode(tx, units.huuLung.id, code), now)).toBeNull();
  expect(await world.try(binh, (tx) => listAll(tx, units.huuLung.id, { after: null, size: 10 }), now)).toEqual([]);
  const asked = await world.try(as(cast.trang), async (tx) => (await sql`select * from predecessor_natures('2020-01-01', '2030-01-01')`.execute(tx.db)).rows, now);
  expect(asked, "whoever may not read figures is given none").toEqual([]);
});

test("a report that was linked to one thrown away is counted, at the commune that was and at the one that is", async () => {
  const at = async (ref: string) => (await world.try(long, (tx) => getReport(tx, ref), now)).matter;
  const before = [await theft(), await theft(long)];
  const { channel: _, ...told } = report({ hamletId: null, teller: null });
  const place = { communeId: units.huuLung.id, provinceId: long.scope.kind === "commune" ? long.scope.provinceId : 0 };
  const older = await world.commit(anybody, (tx) => handInReport(tx, place, told, null), now);
  const newer = newReference();
  await world.commit(long, (tx) => receiveReport(tx, newer, report({ hamletId: null })), now);
  await world.commit(long, async (tx) => linkReport(tx, newer, { version: 1, code: (await at(older)).code, why: "Hai người báo", same: true }), now);
  expect([await theft(), await theft(long)]).toEqual(before.map((n) => (n ?? 0) + 1));
  await world.commit(long, (tx) => dismiss(tx, older, { version: 1, reason: "Tin rác" }), now);
  expect([await theft(), await theft(long)]).toEqual(before.map((n) => (n ?? 0) + 1));
});
