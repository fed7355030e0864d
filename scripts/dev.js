// npm run dev: builds, starts, and does both again whenever something below src/ or db/ is saved.
import { watch } from "node:fs";
import { join } from "node:path";
import { build } from "./build.js";
import { codeOf, passSignals, say, startProgram } from "./child.js";
import { root } from "./root.js";

let child = null;
let stopping = false;
let working = Promise.resolve();
let timer;

passSignals(() => child);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, noteEnd);
say("development: the server starts again after each change below src/ and db/; Ctrl-C ends it");
for (const folder of ["src", "db"]) watch(join(root, folder), { recursive: true }, soon);
working = again();

/** A save touches several files: what comes within a moment is one change. */
function soon(_event, name) {
  if (/\.(test|stage)\.tsx?$|~$|\.sw.$/.test(name ?? "")) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    working = working.then(again);
  }, 150);
}

async function again() {
  if (stopping) return;
  try {
    await build(["server", "browser"], say);
  } catch (error) {
    say(`${error.message}\n${child ? "the last good build goes on running" : "waiting for the next change"}`);
    return;
  }
  await end();
  if (!stopping) start();
}

function start() {
  const started = startProgram("dist/server/main.js", [], { channel: true });
  child = started;
  started.once("exit", (code, signal) => {
    if (child === started) child = null;
    if (stopping) process.exit(codeOf(code, signal));
  });
}

async function end() {
  const running = child;
  if (!running) return;
  const gone = new Promise((done) => running.once("exit", done));
  running.kill("SIGTERM");
  await gone;
}

function noteEnd() {
  stopping = true;
  if (!child) process.exit(0);
}
