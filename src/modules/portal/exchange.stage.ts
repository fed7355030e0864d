import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { postOf, units } from "../../../test/world/cast.ts";
import { openWorld, type World } from "../../../test/world/index.ts";
import { type Actor, gate, type Place, regimesOf } from "../../kernel/actor.ts";
import type { House } from "../../kernel/house.ts";
import { roles } from "../../kernel/rights.ts";
import { inTx } from "../../kernel/tx.ts";
import type { Disk } from "../../platform/drop-folder.ts";
import { ensureMachine } from "../accounts/index.ts";
import type { FiledDocument, Receipt, StatusReport } from "./document.ts";
import { openFileDrop } from "./file-drop.ts";
import { type Exchanged, exchange } from "./service/exchange.ts";

/** A folder of its own, the other side of it, and rounds of the exchange over a world. */
export type Stage = {
  readonly dir: string;
  /** Puts a whole file there, as the other side does. */
  drop(name: string, content: string | object): Promise<void>;
  round(options?: RoundOptions): Promise<Exchanged>;
  names(folder: string): Promise<string[]>;
  /** What the post sent, by id. */
  heard(): Promise<(Receipt | StatusReport)[]>;
  /** The reason files, one after the other. */
  reasons(): Promise<string>;
  /** The dossiers that bear a national number, as they lie in the database. */
  dossiers(number?: string): Promise<Kept[]>;
  /** A sum over everything that an exchange could change. */
  everything(): Promise<Readonly<Record<string, string>>>;
  remove(): Promise<void>;
};

type Kept = { id: number; code: string; publicRef: string; state: string; channel: string; assignee: number | null; receivedAt: Date; nationalNumber: string };

export type RoundOptions = {
  readonly now?: Date;
  readonly on?: Disk;
  readonly house?: House;
  readonly settleMs?: number;
  readonly onTrouble?: (error: unknown) => void;
  readonly beforeCommit?: () => void;
};

/** Wednesday morning, the office open. */
export const morning = new Date("2026-11-25T09:30:00+07:00");

export async function openStage(world: World): Promise<Stage> {
  const dir = await mkdtemp(join(tmpdir(), "gan-dan-exchange-"));
  await mkdir(join(dir, "in"));
  const names = async (folder: string): Promise<string[]> => (await readdir(join(dir, folder)).catch(() => [] as string[])).sort();
  return {
    dir,
    names,
    drop: async (name, content) => {
      const path = join(dir, "in", name);
      await writeFile(path, typeof content === "string" ? content : JSON.stringify(content, null, 2));
      await utimes(path, new Date("2026-11-01T00:00:00Z"), new Date("2026-11-01T00:00:00Z"));
    },
    round: async ({ now = morning, on, house = world.house, settleMs = 2_000, onTrouble = fail, beforeCommit = () => {} } = {}) => {
      const port = await openFileDrop(dir, { settleMs, onTrouble, ...(on ? { on } : {}) });
      const run = <T>(actor: Actor, work: Parameters<typeof inTx<T>>[2]) =>
        inTx(world.database, { house, actor, now }, async (tx) => {
          const result = await work(tx);
          beforeCommit();
          return result;
        });
      return await exchange({ port, house, now, run, actorIn: (place) => run(gate, (tx) => portalIn(tx, place)) });
    },
    heard: async () =>
      await Promise.all(
        (await names("out")).filter((name) => !name.startsWith(".")).map(async (name) => JSON.parse(await readFile(join(dir, "out", name), "utf8")) as Receipt | StatusReport),
      ),
    reasons: async () => {
      const files = (await names("refused")).filter((name) => name.endsWith(".reason.txt"));
      return (await Promise.all(files.map((name) => readFile(join(dir, "refused", name), "utf8")))).join("\n");
    },
    dossiers: async (number) =>
      await world.asOwner(async (client) => {
        const { rows } = await client.query<Kept>(
          `select m.id, m.code, m.public_ref as "publicRef", m.state, m.channel, m.assignee_id as assignee, m.received_at as "receivedAt", d.national_number as "nationalNumber"
           from dossiers d join matters m using (commune_id) where m.id = d.matter_id and ($1::text is null or d.national_number = $1) order by m.id`,
          [number ?? null],
        );
        return rows;
      }),
    everything: async () =>
      await world.asOwner(async (client) => {
        const sums: Record<string, string> = {};
        for (const table of ["matters", "dossiers", "people", "timeline", "portal_arrivals", "portal_messages", "numbers", "attachments"]) {
          sums[table] = (await client.query(`select coalesce(md5(string_agg(t::text, '' order by t::text)), '') as sum from ${table} t`)).rows[0].sum;
        }
        return sums;
      }),
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}

/** A world for the tests of the calling file, and a folder anew for each of them. */
export function stages(): { world: World; stage: Stage } {
  const site = {} as { world: World; stage: Stage };
  beforeAll(async () => {
    site.world = await openWorld();
  });
  beforeEach(async () => {
    site.stage = await openStage(site.world);
  });
  afterEach(() => site.stage.remove());
  afterAll(() => site.world.close());
  return site;
}

function fail(error: unknown): never {
  throw error;
}

async function portalIn(tx: Parameters<typeof ensureMachine>[0], place: Place): Promise<Actor> {
  const scope = { kind: "commune", ...place } as const;
  const id = await ensureMachine(tx, { login: `cong-quoc-gia.${place.communeId}`, name: "Cổng dịch vụ công quốc gia", role: "nationalPortal", scope, unitId: place.provinceId });
  const rights = new Set(roles.nationalPortal);
  return { id, name: "Cổng dịch vụ công quốc gia", scope, rights, regimes: regimesOf(rights) };
}

let counter = 0;

/** A file as the format wants it: a correction of a name, filed on Tuesday afternoon. Nobody in it is real. */
export function filed(given: Partial<FiledDocument> = {}): FiledDocument {
  counter++;
  return {
    schema: "gan-dan/national-port/1",
    kind: "dossier",
    messageId: `message-${String(counter).padStart(6, "0")}`,
    sentAt: "2026-11-24T15:00:05+07:00",
    post: units.phuongSon.code,
    nationalNumber: `G99.01-261124-${String(counter).padStart(6, "0")}`,
    submittedAt: "2026-11-24T15:00:00+07:00",
    procedure: "1.010039",
    case: "civilStatus",
    request: "Sửa chữ đệm cho đúng giấy khai sinh",
    person: {
      idNumber: "024179000123",
      fullName: "Giáp Thị Tươi",
      bornOn: "1979-08-17" as never,
      sex: "female",
      address: "Tổ dân phố Kép, phường Phượng Sơn",
      phone: "0204000199",
    },
    papers: [{ code: "CT01" }],
    ...given,
  };
}

export const post: Place = { communeId: postOf(units.phuongSon).communeId, provinceId: postOf(units.phuongSon).provinceId };
