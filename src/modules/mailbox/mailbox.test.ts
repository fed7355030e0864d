import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { receive, sign } from "../../../test/world/counter.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { deliverNotices, demoMailbox } from "../../kernel/outbox.ts";
import { dossier } from "../procedures/matter.ts";
import { listNotices } from "./queries.ts";
import { noticeTexts } from "./texts.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const binh = as(cast.binh);
const place = { communeId: 3, provinceId: 1 };
const listed = () => world.try(binh, (tx) => listNotices(tx, place, { before: null, size: 10 }));

test("a signed result is told once, however often the outbox is emptied, and names nobody", async () => {
  const matter = await receive(world);
  await sign(world, matter);
  expect(await listed()).toMatchObject([{ template: "dossier.sign", code: matter.code, sentAt: null }]);
  expect(await world.commit(binh, (tx) => deliverNotices(tx, place.communeId, demoMailbox))).toBe(1);
  expect(await world.commit(binh, (tx) => deliverNotices(tx, place.communeId, demoMailbox))).toBe(0);
  const [notice] = await listed();
  expect(notice?.sentAt).toBeInstanceOf(Date);
  expect(JSON.stringify(notice)).not.toMatch(/Nga|024181/);
});

test("two workers that empty the outbox at once send each notice once", async () => {
  await sign(world, await receive(world));
  const sent: string[] = [];
  const slow = { name: "slow", deliver: async ({ key }: { key: string }) => void sent.push(key) };
  const counts = await Promise.all([1, 2, 3].map(() => world.commit(binh, (tx) => deliverNotices(tx, place.communeId, slow))));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(sent).toHaveLength(1);
});

test("another post sees none of it", async () => {
  expect(await world.try(as(cast.hanh), (tx) => listNotices(tx, place, { before: null, size: 10 }))).toEqual([]);
});

test("every action that tells the resident has its words", () => {
  const telling = Object.entries(dossier.actions).filter(([, rule]) => "notice" in rule && rule.notice);
  expect(Object.keys(noticeTexts).sort()).toEqual(telling.map(([action]) => `dossier.${action}`).sort());
});
