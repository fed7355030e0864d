import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { notedState, noteState, stateOf } from "./freshness.js";
import { takeLock } from "./lock.js";
import { findNode, root } from "./root.js";

const settings = ["package-lock.json", "tsconfig.json", "tsconfig.build.json"];
const isTest = (path) => /\.(test|stage)\.tsx?$/.test(path);

/** What is built from what. `make` gives the exit code and what was said. */
const parts = {
  server: {
    out: "dist/server",
    state: () => stateOf(["src", ...settings], (path) => !isTest(path) && !/^src\/(browser|field)\//.test(path)),
    make: makeServer,
  },
  browser: {
    out: "dist/browser",
    state: () => stateOf(["src/browser", "src/field", "src/base", "src/web", "scripts/build-browser.js", "vite.config.ts", ...settings], (path) => !isTest(path)),
    make: () => runNode(["scripts/build-browser.js"]),
  },
};

/**
 * Builds those parts whose sources changed since their last build; nothing goes to stdout.
 *
 * @throws Error with the compiler's words
 */
export async function build(names, say) {
  const stale = () => names.filter((name) => notedState(name) !== parts[name].state() || !existsSync(join(root, parts[name].out)));
  if (stale().length === 0) return;
  const lock = await takeLock(join(root, "dist", "build.lock"), say);
  try {
    await Promise.all(stale().map((name) => buildPart(name, say)));
  } finally {
    lock.giveBack();
  }
}

async function buildPart(name, say) {
  const startedAt = Date.now();
  const state = parts[name].state();
  const { code, words } = await parts[name].make();
  if (code !== 0) throw new Error(`the ${name} part does not build:\n${words.trim()}`);
  noteState(name, state);
  say(`${name} part built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

/** Compiles into a folder of its own and puts it in place when all of it is there: a running server never sees half of it. */
async function makeServer() {
  removeLeftovers();
  const half = `dist/server.new-${process.pid}`;
  const result = await runNode(["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json", "--outDir", half]);
  if (result.code === 0) {
    const old = join(root, `dist/server.old-${process.pid}`);
    if (existsSync(join(root, "dist/server"))) renameSync(join(root, "dist/server"), old);
    renameSync(join(root, half), join(root, "dist/server"));
    rmSync(old, { recursive: true, force: true });
  }
  rmSync(join(root, half), { recursive: true, force: true });
  return result;
}

function removeLeftovers() {
  mkdirSync(join(root, "dist"), { recursive: true });
  const leftovers = readdirSync(join(root, "dist")).filter((name) => /^server\.(new|old)-/.test(name));
  for (const name of leftovers) rmSync(join(root, "dist", name), { recursive: true, force: true });
}

function runNode(args) {
  return new Promise((done) => {
    const child = spawn(findNode(), args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let words = "";
    const collect = (chunk) => {
      words += chunk;
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", (error) => done({ code: 1, words: error.message }));
    child.once("close", (code) => done({ code: code ?? 1, words }));
  });
}
