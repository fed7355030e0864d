import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the product. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The oldest Node that runs the product. What stands in `scripts/*.js` also runs under Node 20, which installs it. */
export const neededMajor = 26;

/**
 * The Node that runs the product: the one in `node_modules`, or else the one that runs this, if it is new enough.
 *
 * @throws Error naming the machine when there is neither
 */
export function findNode() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const packaged = join(root, "node_modules", `node-${platform}-${process.arch}`, "bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split(".")[0]) >= neededMajor) return process.execPath;
  throw new Error(`no Node ${neededMajor} is packaged for ${platform}-${process.arch}: install Node ${neededMajor} on this machine and start again`);
}
