import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./root.js";

/**
 * One line that changes whenever a file below `places` is written, added or removed.
 *
 * @param places files or folders, relative to the top; those that do not exist count as empty
 * @param counts which files matter, by their path
 */
export function stateOf(places, counts = () => true) {
  const hash = createHash("sha256");
  for (const place of places) {
    for (const [path, stat] of filesBelow(place)) if (counts(path)) hash.update(`${path} ${stat.mtimeMs} ${stat.size}\n`);
  }
  return hash.digest("hex");
}

function filesBelow(place) {
  const stat = statSync(join(root, place), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [[place, stat]];
  return readdirSync(join(root, place))
    .sort()
    .flatMap((name) => filesBelow(`${place}/${name}`));
}

/** What a build noted of its sources when it was last done; "" when never. */
export function notedState(name) {
  try {
    return readFileSync(noteOf(name), "utf8");
  } catch {
    return "";
  }
}

export function noteState(name, state) {
  mkdirSync(dirname(noteOf(name)), { recursive: true });
  writeFileSync(noteOf(name), state);
}

const noteOf = (name) => join(root, "dist", `${name}.state`);
