import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "vite";
import { assetsBase, workers } from "./src/web/look/assets.ts";

// What runs or lies in a browser: the styles, the fonts, the mark and the scripts. Built by scripts/build-browser.js.
const root = import.meta.dirname;
const drawings = join(root, ".cache", "drawings");
const mark = "src/web/look/mark.svg";

export default defineConfig({
  root,
  base: assetsBase,
  publicDir: false,
  logLevel: "warn",
  resolve: { alias: { "@fonts": join(root, ".cache", "fonts"), "@drawings": drawings } },
  css: { postcss: { plugins: [drawingsAsFiles()] } },
  plugins: [emitMark()],
  build: {
    outDir: "dist/browser",
    assetsDir: "",
    assetsInlineLimit: 0,
    manifest: "manifest.json",
    modulePreload: false,
    target: ["chrome99", "firefox97", "safari15.4"],
    reportCompressedSize: false,
    rolldownOptions: {
      output: { entryFileNames: ({ name }) => (workers.includes(name) ? "[name].js" : "[name]-[hash].js") },
      input: [
        "src/browser/office.ts",
        "src/browser/screen.ts",
        "src/browser/push.ts",
        "src/browser/push-worker.ts",
        "src/browser/offline.ts",
        "src/browser/offline-worker.ts",
        "src/browser/outbox.ts",
        "src/web/look/css/look.css",
        "src/web/look/css/office.css",
        "src/web/look/css/screen.css",
      ],
    },
  },
});

/** The browser's tab shows the mark, so it needs an address of its own. */
function emitMark(): Plugin {
  return {
    name: "gan-dan-mark",
    buildStart() {
      this.emitFile({ type: "asset", name: "mark.svg", originalFileName: mark, source: readFileSync(join(root, mark)) });
    },
  };
}

/** Our Content-Security-Policy takes no `data:` address, so the drawings inside the styles of Designsystemet become files. */
function drawingsAsFiles() {
  const inline = /url\("data:image\/svg\+xml;charset=utf-8,([^"]+)"\)/g;
  return {
    postcssPlugin: "gan-dan-drawings",
    Declaration(declaration: { value: string }) {
      if (!declaration.value.includes("data:image/svg+xml")) return;
      declaration.value = declaration.value.replace(inline, (_, svg: string) => `url("${writeDrawing(decodeURIComponent(svg))}")`);
    },
  };
}

function writeDrawing(svg: string): string {
  const name = `${createHash("sha256").update(svg).digest("hex").slice(0, 8)}.svg`;
  mkdirSync(drawings, { recursive: true });
  if (!existsSync(join(drawings, name))) writeFileSync(join(drawings, name), svg);
  return `@drawings/${name}`;
}
