import { join } from "node:path";
import { countedKinds } from "../../counted-kinds.ts";
import { clockIn, gate } from "../../kernel/actor.ts";
import { workCalendar } from "../../kernel/clock/calendar.ts";
import { holidayLaw, officeHoursLaw } from "../../kernel/clock/calendar-law.ts";
import type { House } from "../../kernel/house.ts";
import { loadLaw } from "../../kernel/law/load.ts";
import { inTx } from "../../kernel/tx.ts";
import { readDirectory, type Unit, type UnitDirectory } from "../../kernel/units.ts";
import { type Database, openDatabase } from "../../platform/database.ts";
import { withGround } from "../ground.ts";
import { type Call, type ExitCode, Failure, show } from "../io.ts";
import { texts } from "../texts.ts";

/** `figures rebuild`: counts every commune anew, or those of one code, each in a transaction of its own. */
export async function rebuildAllFigures(call: Call, { commune }: { readonly commune: string | undefined }): Promise<ExitCode> {
  return await withGround<ExitCode>(call, async ({ loginUrl }) => {
    const database = openDatabase(loginUrl, { connections: 1, onError: () => {} });
    try {
      const counted = await rebuildFrom(call, database, commune ?? null);
      const matters = counted.reduce((all, one) => all + one.matters, 0);
      const lines = counted.map((one) => texts.figures.commune[call.lang](one.unit.name, one.matters));
      const value = { communes: counted.map(({ unit, matters }) => ({ code: unit.code, validFrom: unit.validFrom, matters })), matters };
      show(call, value, [...lines, texts.figures.summary[call.lang](counted.length, matters)]);
      return 0;
    } finally {
      await database.close();
    }
  });
}

type CountedUnit = { readonly unit: Unit; readonly matters: number };

/** Counts the communes of a database anew, one after another. @throws Failure for a code of no commune that has matters */
export async function rebuildFrom(call: Call, database: Database, code: string | null): Promise<readonly CountedUnit[]> {
  const { listCommunesWithMatters, rebuildFigures } = await import("../../modules/figures/index.ts");
  const { now } = call;
  // Counting needs the directory and the calendars of a house, and no more of it.
  const bare = { demo: false } as House;
  const [units, ids] = await inTx(database, { house: bare, actor: gate, now, readOnly: true }, async (tx) => [await readDirectory(tx), await listCommunesWithMatters(tx)] as const);
  const chosen = ids.map((id) => units.getUnit(id)).filter((unit) => code === null || unit.code === code);
  if (code !== null && chosen.length === 0) throw new Failure(1, "unknownUnit", texts.errors.noMatters(code));
  const house = { ...bare, countedKinds, units, calendarOf: await calendars(call, units) };
  const counted: CountedUnit[] = [];
  for (const unit of chosen) {
    const actor = clockIn({ communeId: unit.id, provinceId: unit.provinceId ?? 0 });
    counted.push({ unit, matters: await inTx(database, { house, actor, now }, rebuildFigures) });
    if (call.watched) call.err(`${texts.figures.commune[call.lang](unit.name, counted.at(-1)?.matters ?? 0)}\n`);
  }
  return counted;
}

async function calendars(call: Call, units: UnitDirectory): Promise<House["calendarOf"]> {
  const law = await loadLaw(join(call.root, "db/law"), { holidays: holidayLaw, officeHours: officeHoursLaw });
  return (place) => workCalendar(law, { provinceCode: units.getUnit(place.provinceId).code, communeCode: units.getUnit(place.communeId).code });
}
