// Run after `npm install`. npm leaves packages for other machines out of package-lock.json when the registry at hand does not
// carry them, and then `npm ci` refuses that very file everywhere. This adds an entry for each: `npm ci` skips those of other
// machines without asking for them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.js";

type Entry = { readonly version?: string; readonly dev?: boolean; readonly optionalDependencies?: Readonly<Record<string, string>> };
/** What we read of a package-lock.json. */
export type Lock = { readonly packages: Readonly<Record<string, Entry>> };

/** Packages that a lock's packages name as optional and that it does not list. */
export function missingFrom(lock: Lock): { readonly name: string; readonly version: string; readonly dev: boolean }[] {
  const listed = (parent: string, name: string): boolean => {
    for (let folder = parent; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
      if (lock.packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]) return true;
      if (folder === "") return false;
    }
  };
  return Object.entries(lock.packages).flatMap(([folder, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !listed(folder, name))
      .map(([name, version]) => ({ name, version, dev: entry.dev === true })),
  );
}

/** The same lock with an entry for each missing package. */
export function completed(lock: Lock): Lock {
  const added = missingFrom(lock).map(({ name, version, dev }) => [`node_modules/${name}`, { version, ...(dev ? { dev } : {}), ...machineOf(name), optional: true }] as const);
  const packages = Object.fromEntries([...Object.entries(lock.packages), ...added].sort(([a], [b]) => a.localeCompare(b, "en")));
  return { ...lock, packages };
}

const systems: Readonly<Record<string, string>> = {
  android: "android",
  darwin: "darwin",
  freebsd: "freebsd",
  linux: "linux",
  windows: "win32",
  win32: "win32",
  openharmony: "openharmony",
};
const processors: Readonly<Record<string, string>> = { arm64: "arm64", x64: "x64", ia32: "ia32", arm: "arm", ppc64: "ppc64", riscv64: "riscv64", s390x: "s390x" };

/** The machine that a platform package is for, as its name tells it. @throws Error when it does not */
function machineOf(name: string): { readonly os: string[]; readonly cpu: string[]; readonly libc?: string[] } {
  const words = name.split(/[-/]/);
  const [os] = words.flatMap((word) => systems[word] ?? []);
  const [cpu] = words.flatMap((word) => processors[word] ?? []);
  if (!os || !cpu) throw new Error(`cannot tell which machine ${name} is for`);
  const libc = words.includes("musl") ? { libc: ["musl"] } : words.includes("gnu") && os === "linux" ? { libc: ["glibc"] } : {};
  return { os: [os], cpu: [cpu], ...libc };
}

if (import.meta.main) {
  const file = join(root, "package-lock.json");
  const lock = JSON.parse(readFileSync(file, "utf8")) as Lock;
  const missing = missingFrom(lock);
  if (missing.length > 0) writeFileSync(file, `${JSON.stringify(completed(lock), null, 2)}\n`);
  process.stderr.write(`package-lock.json: ${missing.length} entries added\n`);
}
