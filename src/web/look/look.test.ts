import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { assets } from "./assets.ts";
import { makeIcons, makeTheme } from "./make.ts";

const read = (...path: readonly string[]) => readFileSync(join(import.meta.dirname, ...path), "utf8");

test("the icons and the theme in the tree are those that the packages give today", () => {
  const remedy = "run node src/web/look/make.ts";
  // The formatter may break the lines of the one, not its words.
  const words = (text: string) => text.replace(/\s+/g, "");
  expect(words(read("icons", "nodes.ts")) === words(makeIcons()), remedy).toBe(true);
  expect(read("theme", "gan-dan.css") === makeTheme(), remedy).toBe(true);
});

test("a browser build that lacks a file is named before a page can ask for it", () => {
  expect(() => assets({})).toThrow("no fonts");
  expect(() => assets({ "a.woff2": { file: "a.woff2" } })).toThrow("look.css");
});

test("ink on each ground of the palette can be read by tired eyes: 4.5 to 1 and more", () => {
  const tokens = Object.fromEntries([...read("css", "tokens.css").matchAll(/--([\w-]+): (#\w+);/g)].map(([, name, value]) => [name, value ?? ""]));
  const pairs = [
    ["ink", "paper"],
    ["ink-soft", "paper"],
    ["ink-soft", "green-soft"],
    ["green", "paper"],
    ["green", "green-soft"],
    ["wait-ink", "wait"],
    ["done-ink", "done"],
    ["late-ink", "late"],
    ["late-ink", "late-soft"],
    ["sign-ink", "sign"],
    ["ink", "rest"],
  ] as const;
  const weak = pairs.filter(([ink, ground]) => contrast(tokens[ink] ?? "", tokens[ground] ?? "") < 4.5);
  expect(weak).toEqual([]);
});

/** WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const full = colour.length === 4 ? [...colour.slice(1)].map((c) => c + c).join("") : colour.slice(1);
  const [r = Number.NaN, g = Number.NaN, b = Number.NaN] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
