// npm run map: writes docs/map.md and test/gates/addresses.txt anew from the compiled code.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Route } from "../src/web/route.ts";
import { build } from "./build.js";
import { addressesOf, lookOver, mapOf } from "./map.ts";
import { root } from "./root.js";

await build(["server"], console.error);
const house = await lookOver(root, { folder: join(root, "dist/server"), compiled: true });
writeFileSync(join(root, "docs/map.md"), mapOf(house));
const { allRoutes } = (await import(join(root, "dist/server/modules.js"))) as { allRoutes: readonly Route[] };
writeFileSync(join(root, "test/gates/addresses.txt"), addressesOf(allRoutes));
