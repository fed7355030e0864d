import { readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";

/** The account that PostgreSQL runs under when we are root: it refuses to run as root itself. */
export type Owner = { readonly name: string; readonly uid: number; readonly gid: number };

/** Null when we are an ordinary user and PostgreSQL can simply be us. */
export async function findOwner(): Promise<Owner | null> {
  if (process.getuid?.() !== 0) return null;
  const lines = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  // An invented uid will not do: initdb looks its own account up by name.
  const entry = ["postgres", "nobody"].map((name) => lines.find((fields) => fields[0] === name)).find(Boolean);
  if (!entry) throw new Error("running as root needs an account named postgres or nobody in /etc/passwd");
  return { name: entry[0] ?? "", uid: Number(entry[2]), gid: Number(entry[3]) };
}

/** Whether `owner` can walk down to `path`: every folder on the way lets it pass. */
export async function canEnter(path: string, owner: Owner): Promise<boolean> {
  for (let at = path; ; at = dirname(at)) {
    const facts = await stat(at).catch(() => null);
    if (facts?.isDirectory()) {
      const bits = facts.uid === owner.uid ? 0o100 : facts.gid === owner.gid ? 0o010 : 0o001;
      if ((facts.mode & bits) === 0) return false;
    }
    if (dirname(at) === at) return true;
  }
}
