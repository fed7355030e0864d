import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { receive, sign } from "../../../test/world/counter.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { takeNotices } from "../../kernel/outbox.ts";
import { dossier } from "../procedures/matter.ts";
import { listNotices } from "./queries.ts";
import { noticeTexts, noticeWords } from "./texts.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const binh = as(cast.binh);
const place = { communeId: 3, provinceId: 1 };
const listed = () => world.try(binh, (tx) => listNotices(tx, place, { before: null, size: 10 }));
const take = () => world.commit(binh, (tx) => takeNotices(tx, place.communeId, 100));

test("a signed result is told once, however often the outbox is emptied, and names nobody", async () => {
  const matter = await receive(world);
  await sign(world, matter);
  expect(await listed()).toMatchObject([{ template: "dossier.sign", code: matter.code, sentAt: null }]);
  expect(await take()).toMatchObject([{ matterId: matter.id }]);
  expect(await take()).toEqual([]);
  const [notice] = await listed();
  expect(notice?.sentAt).toBeInstanceOf(Date);
  expect(JSON.stringify(notice)).not.toMatch(/Nga|024181/);
});

test("two workers that empty the outbox at once take each notice once", async () => {
  const matter = await receive(world);
  await sign(world, matter);
  const taken = await Promise.all([1, 2, 3].map(take));
  expect(taken.flat().map(({ matterId }) => matterId)).toEqual([matter.id]);
});

test("another post sees none of it", async () => {
  expect(await world.try(as(cast.hanh), (tx) => listNotices(tx, place, { before: null, size: 10 }))).toEqual([]);
});

test("every action that tells the resident has its words", () => {
  const telling = Object.entries(dossier.actions).filter(([, rule]) => "notice" in rule && rule.notice);
  expect(Object.keys(noticeTexts).sort()).toEqual(telling.map(([action]) => `dossier.${action}`).sort());
});

test("a notice without words of its own still says something", () => {
  expect(noticeWords("something.new", "H1", "vi")).toContain("Hồ sơ có thay đổi");
});
