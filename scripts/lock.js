import { appendFileSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Takes a lock file for this process and waits while a living process holds it. One left by a dead process is taken over.
 *
 * @param say told once when there is somebody to wait for
 * @returns two verbs: one gives it back, one adds a child that goes on working should this process be killed
 */
export async function takeLock(file, say) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = nameOf(process.pid);
  for (let told = false; ; ) {
    try {
      writeFileSync(file, mine, { flag: "wx" });
      return { giveBack: () => rmSync(file, { force: true }), alsoHeldBy: (pid) => appendFileSync(file, `\n${nameOf(pid)}`) };
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = read(file);
    const living = holder.split("\n").filter(isLiving);
    if (living.length > 0) {
      if (!told) say(`waiting for process ${living[0].split(" ")[0]}, which is doing the same`);
      told = true;
    } else {
      removeStale(file, holder);
    }
    await pause(150);
  }
}

/** Two who find the same stale lock must not remove each other's fresh one: whoever moved the wrong file away puts it back. */
function removeStale(file, stale) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (read(aside) !== stale) linkSync(aside, file);
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "EEXIST") throw error;
  }
  rmSync(aside, { force: true });
}

const read = (file) => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
};

/** When a process started, as Linux counts it: a reused process number has another start. Elsewhere "". */
function startOf(pid) {
  const line = read(`/proc/${pid}/stat`);
  return line.slice(line.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

const nameOf = (pid) => `${pid} ${startOf(pid)}`;

function isLiving(name) {
  const pid = Number(name.split(" ")[0]);
  try {
    if (pid) process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return pid > 0 && nameOf(pid) === name;
}
