// npm run new-module -- letters: writes src/modules/letters in the shape that every module has.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { moduleFiles } from "./module-files.ts";
import { root } from "./root.js";

/** Writes a new module below `top`. @returns its folder @throws Error when the name will not do or is taken */
export function writeModule(top: string, name: string): string {
  if (!/^[a-z]{3,20}$/.test(name)) throw new Error("a module's name is one English word in small letters, in the plural: letters");
  const folder = join(top, "src/modules", name);
  if (existsSync(folder)) throw new Error(`${folder} is there already`);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(moduleFiles(name))) writeFileSync(join(folder, file), text);
  return folder;
}

if (import.meta.main) {
  try {
    const name = process.argv[2] ?? "";
    console.error(`${writeModule(root, name)} is written. Now:
  1. say what it is for in its README.md and index.ts, and its words in docs/glossary.md
  2. add ${name}Routes to src/modules.ts, and arrows to other modules, if any, to scripts/arrows.ts
  3. npm run map, and read the difference`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
