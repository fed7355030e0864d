import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeTables } from "../../scripts/schema.ts";
import { openWorld } from "../world/index.ts";
import { here } from "./plant.ts";

const folder = join(here, "db/schema");
const committed = Object.fromEntries(readdirSync(folder).map((file) => [file.replace(/\.txt$/, ""), readFileSync(join(folder, file), "utf8")]));

test("db/schema shows the tables as the migrations make them (npm run schema writes it anew)", async () => {
  const world = await openWorld();
  try {
    const pages = await world.asOwner(describeTables);
    expect(Object.fromEntries(pages)).toEqual(committed);
  } finally {
    await world.close();
  }
});

test("a column, a rule, a policy and a grant that nobody wrote down are seen", async () => {
  const world = await openWorld();
  try {
    const pages = await world.asOwner(async (client) => {
      await client.query(`begin; alter table numbers add column careless text check (careless <> '');
        create policy careless on numbers for select to scope_nation using (true); grant select (key) on numbers to scope_nation`);
      return await describeTables(client);
    });
    const added = (pages.get("numbers") ?? "").split("\n").filter((line) => !committed["numbers"]?.split("\n").includes(line));
    expect(added).toHaveLength(5);
    expect(added.join("\n")).toMatch(/careless\s+text or null[\s\S]*CHECK \(\(careless <> ''::text\)\)[\s\S]*careless: select to scope_nation[\s\S]*scope_nation: select \(key\)/);
  } finally {
    await world.close();
  }
});
