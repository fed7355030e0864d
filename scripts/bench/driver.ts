/** Where there is no pgbench: the bare driver with pipelining sends the same statements. A process of its own, told by `measure.ts`. */
import { Client } from "pg";
import { type Latencies, latencies } from "./kinds.ts";
import { drawn, type Piece, type Run } from "./pieces.ts";

export type DriverOrder = { readonly loginUrl: string; readonly requests: readonly (readonly Run[])[]; readonly concurrency: number; readonly seconds: number };

process.on("message", (order: DriverOrder) => {
  measure(order).then(
    (result) => process.send?.({ result }),
    (error) => process.send?.({ error: String(error) }),
  );
});

type Variables = Record<string, unknown>;

async function measure({ loginUrl, requests, concurrency, seconds }: DriverOrder): Promise<Latencies> {
  const clients = await Promise.all(Array.from({ length: concurrency }, () => connect(loginUrl)));
  const prepared = requests.map((runs) => runs.map(({ pieces }) => pieces.map(prepare)));
  const times: number[] = [];
  let failed = 0;
  const started = performance.now();
  const until = started + seconds * 1_000;
  const work = async (client: Client, connection: number): Promise<void> => {
    for (let turn = connection; performance.now() < until; turn++) {
      const from = performance.now();
      const variables: Variables = { connection, ...Object.fromEntries(Object.entries(drawn).map(([name, most]) => [name, 1 + Math.floor(Math.random() * most)])) };
      const good = await send(client, prepared[turn % prepared.length] ?? [], variables).then(
        () => true,
        () => false,
      );
      if (good) times.push(performance.now() - from);
      else failed += 1;
    }
  };
  await Promise.all(clients.map(work));
  const result = latencies(times, (performance.now() - started) / 1_000, failed);
  await Promise.all(clients.map((client) => client.end()));
  return result;
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString, pipeline: true } as never);
  await client.connect();
  return client;
}

type Prepared = { readonly name: string; readonly text: string; readonly values: (variables: Variables) => unknown[]; readonly gives: string | null };
const names = new Map<string, string>();

/** The statement with an expression in the place of its parameter, and parameters for the variables in it. */
function prepare({ text, parts, gives }: Piece): Prepared {
  const given: ((variables: Variables) => unknown)[] = [];
  const param = (value: (variables: Variables) => unknown): string => `$${given.push(value)}`;
  const written = text.replace(/\$(\d+)/g, (_, number: string) => {
    const part = parts[Number(number) - 1];
    if (!part) throw new Error("a parameter without a value");
    if ("fixed" in part) return param(() => part.fixed);
    return `(${part.expression.replace(/\{(\w+)\}/g, (_all, name: string) => param((variables) => variables[name]))})`;
  });
  const name = names.get(written) ?? `s${names.size}`;
  names.set(written, name);
  return { name, text: written, values: (variables) => given.map((value) => value(variables)), gives };
}

async function send(client: Client, runs: readonly (readonly Prepared[])[], variables: Variables): Promise<void> {
  for (const pieces of runs) {
    const waiting: Promise<unknown>[] = [];
    for (const { name, text, values, gives } of pieces) {
      const sent = client.query({ name, text, values: values(variables) });
      waiting.push(sent);
      if (gives === null) continue;
      const [row = {}] = (await sent).rows;
      for (const [column, value] of Object.entries(row)) variables[`${gives}${column}`] = value;
    }
    await Promise.all(waiting);
  }
}
