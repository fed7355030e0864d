import { link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Refused: another live process already works in this folder. */
export class AlreadyRunning extends Error {
  constructor(pid: number, dir: string) {
    super(`another Gần Dân (process ${pid}) already works in ${dir}`);
  }
}

/**
 * Takes the folder for this process; a lock whose process is gone is taken over.
 *
 * @returns the verb that gives it back
 * @throws AlreadyRunning when a live process holds it
 */
export async function lockFolder(dir: string): Promise<() => Promise<void>> {
  const file = join(dir, "lock");
  const mine = `${process.pid} ${await startOf(process.pid)}`;
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, mine, { mode: 0o600 });
  try {
    for (;;) {
      if (await linked(draft, file)) return () => rm(file, { force: true });
      const [pid, started] = (await readFile(file, "utf8").catch(() => "")).split(" ");
      if (pid && isAlive(Number(pid)) && (await startOf(Number(pid))) === started) throw new AlreadyRunning(Number(pid), dir);
      await rm(file, { force: true });
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** Puts the lock in place whole, so that nobody ever reads half of one. @returns false when there is one already */
async function linked(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  }
}

/** When the process started, as the kernel counts it: a reused process number has another start. */
async function startOf(pid: number): Promise<string> {
  const line = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return line.slice(line.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

/** Whether a process of that number lives. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
