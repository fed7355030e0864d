import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AlreadyRunning, lockFolder } from "./lock.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gan-dan-lock-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("a folder is taken once, and is free again when it is given back", async () => {
  const unlock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toBeInstanceOf(AlreadyRunning);
  expect(await readdir(folder)).toEqual(["lock"]);
  await unlock();
  expect(await readdir(folder)).toEqual([]);
});

test("a lock whose process is gone, and one whose number another process bears now, are taken over", async () => {
  for (const left of ["999999999 1", `${process.pid} 1`]) {
    await writeFile(join(folder, "lock"), left);
    await (await lockFolder(folder))();
  }
});
