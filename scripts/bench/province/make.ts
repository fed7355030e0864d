import { Client } from "pg";
import type { CounterLaw } from "../compiled.ts";
import { filled, takeOff } from "./bare.ts";
import { listLifeSteps, listNames, listReceived } from "./catalogue.ts";
import { type Draft, statementsOf } from "./draft.ts";
import { crew, perCommune, type Size, standstill } from "./size.ts";
import { addUnits, type Commune } from "./units.ts";

export type Making = {
  readonly ownerUrl: string;
  readonly size: Size;
  readonly lawDir: string;
  readonly law: CounterLaw;
  /** How many connections write at once. */
  readonly hands: number;
  readonly say: (line: string) => void;
};

/** What was written, and how fast: rows into bare tables, then their indexes and keys, then statistics. */
export type Made = {
  readonly communes: readonly Commune[];
  readonly rows: Readonly<Record<string, number>>;
  readonly rowsSeconds: number;
  readonly indexSeconds: number;
  readonly vacuumSeconds: number;
};

/** Fills an empty, migrated database with an invented province. The same size gives the same rows. */
export async function makeProvince(making: Making): Promise<Made> {
  const owners = await Promise.all(Array.from({ length: making.hands }, () => connect(making.ownerUrl)));
  const [owner] = owners;
  if (!owner) throw new RangeError("nobody to write");
  try {
    const communes = await addUnits(owner, making.size.communes);
    await layOut(owner, making);
    const taken = await takeOff(owner);
    const started = performance.now();
    const rows = await writeCommunes(making, owners, communes);
    const rowsSeconds = secondsSince(started);
    const indexed = performance.now();
    await together(owners, taken.indexes, (one, sql) => one.query(sql), progress(making.say, "indexes and keys", taken.indexes.length));
    for (const sql of taken.leaning) await owner.query(sql);
    for (const [sequence, table] of [
      ["matters", "matters"],
      ["people", "people"],
      // Each dossier says that it came from the intake of its own number.
      ["intakes", "matters"],
    ]) {
      await owner.query(`select setval(pg_get_serial_sequence($1, 'id'), (select max(id) from ${table}))`, [sequence]);
    }
    const indexSeconds = secondsSince(indexed);
    const vacuumed = performance.now();
    await together(owners, filled, (one, table) => one.query(`vacuum (analyze) ${table}`), progress(making.say, "statistics", filled.length));
    await owner.query("analyze");
    return { communes, rows, rowsSeconds, indexSeconds, vacuumSeconds: secondsSince(vacuumed) };
  } finally {
    await Promise.all(owners.map((one) => one.end()));
  }
}

export const secondsSince = (from: number): number => (performance.now() - from) / 1000;

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '64MB'; set max_parallel_workers_per_gather = 0; set jit = off");
  return client;
}

/** Puts the names, the days and the lives where PostgreSQL can take them from. */
async function layOut(owner: Client, making: Making): Promise<void> {
  await owner.query(`create schema bench;
    create table bench.names (n int primary key, full_name text, norm text, sex text);
    create table bench.days (n int, p int, day date, opens timestamptz, title text, procedure_code text, procedure_from date, case_id text, handed_over jsonb,
      term jsonb, basis text, due_at timestamptz, steps jsonb, primary key (n, p));
    create table bench.lives (life text, seq int, action text, from_state text, to_state text, needs text, public boolean, moment text)`);
  const names = listNames();
  await owner.query(
    "insert into bench.names select (n - 1)::int, full_name, norm, sex from unnest($1::text[], $2::text[], $3::text[]) with ordinality t (full_name, norm, sex, n)",
    [names.map((one) => one.fullName), names.map((one) => one.norm), names.map((one) => one.sex)],
  );
  const days = await listReceived(making);
  const rows = days.flatMap((procedures, n) =>
    procedures.map(({ day, opens, procedure, caseId, handedOver, term, basis, dueAt, steps }, p) => ({
      ...{ n, p, day, opens, title: procedure.name.vi, procedure_code: procedure.code, procedure_from: procedure.validFrom, case_id: caseId },
      ...{ handed_over: handedOver, term, basis, due_at: dueAt, steps },
    })),
  );
  await owner.query("insert into bench.days select * from jsonb_populate_recordset(null::bench.days, $1)", [JSON.stringify(rows)]);
  const lives = listLifeSteps().map(({ from, to, ...step }) => ({ ...step, from_state: from, to_state: to }));
  await owner.query("insert into bench.lives select * from jsonb_populate_recordset(null::bench.lives, $1)", [JSON.stringify(lives)]);
  await owner.query("analyze bench.names, bench.days, bench.lives");
}

async function writeCommunes({ size, say }: Making, owners: readonly Client[], communes: readonly Commune[]): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  const each = perCommune(size);
  const drafts = communes.map(
    ({ communeId, provinceId, hamletIds, officerIds }, index): Draft => ({
      ...{ index, communeId, provinceId, hamletIds, counterIds: officerIds.filter((_, i) => crew[i] === "counterOfficer") },
      ...{ ...each, now: standstill.toISOString() },
    }),
  );
  const step = progress(say, "communes", drafts.length);
  await together(
    owners,
    drafts,
    async (one, draft) => {
      for (const [table, sql] of statementsOf(draft)) {
        const { rowCount } = await one.query(sql);
        if (table !== "draft") rows[table] = (rows[table] ?? 0) + (rowCount ?? 0);
      }
    },
    step,
  );
  return rows;
}

/** Each hand takes the next piece when it is done with its last. */
async function together<T>(owners: readonly Client[], pieces: readonly T[], work: (owner: Client, piece: T) => Promise<unknown>, step: () => void): Promise<void> {
  const left = [...pieces];
  const hand = async (owner: Client): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      await work(owner, next);
      step();
    }
  };
  await Promise.all(owners.map(hand));
}

/** Says how far it is, every tenth of the way. */
function progress(say: (line: string) => void, what: string, all: number): () => void {
  const from = performance.now();
  let done = 0;
  return () => {
    done += 1;
    if (done === all || done % Math.max(1, Math.round(all / 10)) === 0) say(`${what}: ${done} of ${all} after ${secondsSince(from).toFixed(1)} s`);
  };
}
