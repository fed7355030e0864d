/** A process of its own that asks the server as many browsers at once, and measures how long each answer takes. Started by `serve.ts`'s caller. */
import { Agent, request } from "node:http";
import { dispenser, type Latencies, latencies, type Magazine, pathOf, type Shot, wanted } from "./kinds.ts";

export type LoadOrder = {
  readonly port: number;
  readonly magazine: Magazine;
  readonly concurrency: number;
  readonly seconds: number;
  /** What a browser says it can unpack; null: nothing. */
  readonly encoding: string | null;
  /** Asks this address instead, whatever the shot. */
  readonly path: string | null;
};

// Each request seems to come from another house, or the limit of 600 a minute and address would be all that is measured.
let caller = 0;
const address = (): string => `10.${(++caller >> 16) & 255}.${(caller >> 8) & 255}.${caller & 255}`;

process.on("message", (order: LoadOrder) => {
  measure(order).then(
    (result) => process.send?.({ result }),
    (error) => process.send?.({ error: String(error) }),
  );
});

async function measure(order: LoadOrder): Promise<Latencies> {
  const agent = new Agent({ keepAlive: true, maxSockets: order.concurrency });
  const give = dispenser(order.magazine, order.concurrency);
  const times: number[] = [];
  let failed = 0;
  const started = performance.now();
  const until = started + order.seconds * 1_000;
  const browse = async (connection: number): Promise<void> => {
    while (performance.now() < until) {
      const shot = give(connection);
      if (!shot) return;
      const from = performance.now();
      const status = await ask(order, agent, shot);
      const good = order.path === null ? status === wanted[order.magazine.kind] : status === 200;
      if (good) times.push(performance.now() - from);
      else failed += 1;
    }
  };
  await Promise.all(Array.from({ length: order.concurrency }, (_, i) => browse(i)));
  const seconds = (performance.now() - started) / 1_000;
  agent.destroy();
  return latencies(times, seconds, failed);
}

function ask({ port, encoding, path }: LoadOrder, agent: Agent, shot: Shot): Promise<number> {
  const body = shot.form && new URLSearchParams(shot.form).toString();
  const headers = {
    "x-forwarded-for": address(),
    ...(shot.token ? { cookie: `phien=${shot.token}` } : {}),
    ...(encoding ? { "accept-encoding": encoding } : {}),
    ...(body === null ? {} : { "content-type": "application/x-www-form-urlencoded", "content-length": String(Buffer.byteLength(body)), "sec-fetch-site": "same-origin" }),
  };
  return new Promise((done, fail) => {
    const sent = request({ host: "127.0.0.1", port, path: path ?? pathOf(shot), method: body === null || path ? "GET" : "POST", headers: path ? {} : headers, agent }, (answer) => {
      answer.on("data", () => {});
      answer.once("end", () => done(answer.statusCode ?? 0));
    });
    sent.once("error", fail);
    sent.end(path ? undefined : (body ?? undefined));
  });
}
