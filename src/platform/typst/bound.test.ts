import { afterAll, expect, test } from "vitest";
import { readPrinted } from "../../../test/world/printed.ts";
import { keepShot } from "../../../test/world/shots.ts";
import { makeSignedPaper } from "../../../test/world/signed-paper.ts";
import { listPages } from "../pdf-pages.ts";
import { verifyPdf } from "../signature/verify.ts";
import { startTypesetter } from "./typesetter.ts";

const typesetter = startTypesetter({ root: process.cwd() });
afterAll(() => typesetter.close());

test("papers are bound in order, as they are, and their signatures stay behind", async () => {
  const made = await makeSignedPaper();
  try {
    expect(listPages(made.signed).map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
      [595, 842],
      [595, 842],
    ]);
    const bound = await typesetter.bind([made.signed, made.paper, made.signed], { title: "Bản in", duplex: false });
    await keepShot("bound.pdf", bound);
    const pages = await readPrinted(bound);
    expect(pages.map(({ text }) => text.trim().slice(0, 9))).toEqual(["Giấy số 1", "trang hai", "Giấy số 1", "trang hai", "Giấy số 1", "trang hai"]);
    expect(verifyPdf(bound, made.trusted)).toEqual({ outcome: "unsigned" });
  } finally {
    await made.remove();
  }
});

test("with both sides printed each paper begins on a sheet of its own, whatever its size", async () => {
  const blank = (width: number, height: number) => typesetter.typeset("src/platform/typst-templates/bound.typ", { title: "Giấy", pages: [{ file: null, page: 0, width, height }] });
  const [across, upright] = [await blank(595, 420), await blank(420, 595)];
  const sizes = async (duplex: boolean) =>
    (await readPrinted(await typesetter.bind([across, upright, across], { title: "Bản in", duplex }))).map(({ widthMm, heightMm }) => `${widthMm}x${heightMm}`);
  expect(await sizes(false)).toEqual(["210x148", "148x210", "210x148"]);
  expect(await sizes(true)).toEqual(["210x148", "210x148", "148x210", "148x210", "210x148"]);
});

test("a paper as a picture holds no script and nothing from elsewhere", async () => {
  const svg = Buffer.from(await typesetter.draw("src/platform/typst-templates/bound.typ", { title: "Giấy", pages: [{ file: null, page: 0, width: 420, height: 595 }] })).toString();
  expect(svg).toMatch(/^<svg /);
  expect(svg).not.toMatch(/<script|href="http/);
});
