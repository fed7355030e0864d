/**
 * Pictures of every page at phone and desktop width: `npm run shots`. Starts the demonstration in a folder of its own, walks it as
 * a resident and as each role, and keeps one picture of each address under `shots/`.
 */
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import chromium from "@sparticuz/chromium";
import { type Browser, type Page, chromium as playwright } from "playwright-core";

const port = 3999;
const site = `http://localhost:${port}`;
const widths = [390, 1280];
const roles = ["counterOfficer", "chief", "provinceAnalyst", "auditor", "administrator"];
const words: Record<string, RegExp> = { counterOfficer: /cán bộ tiếp nhận/, chief: /trưởng công an/, provinceAnalyst: /tổng hợp/, auditor: /thanh tra/, administrator: /quản trị/ };

const server = spawn(process.execPath, ["scripts/run.js", "start"], {
  env: { ...process.env, PORT: String(port), DATA_DIR: ".cache/shots" },
  stdio: ["ignore", "inherit", "inherit"],
});
try {
  await ready();
  const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox", "--disable-gpu", "--headless=shell"] });
  for (const role of [null, ...roles]) await walk(browser, role);
  await browser.close();
} finally {
  server.kill("SIGTERM");
}

async function ready(): Promise<void> {
  for (let i = 0; i < 600; i++) {
    if (
      await fetch(`${site}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await pause(200);
  }
  throw new Error("the demonstration does not start");
}

/** Follows links from the first page of a role; one picture for each shape of address. */
async function walk(browser: Browser, role: string | null): Promise<void> {
  const context = await browser.newContext({ baseURL: site, viewport: { width: 1280, height: 900 }, locale: "vi-VN" });
  const page = await context.newPage();
  await page.goto(role ? "/can-bo/dang-nhap" : "/");
  if (role)
    await page
      .getByRole("button", { name: words[role] ?? role })
      .first()
      .click();
  const folder = `shots/${role ?? "resident"}`;
  mkdirSync(folder, { recursive: true });
  const waiting = [new URL(page.url()).pathname, ...(role ? [] : ["/khong-co-trang-nay"])];
  const seen = new Set<string>();
  while (waiting.length > 0 && seen.size < 40) {
    const path = waiting.shift() ?? "";
    const shape = shapeOf(path);
    if (seen.has(shape)) continue;
    seen.add(shape);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(path);
    waiting.push(...(await linksOn(page)));
    for (const width of widths) await shoot(page, { width, file: `${folder}/${shape.replaceAll("/", "_").replace(/^_/, "") || "home"}-${width}.png` });
  }
  await context.close();
}

/** Two addresses of one shape are one page: references, codes and numbers are left out. */
function shapeOf(path: string): string {
  return path.replace(/\?.*$/, "").replace(/\/(?:[A-Z0-9]{16}|\d\.\d{6}|\d+)(?=\/|$)/g, "/x");
}

async function linksOn(page: Page): Promise<string[]> {
  const hrefs = await page.locator("a[href^='/']").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return hrefs.filter((href) => !/\.pdf$|ngon-ngu|tai-san/.test(href));
}

async function shoot(page: Page, { width, file }: { readonly width: number; readonly file: string }): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.screenshot({ path: file, fullPage: true });
}
