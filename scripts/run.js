// node scripts/run.js start | gandan …: builds what changed, then runs the product under the Node it needs.
import { build } from "./build.js";
import { codeOf, passSignals, say, startProgram } from "./child.js";

const programs = {
  start: { file: "dist/server/main.js", parts: ["server", "browser"], channel: true },
  gandan: { file: "dist/server/cli.js", parts: ["server"], channel: false },
};

const [what, ...args] = process.argv.slice(2);
const program = programs[what];
if (!program) end("node scripts/run.js start | gandan …");
const silent = process.env.npm_config_loglevel === "silent";
await build(program.parts, (line) => silent || say(line)).catch((error) => end(error.message));

const child = startProgram(program.file, args, program);
passSignals(() => child);
child.once("error", (error) => end(error.message));
child.once("exit", (code, signal) => process.exit(codeOf(code, signal)));

function end(line) {
  say(line);
  process.exit(1);
}
