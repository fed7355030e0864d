import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import chromium from "@sparticuz/chromium";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { type Browser, type BrowserContext, type Page, chromium as playwright } from "playwright-core";
import { expect } from "vitest";
import { findOfficer } from "../../src/modules/accounts/index.ts";
import { allRoutes } from "../../src/modules.ts";
import { navOf } from "../../src/nav.ts";
import { makeHouseFrame } from "../../src/shell.ts";
import { makeServer } from "../../src/web/server.ts";
import type { Member } from "../world/cast.ts";
import { friday, openWorld, type World } from "../world/index.ts";

/** The whole product on a free port of this machine, and a browser in front of it. */
export type Site = {
  readonly world: World;
  readonly server: FastifyInstance;
  readonly browser: Browser;
  readonly address: string;
  /** What the server wrote to its log. */
  readonly log: () => string;
  /** Sets the instant that the server believes it is. */
  setClock(now: Date): void;
  /** Cuts the wire, or mends it. The browser's own switch does not reach its workers. */
  cutOff(cut: boolean): void;
  /** A visitor of his own, with or without JavaScript; every page is watched for complaints of the browser. */
  visit(options?: VisitOptions): Promise<Visitor>;
  close(): Promise<void>;
};
export type VisitOptions = { readonly scripts?: boolean; readonly width?: number; readonly height?: number };
export type Visitor = { readonly context: BrowserContext; readonly page: Page; readonly complaints: readonly string[] };

// The package's own arguments are made for a server without users: one process, and the web's safety switched off.
const browserArgs = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--headless=shell"];

export async function openSite(): Promise<Site> {
  const world = await openWorld();
  let now = friday;
  const lines: string[] = [];
  // Digits that come by chance, an instant, a process, a port, are no telephone of anybody.
  const log = pino({ level: "info", timestamp: false, base: null }, { write: (line: string) => void (line.includes("Server listening") || lines.push(line)) });
  if (!existsSync("dist/browser/manifest.json")) execFileSync(process.execPath, ["scripts/build-browser.js"]);
  const manifest = JSON.parse(readFileSync("dist/browser/manifest.json", "utf8"));
  const { house, database } = world;
  const server = await makeServer({
    database,
    house,
    routes: allRoutes,
    findOfficer,
    frame: makeHouseFrame(house, manifest, navOf),
    assetsDir: `${process.cwd()}/dist/browser`,
    log,
    trustProxy: false,
    clock: () => now,
  });
  const address = await server.listen({ host: "127.0.0.1", port: 0 });
  let isCut = false;
  server.server.on("connection", (socket) => isCut && socket.destroy());
  const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: browserArgs, headless: true });
  return {
    world,
    server,
    browser,
    address,
    log: () => lines.join(""),
    setClock: (instant) => {
      now = instant;
    },
    cutOff: (cut) => {
      isCut = cut;
      if (cut) server.server.closeAllConnections();
    },
    visit: (options = {}) => visit(browser, address, options),
    close: async () => {
      await browser.close();
      await server.close();
      await world.close();
    },
  };
}

async function visit(browser: Browser, baseURL: string, { scripts = true, width = 1280, height = 900 }: VisitOptions): Promise<Visitor> {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: scripts, viewport: { width, height }, locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    // The browser reports each answer of 4xx as an error of loading; those are asserted where they are meant.
    if (["error", "warning"].includes(message.type()) && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return { context, page, complaints };
}

/** Signs in by the demonstration's list. */
export async function signIn(page: Page, member: Member): Promise<void> {
  await page.goto("/can-bo/dang-nhap");
  await page.locator(`button[value="${member.login}"]`).click();
  await page.waitForURL((url) => !url.pathname.includes("dang-nhap"));
}

/** Nothing for axe to find, no sideways scrolling at the width that the page has now. */
export async function expectSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
}

/** Keeps a picture when SHOTS names a folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
}
