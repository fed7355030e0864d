import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { runCli } from "./cli/program.ts";

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: process.env,
  now: new Date(),
  root: findRoot(),
  // npm runs us in the folder of the product; files are named from where the command was typed.
  cwd: (process.env["npm_lifecycle_event"] === "gandan" ? process.env["INIT_CWD"] : undefined) ?? process.cwd(),
  watched: process.stderr.isTTY === true,
});

/** The folder of the product, from the sources as from what was built. */
function findRoot(): string {
  for (let at = import.meta.dirname; ; at = dirname(at)) {
    if (existsSync(join(at, "package.json")) || dirname(at) === at) return at;
  }
}
