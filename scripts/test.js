// npm test: everything that this repository can say about itself. The last line is "N passed, N failed".
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "./build.js";
import { findNode, neededMajor, root } from "./root.js";

if (Number(process.versions.node.split(".")[0]) < neededMajor) {
  const child = spawn(findNode(), process.argv.slice(1), { stdio: "inherit" });
  process.exit(await new Promise((done) => child.once("close", (code) => done(code ?? 1))));
}
const { checks, runCheck } = await import("./checks.ts");

const tally = { passed: 0, failed: 0 };

await report("build", () => buildAll());
for (const [name, result] of startChecks()) await report(name, () => result);
await runTests(process.argv.slice(2));
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 ? 0 : 1;

/** Two at a time: the machine may have no more than two cores. */
function startChecks() {
  const lanes = [Promise.resolve(), Promise.resolve()];
  return Object.keys(checks).map((name, i) => {
    const result = lanes[i % 2].then(() => runCheck(name));
    lanes[i % 2] = result;
    return [name, result];
  });
}

async function report(name, work) {
  const { ok, said } = await work();
  tally[ok ? "passed" : "failed"] += 1;
  console.log(`== ${name}: ${ok ? "ok" : "FAILED"}`);
  if (!ok) console.log(said.trimEnd());
}

async function buildAll() {
  const lines = [];
  try {
    await build(["server", "browser"], (line) => lines.push(line));
    return { ok: true, said: "" };
  } catch (error) {
    return { ok: false, said: [...lines, error.message].join("\n") };
  }
}

/** Vitest, with its own words on the screen and its count in a file. */
async function runTests(args) {
  console.log("== tests");
  const counts = join(root, ".cache", `tests-${process.pid}.json`);
  mkdirSync(dirname(counts), { recursive: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${counts}`];
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const child = spawn(findNode(), [vitest, "run", ...args, ...reporters], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  const code = await new Promise((done) => {
    child.once("error", () => done(1));
    child.once("close", done);
  });
  count(counts, code);
  rmSync(counts, { force: true });
}

/** A failure outside any test (a file that does not load, a set-up that breaks) counts as one. */
function count(file, code) {
  let result;
  try {
    result = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    tally.failed += 1;
    return;
  }
  const broken = result.testResults.filter((suite) => suite.status === "failed" && suite.assertionResults.every((test) => test.status !== "failed")).length;
  const failed = result.numFailedTests + result.numTodoTests + broken;
  if (result.numPendingTests > 0) console.log(`${result.numPendingTests} tests did not run here: what they need is not part of the product`);
  tally.passed += result.numPassedTests;
  tally.failed += failed === 0 && code !== 0 ? 1 : failed;
}
