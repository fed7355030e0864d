import { Client, type ClientBase } from "pg";
import { addDays, type Day } from "../../base/day.ts";
import { normalise } from "../../base/vietnamese.ts";
import { readUnits, type SeedUnit, type SeedUnits } from "./files.ts";
import { isInUse, isNoted, lockDemo, noteDown, putLineage, putProfile, putUnit } from "./queries.ts";
import { DemoRefused } from "./refused.ts";

/** No file says since when an old unit was what it was; this day stands for it, in the import of units too. */
const firstDay = "2023-01-01" as Day;

/**
 * Writes the units of the demonstration: the five places of 2023, what became of them, their hamlets and profiles. Units that an import
 * brought stay; done once, it returns at once.
 *
 * @param ownerUrl address for the role that owns the tables
 * @throws DemoRefused when somebody's own work or accounts are in the database
 */
export async function seedDemoUnits(ownerUrl: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  // A connection that breaks is told by the query that waits for it.
  owner.on("error", () => {});
  await owner.connect();
  try {
    await lockDemo(owner);
    if (await isNoted(owner, "demo.units")) return;
    if (await isInUse(owner)) throw new DemoRefused();
    await owner.query("begin");
    await writeUnits(owner, readUnits());
    await noteDown(owner, "demo.units");
    await owner.query("commit");
  } finally {
    await owner.end();
  }
}

type Written = { readonly unit: SeedUnit; readonly id: number; readonly provinceId: number | null };

async function writeUnits(owner: ClientBase, seed: SeedUnits): Promise<void> {
  const written: Written[] = [];
  const find = (code: string, on: Day): Written => {
    const found = written.find(({ unit }) => unit.code === code && unit.from <= on && (unit.to === null || on < unit.to));
    if (!found) throw new Error(`db/seed/units.yaml: nothing bears ${code} on ${on}`);
    return found;
  };
  for (const kind of ["province", "district", "commune"] as const) {
    const rows = seed.units.filter((unit) => unit.kind === kind);
    // The last period first: it is the one that an import may have brought.
    for (const unit of rows.toSorted((one, other) => (one.from < other.from ? 1 : -1))) {
      const parent = unit.in === null ? null : find(unit.in, unit.from);
      const provinceId = parent && (parent.provinceId ?? parent.id);
      const id = await putUnit(owner, { ...unit, ...naming(unit.type, unit.name), parentId: parent?.id ?? null, provinceId }, firstDay);
      written.push({ unit, id, provinceId });
    }
  }
  await writeHamlets(owner, seed, find);
  for (const { from, to, on, ...step } of seed.lineage) {
    for (const code of from) await putLineage(owner, { ...step, on, oldId: find(code, addDays(on, -1)).id, newId: find(to, on).id });
  }
  for (const { of, ...profile } of seed.profiles) await putProfile(owner, find(of, profile.asOf).id, profile);
}

async function writeHamlets(owner: ClientBase, seed: SeedUnits, find: (code: string, on: Day) => Written): Promise<void> {
  for (const { names, periods, source } of seed.hamlets) {
    for (const { in: code, from, to, word } of periods) {
      const { id: parentId, provinceId } = find(code, from);
      for (const [i, name] of names.entries()) {
        const row = { kind: "hamlet", code: `${code}-${String(i + 1).padStart(2, "0")}`, ...naming(word, name), parentId, provinceId, from, to, source };
        await putUnit(owner, row, firstDay);
      }
    }
  }
}

function naming(type: string, name: string): { name: string; shortName: string; norm: string } {
  return { name: `${type} ${name}`, shortName: name, norm: normalise(name) };
}
