import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eicar, startFakeClamd } from "./clamd.stage.ts";
import { openScanner } from "./clamd.ts";

async function withClamd<T>(given: Parameters<typeof startFakeClamd>[0], work: (fake: Awaited<ReturnType<typeof startFakeClamd>>) => Promise<T>): Promise<T> {
  const fake = await startFakeClamd(given);
  try {
    return await work(fake);
  } finally {
    await fake.close();
  }
}

test("a clean file arrives whole, in pieces, and is clean", async () => {
  const bytes = Buffer.alloc(300_001, "giay");
  await withClamd({}, async ({ address, received }) => {
    expect(await openScanner(address).scan(bytes)).toEqual({ kind: "clean" });
    expect(received[0]?.equals(bytes)).toBe(true);
  });
});

test("the test virus is found, also in the middle of a file and over a socket of the machine", async () => {
  const dir = await mkdtemp(join(tmpdir(), "gan-dan-clamd-"));
  await withClamd({ at: join(dir, "clamd.sock") }, async ({ address }) => {
    expect(address.startsWith("/")).toBe(true);
    const bytes = Buffer.concat([Buffer.alloc(70_000, 1), eicar, Buffer.alloc(10)]);
    expect(await openScanner(address).scan(bytes)).toEqual({ kind: "infected", name: "Eicar-Test-Signature" });
  });
  await rm(dir, { recursive: true, force: true });
});

test("a stream longer than the scanner takes is told, although it hangs up while we send", async () => {
  await withClamd({ limit: 100_000 }, async ({ address }) => {
    expect(await openScanner(address).scan(Buffer.alloc(8_000_000))).toEqual({ kind: "tooLarge" });
  });
});

test.each(["mute", "rude", "garbled"] as const)("a scanner that is %s passes nothing", async (behave) => {
  await withClamd({ behave }, async ({ address }) => {
    expect(await openScanner(address, { patienceMs: 200 }).scan(eicar)).toMatchObject({ kind: "unreachable" });
  });
});

test("where nobody listens, that is told", async () => {
  const { address, close } = await startFakeClamd();
  await close();
  expect(await openScanner(address).scan(eicar)).toMatchObject({ kind: "unreachable" });
  expect(await openScanner("/nowhere/clamd.sock").scan(eicar)).toMatchObject({ kind: "unreachable" });
});
