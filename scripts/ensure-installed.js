// Installs the packages when the lock file has changed since the last time; otherwise gone in a moment.
// Runs before every npm script, under whatever Node the machine has, so: Node 20, no packages, nothing on stdout.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { takeLock } from "./lock.js";
import { findNode, root } from "./root.js";

const modules = join(root, "node_modules");
const mark = join(modules, ".gan-dan-installed");
const lockText = readFileSync(join(root, "package-lock.json"), "utf8");
const wanted = createHash("sha256").update(lockText).update(`${process.platform} ${process.arch}`).digest("hex");

if (!isInstalled()) {
  const lock = await takeLock(join(root, ".cache", "install.lock"), say).catch((error) => end(`cannot write in ${root}: ${error.message}`));
  process.once("exit", lock.giveBack);
  if (!isInstalled()) await install(lock); // whoever we waited for may have done it
}

/** Equal marks, or else exactly the locked packages, put there by somebody's own `npm install`. npm writes its note only when it is done. */
function isInstalled() {
  try {
    if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return true;
    const there = JSON.parse(readFileSync(join(modules, ".package-lock.json"), "utf8")).packages;
    const complete = packagesForThisMachine().every(([folder, entry]) => there[folder]?.version === entry.version && existsSync(join(root, folder, "package.json")));
    if (complete) noteIfWritable();
    return complete;
  } catch {
    return false;
  }
}

/** An ordinary user may run what an administrator installed. */
function noteIfWritable() {
  try {
    writeFileSync(mark, wanted);
  } catch {
    // The next start compares again: some tenths of a second.
  }
}

async function install(lock) {
  rmSync(mark, { force: true });
  const startedAt = Date.now();
  say("installing packages (once; some minutes on a slow line)");
  const { code, words } = await runNpm(lock);
  if (code !== 0) end(whyNot(words));
  try {
    findNode();
  } catch (error) {
    end(error.message);
  }
  mkdirSync(modules, { recursive: true });
  writeFileSync(mark, wanted);
  say(`packages installed in ${Math.round((Date.now() - startedAt) / 1000)} s`);
}

/** Runs `npm ci`; gives its exit code and its last words. */
function runNpm(lock) {
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--include=dev", "--include=optional", "--no-progress", "--loglevel=error"];
  const patience = ["--fetch-retries=4", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=8000"];
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const child = spawn(command, [...first, "ci", ...options, ...patience], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    shell: command === "npm" && process.platform === "win32",
  });
  if (child.pid) lock.alsoHeldBy(child.pid);
  const stop = passSignals(child);
  const progress = showProgress();
  let words = "";
  const collect = (chunk) => {
    words = (words + chunk).slice(-20_000);
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  return new Promise((done) => {
    child.once("error", (error) => {
      progress();
      done({ code: 1, words: error.message });
    });
    child.once("close", (code) => {
      progress();
      if (stop.signal) process.exit(stop.signal === "SIGINT" ? 130 : 143);
      done({ code, words });
    });
  });
}

function passSignals(child) {
  const stop = { signal: null };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      stop.signal ??= signal;
      child.kill("SIGTERM");
    });
  }
  return stop;
}

/** Says how many packages lie there already: in place on a terminal, now and then elsewhere. */
function showProgress() {
  const folders = packagesForThisMachine().map(([folder]) => folder);
  const terminal = process.stderr.isTTY;
  const timer = setInterval(
    () => {
      const there = folders.filter((folder) => existsSync(join(root, folder, "package.json"))).length;
      process.stderr.write(terminal ? `\r  ${there} of ${folders.length} packages ` : `  ${there} of ${folders.length} packages\n`);
    },
    terminal ? 500 : 5_000,
  );
  return () => {
    clearInterval(timer);
    if (terminal) process.stderr.write("\r\u001b[K");
  };
}

function packagesForThisMachine() {
  const fits = (given, value) => {
    const list = given === undefined ? [] : [given].flat();
    return list.every((item) => item.startsWith("!") && item !== `!${value}`) || list.includes(value);
  };
  process.report.excludeNetwork = true;
  const libc = process.report.getReport().header.glibcVersionRuntime ? "glibc" : "musl";
  const here = (entry) => fits(entry.os, process.platform) && fits(entry.cpu, process.arch) && (process.platform !== "linux" || fits(entry.libc, libc));
  // An optional package without a platform belongs to one that has another platform.
  return Object.entries(JSON.parse(lockText).packages).filter(([folder, entry]) => folder && here(entry) && (!entry.optional || entry.os || entry.cpu));
}

function whyNot(words) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network request to/.test(words)) {
    const registry = process.env.npm_config_registry ?? "https://registry.npmjs.org/";
    return `The packages could not be fetched: ${registry} cannot be reached from here.\nThey are needed once. Check the network or the proxy, or name another registry (npm config set registry …), and start again.`;
  }
  if (/ENOSPC/.test(words)) return "The disk is full: the packages need about 1.5 GB.";
  if (/EACCES|EPERM|EROFS/.test(words)) return `${root} may not be written by this user, so the packages cannot be installed there.\n${words.trim()}`;
  if (/EUSAGE/.test(words)) return "package.json and package-lock.json do not fit together: run `npm install && node scripts/complete-lock.ts`.";
  return `npm ci failed:\n${words.trim().split("\n").slice(0, 30).join("\n")}`;
}

function say(line) {
  process.stderr.write(`gan-dan: ${line}\n`);
}

function end(line) {
  say(line);
  process.exit(1);
}
