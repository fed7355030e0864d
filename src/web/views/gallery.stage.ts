import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium, type Page } from "playwright-core";
import { encodeQR } from "qr";
import type { Lang } from "../../base/lang.ts";
import { type Assets, assets, assetsBase, type Manifest } from "../look/assets.ts";
import { document, type Face } from "./document.tsx";
import type { Html } from "./html.ts";

/** The strictest policy that the pages must live with. */
const policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'";
const root = join(import.meta.dirname, "..", "..", "..");
const types: { readonly [ending: string]: string } = { ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2" };

export type Gallery = { readonly [name: string]: (lang: Lang) => Html };

/** A gallery shown to a real browser: freshly built assets, a small server on the loopback, a strict policy. */
export class Stage {
  readonly folder = mkdtempSync(join(tmpdir(), "gan-dan-browser-"));
  readonly gallery: Gallery;
  readonly face: Face;
  readonly built: Assets;
  readonly #shots: boolean;
  #server: Server | undefined;
  #browser: Browser | undefined;

  /** `shots`: keep a picture of every page that is examined, in the folder of that name. */
  constructor(gallery: Gallery, face: Face, shots: boolean) {
    this.#shots = shots;
    this.gallery = gallery;
    this.face = face;
    const out = join(this.folder, "out");
    const build = spawnSync(process.execPath, [join(root, "scripts", "build-browser.js"), out], { encoding: "utf8" });
    if (build.status !== 0) throw new Error(`The browser build failed: ${build.stderr}`);
    this.built = assets(JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")) as Manifest);
  }

  async open(browserArgs: readonly string[] = []): Promise<void> {
    this.#server = createServer((request, response) => {
      const { status, type, body } = this.#answer(new URL(request.url ?? "/", "http://x"));
      response.writeHead(status, { "content-type": type, "content-security-policy": policy }).end(body);
    });
    await new Promise<void>((resolve) => this.#server?.listen(0, "127.0.0.1", resolve));
    // One process for all would end with the first closed window.
    const args = sparticuz.args.filter((arg) => arg !== "--single-process");
    this.#browser = await chromium.launch({ executablePath: await sparticuz.executablePath(), args: [...args, "--no-sandbox", ...browserArgs] });
  }

  /** What is wrong with a page on a phone, on a desk, enlarged, in English and on paper. 660 px is a window of 1320 px at a zoom of 200 %. */
  async everyFaultOf(name: string): Promise<readonly string[]> {
    const { page, complaints } = await this.show(name);
    const faults: string[] = [];
    for (const width of [320, 390, 660, 1320]) faults.push(...(await this.faultsOf(page, width, name)));
    await page.goto(`${page.url()}?lang=en`);
    faults.push(...(await this.faultsOf(page, 390, `${name}-en`)));
    await page.emulateMedia({ media: "print" });
    faults.push(...(await this.faultsOf(page, 660, `${name}-print`)));
    return [...faults, ...complaints];
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    this.#server?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async closePages(): Promise<void> {
    await Promise.all((this.#browser?.contexts() ?? []).map((context) => context.close()));
  }

  /** A page of the gallery, and everything that the browser complains about meanwhile. */
  async show(name: string, options: { readonly script?: boolean } = {}): Promise<{ readonly page: Page; readonly complaints: string[] }> {
    if (this.#browser === undefined || this.#server === undefined) throw new Error("The stage is not open");
    const context = await this.#browser.newContext({ javaScriptEnabled: options.script ?? true, permissions: ["camera"] });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${name}`);
    return { page, complaints };
  }

  /** The whole page as text, or null when the gallery has none of this name. */
  render(name: string, lang: Lang): string | null {
    const body = this.gallery[name]?.(lang);
    return body === undefined ? null : document({ title: `${name} · Gan Dan`, lang, face: this.face, assets: this.built, body });
  }

  /** The bytes of a built file by its address. */
  file(address: string): Buffer | null {
    const name = address.slice(assetsBase.length);
    return readdirSync(join(this.folder, "out")).includes(name) ? readFileSync(join(this.folder, "out", name)) : null;
  }

  /** All that is wrong with a page in a window of this width: sideways scrolling, axe's findings, text in the colour of its ground, small targets. */
  async faultsOf(page: Page, width: number, shotName: string): Promise<string[]> {
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate("document.fonts.ready");
    if (this.#shots) {
      mkdirSync(join(root, "shots"), { recursive: true });
      await page.screenshot({ path: join(root, "shots", `${shotName}-${width}.png`), fullPage: true });
    }
    const beyond = Number(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    const found = await new AxeBuilder({ page }).analyze();
    const violations = found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html} ${node.failureSummary ?? ""}`));
    // Text in the very colour of its ground counts as undecided to axe; to a reader it is missing.
    const unseen = found.incomplete.filter((rule) => rule.id === "color-contrast").flatMap((rule) => rule.nodes);
    const equal = unseen.filter((node) => JSON.stringify(node.any).includes("equalRatio")).map((node) => `cannot be seen: ${node.html}`);
    const small = (await page.evaluate(tooSmall)) as string[];
    return [...(beyond > 0 ? [`${beyond} px beyond the right edge`] : []), ...violations, ...equal, ...small.map((html) => `below 44 px: ${html}`)].map(
      (fault) => `${width}: ${fault}`,
    );
  }

  #answer(url: URL): { readonly status: number; readonly type: string; readonly body: string | Buffer } {
    const html = "text/html; charset=utf-8";
    if (url.pathname === "/sent") return { status: 200, type: html, body: `<!doctype html><title>sent</title><p>${url.searchParams.get("q") ?? ""}</p>` };
    if (url.pathname.startsWith(assetsBase)) {
      const body = this.file(url.pathname);
      return { status: body === null ? 404 : 200, type: types[extname(url.pathname)] ?? "text/plain", body: body ?? "" };
    }
    const body = this.render(url.pathname.slice(1), url.searchParams.get("lang") === "en" ? "en" : "vi");
    return { status: body === null ? 404 : 200, type: html, body: body ?? "" };
  }
}

// Links inside a sentence are exempt (WCAG 2.2, 2.5.8).
const tooSmall = `[...document.querySelectorAll("button, .ds-button, .ds-input:not([type=radio], [type=checkbox]), .choice, summary, .chip, .nav a, .brand, .phone-bar a[href='tel:113']")]
  .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 43.9)
  .map((e) => e.outerHTML.slice(0, 120))`;

/** One grey picture with a QR code in its middle, as the raw video that Chromium's pretended camera plays. */
export function filmOf(text: string): Buffer {
  const [width, height, scale] = [640, 480, 8];
  const code = encodeQR(text, "raw", { border: 4 });
  const [left, top] = [(width - code.length * scale) >> 1, (height - code.length * scale) >> 1];
  const light = Buffer.alloc(width * height, 235);
  for (let y = 0; y < code.length * scale; y += 1) {
    for (let x = 0; x < code.length * scale; x += 1) {
      if (code[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true) light[(top + y) * width + left + x] = 16;
    }
  }
  const frame = Buffer.concat([Buffer.from("FRAME\n"), light, Buffer.alloc((width * height) / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), ...Array.from({ length: 10 }, () => frame)]);
}
