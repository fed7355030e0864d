import { afterAll, beforeAll, expect, test } from "vitest";
import { units } from "../../../test/world/cast.ts";
import { openWorld, type World } from "../../../test/world/index.ts";
import { readPrinted } from "../../../test/world/printed.ts";
import { leafletPaper } from "./documents.ts";
import type { Alert } from "./queries/alerts.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const sentence = "Họ gọi điện xưng là công an, bảo chuyển tiền vào tài khoản lạ để chứng minh trong sạch. ";

async function pagesOf(given: Partial<Alert>, hamlets: readonly string[] = []) {
  const at = new Date("2026-11-20T15:00:00+07:00");
  const alert: Alert = {
    ...{ communeId: units.phuongSon.id, provinceId: units.bacNinh.id, id: 1, ref: "X", kind: "police", hamletIds: [] },
    ...{ headline: "Giả công an gọi điện", body: sentence, publishedAt: at, expiresAt: at, withdrawnAt: null },
    ...given,
  };
  const { template, data } = leafletPaper({ house: world.house }, alert, hamlets);
  return await readPrinted(await world.house.typesetter.typeset(template, data));
}

test("the longest warning, with the longest headline and for many hamlets, is a leaflet of one page, with its day at the foot", async () => {
  const body = sentence.repeat(20).slice(0, 1_500);
  const paragraphs = Array.from({ length: 10 }, () => sentence.repeat(2).slice(0, 140)).join("\n");
  const headline = sentence.repeat(2).slice(0, 120);
  const hamlets = Array.from({ length: 24 }, (_, n) => `Tổ dân phố Đồi Vải ${n}`);
  for (const pages of [await pagesOf({ body }), await pagesOf({ body: paragraphs }), await pagesOf({ body, headline }, hamlets)]) {
    expect(pages).toHaveLength(1);
    expect(pages[0]?.text).toContain("20/11/2026");
  }
});

test("a text of very many lines goes on to further pages rather than into letters that nobody reads", async () => {
  const pages = await pagesOf({ body: Array.from({ length: 150 }, (_, n) => `Dòng ${n}`).join("\n") });
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.map(({ text }) => text).join(" ")).toContain("Dòng 149");
});
