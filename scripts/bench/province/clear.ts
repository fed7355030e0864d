import { Client } from "pg";
import { perCommune, type Size } from "./size.ts";

/** Takes out what was received while a run measured receipts, so that the next run finds the same inboxes. Moves stay: they change whose work it is, not how much. */
export async function clearReceived(ownerUrl: string, size: Size): Promise<void> {
  const each = perCommune(size);
  const [matters, people] = [each.matters * size.communes, each.people * size.communes];
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    for (const table of ["matter_touches", "counted_matters", "timeline", "clocks", "pauses", "breaches", "notices", "papers", "dossiers"])
      await owner.query(`delete from ${table} where matter_id > $1`, [matters]);
    await owner.query("delete from audit where subject in (select 'matter:' || id from matters where id > $1)", [matters]);
    await owner.query("delete from matters where id > $1", [matters]);
    await owner.query("delete from people where id > $1", [people]);
    await owner.query("truncate intakes");
    for (const table of ["timeline", "clocks", "audit", "dossiers", "matters", "people", "reads", "numbers"]) await owner.query(`vacuum (analyze) ${table}`);
  } finally {
    await owner.end();
  }
}
