/**
 * Builds what a browser needs into dist/browser: styles, fonts, the officers' script, and manifest.json, which says
 * under which name each of them lies. Runs in some two seconds:
 *
 *     node scripts/build-browser.js [another folder than dist/browser]
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import { build } from "vite";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

const range = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i));
const vietnamese = new Set([...range(0x1ea0, 0x1ef9), ..."\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u20ab\u0300\u0301\u0303\u0309\u0323"]);
const latin = new Set([
  ...range(0x20, 0x7e),
  ..."\u00c0\u00c1\u00c2\u00c3\u00c8\u00c9\u00ca\u00cc\u00cd\u00d2\u00d3\u00d4\u00d5\u00d9\u00da\u00dd",
  ..."\u00e0\u00e1\u00e2\u00e3\u00e8\u00e9\u00ea\u00ec\u00ed\u00f2\u00f3\u00f4\u00f5\u00f9\u00fa\u00fd",
  ..."\u00a0\u00a7\u00a9\u00ab\u00b0\u00b1\u00b2\u00b3\u00b7\u00bb\u00bc\u00bd\u00be\u00d7\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u2212",
]);

await Promise.all([400, 600].flatMap((weight) => [cutFont("latin", weight, latin), cutFont("vietnamese", weight, vietnamese)]));
const outDir = resolve(root, process.argv[2] ?? "dist/browser");
await build({ configFile: join(root, "vite.config.ts"), build: { outDir, emptyOutDir: true } });

/** Writes one font file cut to the given letters, unless the same cut is there already. */
async function cutFont(script, weight, letters) {
  const name = `be-vietnam-pro-${script}-${weight}`;
  const source = readFileSync(require.resolve(`@fontsource/be-vietnam-pro/files/${name}-normal.woff2`));
  const text = [...letters].join("");
  const key = createHash("sha256").update(source).update(text).digest("hex");
  const folder = join(root, ".cache", "fonts");
  const [font, stamp] = [join(folder, `${name}.woff2`), join(folder, `${name}.sha256`)];
  if (existsSync(font) && existsSync(stamp) && readFileSync(stamp, "utf8") === key) return;
  mkdirSync(folder, { recursive: true });
  // Two builds at once may meet here; neither may see half a file of the other.
  const half = `${font}.${process.pid}`;
  writeFileSync(half, await subsetFont(source, text, { targetFormat: "woff2" }));
  renameSync(half, font);
  writeFileSync(stamp, key);
}
