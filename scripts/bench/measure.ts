import { startChild } from "./child.ts";
import type { DriverOrder } from "./driver.ts";
import { type Kind, kinds, type Latencies, type Magazine } from "./kinds.ts";
import type { LoadOrder } from "./load.ts";
import { findPgbench, runPgbench, scriptOf } from "./pgbench.ts";
import { type Run, runsOf } from "./pieces.ts";
import type { Opened, Opening, Recorded } from "./serve.ts";
import { mostPosts } from "./targets.ts";

export type Plan = {
  readonly opening: Opening;
  readonly concurrency: readonly number[];
  readonly seconds: number;
  readonly cores: number;
  readonly bareDriver: boolean;
  readonly say: (line: string) => void;
};

/** One thing measured: which kind, in which way, by how many at once. */
export type Figure = Latencies & { readonly kind: Kind; readonly way: Way; readonly concurrency: number };
/** `http`: the real server; `packed`: the same, packed as a browser asks; `transaction`: the page's own transaction; `bare…`: its SQL, or that of the whole request, driven bare; `empty`: Fastify alone. */
export type Way = "http" | "packed" | "transaction" | "bareTransaction" | "bareRequest" | "empty";

export type Measured = { readonly figures: readonly Figure[]; readonly bareDriver: string; readonly pageBytes: number };

const warmUp = 1;
const samples = 24;

/** Measures every kind in every way, one after the other. */
export async function measureAll({ opening, concurrency, seconds, cores, bareDriver, say }: Plan): Promise<Measured> {
  const [subject, load] = [startChild("serve.ts"), startChild("load.ts")];
  const pgbench = bareDriver ? null : findPgbench();
  const driver = pgbench ? null : startChild("driver.ts");
  const tell = <T>(verb: string, given?: unknown): Promise<T> => subject.ask<T>({ verb, given });
  try {
    const opened = await tell<Opened>("open", opening);
    const browse = async (kind: Kind, way: Way, many: number): Promise<Latencies> => {
      const magazine = await tell<Magazine>("magazine", kind);
      const order: Omit<LoadOrder, "seconds"> = {
        port: way === "empty" ? opened.emptyPort : opened.port,
        magazine,
        concurrency: many,
        encoding: way === "packed" ? "gzip, br" : null,
        path: way === "empty" ? "/" : null,
      };
      const result = await load.ask<Latencies>({ ...order, seconds });
      await tell("spend", { kind, count: result.count + result.failed + many });
      return result;
    };
    const figures: Figure[] = [];
    const note = (figure: Figure): void => {
      figures.push(figure);
      say(
        `${figure.kind.padEnd(9)} ${figure.way.padEnd(16)} ×${String(figure.concurrency).padEnd(3)} ${figure.perSecond.toFixed(0).padStart(6)}/s  p50 ${figure.p50.toFixed(2)}  p99 ${figure.p99.toFixed(2)} ms${figure.failed ? `  FAILED ${figure.failed}` : ""}`,
      );
    };
    for (const kind of kinds) {
      const requests = (await tell<readonly Recorded[]>("record", { kind, count: samples })).map((one) => runsOf(kind, one, Math.min(opening.communes, mostPosts)));
      const own = requests.map((runs) => runs.filter((run) => run.own));
      const bare = (which: readonly (readonly Run[])[], many: number, length: number): Promise<Latencies> =>
        pgbench
          ? runPgbench({ file: pgbench.file, loginUrl: opening.loginUrl, scripts: which.map(scriptOf), concurrency: many, seconds: length, cores })
          : (driver as NonNullable<typeof driver>).ask<Latencies>({ loginUrl: opening.loginUrl, requests: which, concurrency: many, seconds: length } satisfies DriverOrder);
      await load
        .ask({ port: opened.port, magazine: await tell("magazine", kind), concurrency: 4, seconds: warmUp, encoding: null, path: null } satisfies LoadOrder)
        .then(async (result) => {
          const { count, failed } = result as Latencies;
          await tell("spend", { kind, count: count + failed + 4 });
        });
      await bare(own, 4, warmUp);
      for (const many of concurrency) {
        note({ kind, way: "http", concurrency: many, ...(await browse(kind, "http", many)) });
        if (kind === "inbox") note({ kind, way: "packed", concurrency: many, ...(await browse(kind, "packed", many)) });
        if (kind === "inbox") note({ kind, way: "empty", concurrency: many, ...(await browse(kind, "empty", many)) });
        note({ kind, way: "transaction", concurrency: many, ...(await tell<Latencies>("transactions", { kind, concurrency: many, seconds })) });
        note({ kind, way: "bareTransaction", concurrency: many, ...(await bare(own, many, seconds)) });
        note({ kind, way: "bareRequest", concurrency: many, ...(await bare(requests, many, seconds)) });
      }
    }
    await tell("close");
    return { figures, bareDriver: pgbench ? `pgbench ${pgbench.version}, -M prepared, pipelined` : "node-postgres, pipelined", pageBytes: opened.pageBytes };
  } finally {
    for (const child of [subject, load, driver]) child?.end();
  }
}
