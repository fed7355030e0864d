// node scripts/run.js start | gandan …: builds what changed, then runs the product under the Node it needs.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { build } from "./build.js";
import { findNode, root } from "./root.js";

const programs = {
  start: { file: "dist/server/main.js", parts: ["server", "browser"] },
  gandan: { file: "dist/server/cli.js", parts: ["server"] },
};

const [what, ...args] = process.argv.slice(2);
const program = programs[what];
if (!program) end("node scripts/run.js start | gandan …");
const silent = process.env.npm_config_loglevel === "silent";
await build(program.parts, (line) => silent || say(line)).catch((error) => end(error.message));
run();

function run() {
  const child = spawn(findNode(), ["--enable-source-maps", join(root, program.file), ...args], { stdio: "inherit" });
  passSignals(child);
  child.once("error", (error) => end(error.message));
  child.once("exit", (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
}

/**
 * Passes each wish to stop on, once: npm repeats what the terminal has already said to every process of the group,
 * so a Ctrl-C at a terminal reaches the child without us.
 */
function passSignals(child) {
  const passed = new Set(process.stdin.isTTY ? ["SIGINT"] : []);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (passed.has(signal)) return;
      passed.add(signal);
      child.kill(signal);
    });
  }
}

function say(line) {
  process.stderr.write(`gan-dan: ${line}\n`);
}

function end(line) {
  say(line);
  process.exit(1);
}
