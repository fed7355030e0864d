import { defineConfig } from "vitest/config";
import { ownTemporary } from "./test/world/browser.ts";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
  test: {
    env: { TMPDIR: ownTemporary() },
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
    globalSetup: ["test/world/cluster.ts"],
    // Two files at a time: a third of two processors lay idle with one. Each file has its own copy of the database.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
