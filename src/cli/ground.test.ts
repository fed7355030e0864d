import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../platform/config.ts";
import { prepareGround } from "../platform/ground.ts";
import { findRunning } from "../platform/postgres/embedded.ts";
import { type CliGround, withGround, withOwner } from "./ground.ts";
import type { Call } from "./io.ts";

let folder: string;
let call: Call;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gan-dan-ground-"));
  call = {
    out: () => {},
    err: () => {},
    env: { DATA_DIR: folder },
    now: new Date("2026-11-20T15:02:00+07:00"),
    root: process.cwd(),
    cwd: folder,
    watched: false,
    lang: "vi",
    json: false,
  };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const count = () => withOwner(call, async (client) => (await client.query("select count(*)::int as count from units")).rows[0].count);

test("with no server running, a command starts the database and leaves nothing behind", async () => {
  expect(await count()).toBe(0);
  expect(await findRunning(folder)).toBeNull();
});

test("beside a running server, a command uses the server's database and does not stop it", async () => {
  const server = await prepareGround(readConfig(call.env), process.cwd(), () => {});
  try {
    const lent = await withGround(call, async (ground): Promise<CliGround> => ground);
    expect(new URL(lent.ownerUrl).host).toBe(new URL(server.ownerUrl).host);
    expect(lent.loginUrl).toBe(server.loginUrl);
    expect(await count()).toBe(0);
    expect(await findRunning(folder)).not.toBeNull();
  } finally {
    await server.stop();
  }
  expect(await findRunning(folder)).toBeNull();
});
