import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { lstat, mkdir, open, opendir, rename } from "node:fs/promises";
import { join } from "node:path";

/** A file that was put into the folder and that nobody but us touches any more. */
export type Dropped = {
  /** Its name in `work`, `done` and `refused`: ours, so that none is ever written over. */
  readonly name: string;
  /** The name it was given, for people. */
  readonly givenName: string;
};

export type DropFault = "notAFile" | "tooLarge";

/** The text of a file, or why it is not read. */
export type DroppedText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: DropFault };

/**
 * Two programs exchange files through one folder: what comes lies in `in`, what goes in `out`. A file is taken by renaming it into
 * `work`, where whoever dropped it cannot change it any more, and ends in `done` or `refused`. Nothing is ever deleted, nothing is written
 * over; whatever a crash leaves in `work` is taken up again.
 */
export type DropFolder = {
  /** Takes what has lain still for a while, and what an earlier round left. Names beginning with a dot or ending in .part or .tmp are still being written. */
  take(now: Date, limit: number): Promise<readonly Dropped[]>;
  /** Null when another process has settled it meanwhile. */
  read(file: Dropped, maxBytes: number): Promise<DroppedText | null>;
  done(file: Dropped): Promise<void>;
  /** The reason is written first: a refused file never lies there without it. */
  refuse(file: Dropped, reason: string): Promise<void>;
  /** Writes a whole file or none; the same name again replaces it by the same text. */
  send(name: string, text: string): Promise<void>;
};

/** The steps that change the disk. A test stops between any two of them. */
export type Disk = {
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly write: (path: string, text: string) => Promise<void>;
};

export const disk: Disk = {
  rename,
  write: async (path, text) => {
    const handle = await open(path, "w", 0o640);
    try {
      await handle.writeFile(text);
      // Its name must never point to a file whose content a power cut has taken.
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

const folders = ["in", "work", "done", "refused", "out"] as const;

/** @param settleMs how long a file must have lain unchanged: some programs write under the final name */
export async function openDropFolder(dir: string, { settleMs, on = disk }: { readonly settleMs: number; readonly on?: Disk }): Promise<DropFolder> {
  for (const folder of folders) await mkdir(join(dir, folder), { recursive: true, mode: 0o770 });
  const path = (folder: (typeof folders)[number], name: string): string => join(dir, folder, name);
  const settle = async (file: Dropped, to: "done" | "refused"): Promise<void> => {
    await unlessGone(on.rename(path("work", file.name), path(to, file.name)));
  };
  const writeWhole = async (folder: "out" | "refused", name: string, text: string): Promise<void> => {
    const half = path(folder, `.${randomUUID()}.part`);
    await on.write(half, text);
    await on.rename(half, path(folder, name));
  };
  return {
    take: async (now, limit) => {
      const left = (await listNames(path("work", ""), limit)).map(droppedOf);
      const found: Dropped[] = [];
      for (const givenName of await listNames(path("in", ""), limit)) {
        if (left.length + found.length >= limit) break;
        if (!(await isReady(path("in", givenName), now, settleMs))) continue;
        const name = workName(givenName);
        const taken = await unlessGone(on.rename(path("in", givenName), path("work", name)).then(() => ({ name, givenName })));
        if (taken) found.push(taken);
      }
      return [...left, ...found];
    },
    read: (file, maxBytes) => readText(path("work", file.name), maxBytes),
    done: (file) => settle(file, "done"),
    refuse: async (file, reason) => {
      await writeWhole("refused", `${file.name}.reason.txt`, reason);
      await settle(file, "refused");
    },
    send: (name, text) => writeWhole("out", name, text),
  };
}

/** Ends well when somebody else was faster; every other failure passes through. */
async function unlessGone<T>(step: Promise<T>): Promise<T | null> {
  try {
    return await step;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

async function listNames(folder: string, limit: number): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of await opendir(folder)) {
    if (name.startsWith(".") || /\.(part|tmp)$/i.test(name)) continue;
    names.push(name);
    // Somebody may have dropped millions; each round takes a few.
    if (names.length >= 10 * limit) break;
  }
  return names.sort();
}

async function isReady(path: string, now: Date, settleMs: number): Promise<boolean> {
  const stat = await unlessGone(lstat(path));
  if (stat === null || stat.isDirectory()) return false;
  return !stat.isFile() || now.getTime() - stat.mtimeMs >= settleMs;
}

/** A name of ours that cannot collide, with what is harmless of the given one. */
function workName(givenName: string): string {
  const plain = givenName
    .replace(/\.json$/i, "")
    .replace(/[^A-Za-z0-9_-]+/g, "-")
    .slice(0, 60);
  return `${plain}.${randomUUID()}.json`;
}

/** Of a file that an earlier round left, only the name in `work` is known. */
const droppedOf = (name: string): Dropped => ({ name, givenName: name.replace(/\.[0-9a-f-]{36}\.json$/, "") });

async function readText(path: string, maxBytes: number): Promise<DroppedText | null> {
  // Neither a link is followed nor a pipe waited for.
  const handle = await unlessGone(open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ELOOP" || error.code === "ENXIO" || error.code === "EISDIR") return "notAFile" as const;
    throw error;
  });
  if (handle === null) return null;
  if (handle === "notAFile") return { ok: false, fault: "notAFile" };
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) return { ok: false, fault: "notAFile" };
    if (stat.size > maxBytes) return { ok: false, fault: "tooLarge" };
    const buffer = Buffer.alloc(stat.size);
    const { bytesRead } = await handle.read(buffer, 0, stat.size, 0);
    return { ok: true, text: buffer.toString("utf8", 0, bytesRead) };
  } finally {
    await handle.close();
  }
}
