import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { onTestFinished } from "vitest";

/** The tree that these gates guard. */
export const here = resolve(import.meta.dirname, "../..");

/** What every tool needs to judge a tree as it judges ours. */
const settings = ["biome.json", "tsconfig.json", ".dependency-cruiser.js", "knip.json", ".jscpd.json", ".squawk.toml", ".gitignore", "scripts/arrows.ts"];

/** A small tree of its own with the given files, gone when the test is over: a gate that cannot turn red guards nothing. */
export function plant(files: Readonly<Record<string, string>>): string {
  const top = mkdtempSync(join(tmpdir(), "gan-dan-planted-"));
  onTestFinished(() => rmSync(top, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), text);
  }
  return top;
}

/** The same, with our own configuration of every tool and our packages. */
export function plantWithTools(files: Readonly<Record<string, string>>): string {
  const top = plant({ "package.json": `{\n  "name": "planted",\n  "type": "module",\n  "private": true\n}\n`, ...files });
  mkdirSync(join(top, "scripts"), { recursive: true });
  for (const name of settings) copyFileSync(join(here, name), join(top, name));
  symlinkSync(join(here, "node_modules"), join(top, "node_modules"));
  return top;
}
