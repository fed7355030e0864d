import { expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { receive } from "../../../test/world/counter.ts";
import { as } from "../../../test/world/index.ts";
import { minh, openStage, son, stage } from "./inbox.stage.ts";
import { everything, type Narrowing } from "./narrowing.ts";
import { listFilters } from "./queries/filters.ts";
import { sightOf } from "./routes/lines.ts";
import { changeFilter, keepFilter, withCounts } from "./service/filters.ts";

openStage();

const mine: Narrowing = { ...everything, assignee: "me", dueTo: 7 };
const kept = (actor = minh) => stage.world.try(actor, async (tx) => withCounts(tx, sightOf(tx), await listFilters(tx, sightOf(tx))));
const keep = (name: string, isDefault = false, narrowing = mine, actor = minh) => stage.world.commit(actor, (tx) => keepFilter(tx, { name, isDefault, narrowing }));

test("a filter comes back as it was kept, with how much it holds", async () => {
  for (let i = 0; i < 2; i += 1) await receive(stage.world);
  await keep("Việc của tôi tuần này");
  await keep("Chờ ký", false, { ...everything, group: "toSign" });
  await keep("Sau đó", false, { ...everything, group: "later" });
  expect(await kept()).toMatchObject([
    { name: "Chờ ký", isDefault: false, narrowing: { ...everything, group: "toSign" }, count: 0 },
    { name: "Sau đó", count: 2 },
    { name: "Việc của tôi tuần này", narrowing: mine, count: 2 },
  ]);
});

test("counting stops at a hundred and one", async () => {
  const { id } = await receive(stage.world);
  await stage.world.asOwner(async (client) => {
    await client.query("alter table matters disable trigger matter_has_timeline");
    await client.query(
      `insert into matters (commune_id, province_id, kind, regime, code, public_ref, state, channel, title, received_at, due_at, assignee_id, timeline_hash)
       select commune_id, province_id, kind, regime, code || i, public_ref || i, state, channel, title, received_at, due_at, assignee_id, timeline_hash
       from matters, generate_series(1, 150) i where id = ${id}`,
    );
    await client.query("alter table matters enable trigger matter_has_timeline");
  });
  await keep("Của tôi");
  expect((await kept())[0]?.count).toBe(101);
});

test("one is the default at most; a name is kept once; ten are the most", async () => {
  await keep("A", true);
  await keep("B", true);
  expect((await kept()).map(({ name, isDefault }) => [name, isDefault])).toEqual([
    ["A", false],
    ["B", true],
  ]);
  const [a, b] = await kept();
  await stage.world.commit(minh, (tx) => changeFilter(tx, { id: a?.id ?? 0, lam: "default" }));
  expect((await kept()).map(({ isDefault }) => isDefault)).toEqual([true, false]);
  await stage.world.commit(minh, (tx) => changeFilter(tx, { id: a?.id ?? 0, lam: "noDefault" }));
  expect((await kept()).map(({ isDefault }) => isDefault)).toEqual([false, false]);
  await stage.world.commit(minh, (tx) => changeFilter(tx, { id: b?.id ?? 0, lam: "delete" }));
  await keep("A", false, everything);
  expect(await kept()).toMatchObject([{ name: "A", narrowing: everything }]);
  for (let i = 0; i < 9; i += 1) expect(await keep(`F${i}`)).toBe(true);
  expect(await keep("One too many")).toBe(false);
  expect(await keep("A")).toBe(true);
});

test("filters are their officer's own: nobody else sees, changes or takes them", async () => {
  await keep("Riêng");
  const [own] = await kept();
  for (const other of [son, as(cast.binh), as(cast.hanh)]) {
    expect(await kept(other)).toEqual([]);
    await stage.world.commit(other, (tx) => changeFilter(tx, { id: own?.id ?? 0, lam: "delete" }));
  }
  expect(await kept()).toHaveLength(1);
  const forged = stage.world.commit(son, (tx) =>
    tx.db
      .withTables<{ savedFilters: { communeId: number; provinceId: number; accountId: number; name: string; isDefault: boolean; createdAt: Date } }>()
      .insertInto("savedFilters")
      .values({ communeId: 3, provinceId: 1, accountId: cast.minh.id, name: "X", isDefault: false, createdAt: tx.now })
      .execute(),
  );
  await expect(forged).rejects.toThrow(/row-level security/);
});
