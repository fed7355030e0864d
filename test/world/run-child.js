// Runs a TypeScript file of the tests in a process of its own, views and all: Node by itself does not read TSX.
import { resolve } from "node:path";
import { runnerImport } from "vite";

await runnerImport(resolve(process.argv[2] ?? ""), { configFile: false, logLevel: "error" });
