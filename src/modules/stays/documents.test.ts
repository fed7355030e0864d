import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { dayOf } from "../../base/day.ts";
import { newReference } from "../../kernel/reference.ts";
import type { Tx } from "../../kernel/tx.ts";
import type { Paper } from "../../platform/typst/typesetter.ts";
import { unzipFiles } from "../../platform/zip.ts";
import { logPaper, logSheet, slipPaper, type WholeLog } from "./documents.ts";
import { correctStay, enterStay } from "./service/enter.ts";
import { readLog } from "./service/log.ts";
import { getStay, openNumbers } from "./service/read.ts";
import { declaration, evening, guest } from "./stays.stage.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const minh = as(cast.minh);
const mark = "Xuất bởi Hoàng Thị Minh, lúc 20:31 25/11/2026. Mục đích: kiểm tra <đêm> #25 & $x$";

async function pagesOf(paper: Paper): Promise<readonly string[]> {
  const pdf = await world.house.typesetter.typeset(paper.template, paper.data);
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let i = 1; i <= document.numPages; i++) {
    const { items } = await (await document.getPage(i)).getTextContent();
    pages.push(
      items
        .map((item) => ("str" in item ? item.str : ""))
        .join(" ")
        .replace(/\s+/g, " ")
        .normalize("NFC"),
    );
  }
  return pages;
}

async function enter(given: Parameters<typeof declaration>[0] = {}): Promise<string> {
  const ref = newReference();
  await world.commit(minh, (tx) => enterStay(tx, ref, { declaration: declaration(given), elsewhere: true }), evening);
  return ref;
}

const slipOf = (ref: string) => world.try(minh, async (tx) => slipPaper(tx, await getStay(tx, ref)), evening);

async function wholeLog(tx: Tx): Promise<WholeLog> {
  const period = { from: dayOf(evening), to: dayOf(evening) };
  const { lines } = await readLog(tx, period, { after: null, size: 500 });
  const numberOf = await openNumbers(
    tx,
    lines.map((line) => line.matterId),
  );
  return { period, lines, numberOf, sums: "2 lần báo", mark };
}

test("the slip says the number, whose guests, when, and whom to call; guests are shortened and no number of a paper is on it", async () => {
  const ref = await enter();
  const [first] = await pagesOf(await slipOf(ref));
  for (const words of [
    "LT-261125-001",
    "Giáp Thị Lành",
    "Đặng V. T.",
    "20:15 25/11/2026",
    "20:30 25/11/2026",
    "27/11/2026",
    "gọi 0204 000 113",
    "Hoàng Thị Minh",
    "không có giá trị pháp lý",
  ]) {
    expect(first).toContain(words);
  }
  for (const secret of ["024088001234", "1234", "Văn Thuỷ", "09/02/1988", "Đính chính"]) expect(first).not.toContain(secret);
  await world.commit(minh, (tx) => correctStay(tx, ref, { told: declaration({ leavesOn: null }), version: 2, reason: "Sai", elsewhere: true }), evening);
  const [amended] = await pagesOf(await slipOf(ref));
  expect(amended).toContain("Bản đính chính lần 1");
  expect(amended).not.toContain("27/11/2026");
});

test("the log that leaves has a row a guest with whole names and numbers, who took it out on every page, and obeys no name", async () => {
  const hostile = ["Nguyễn O’Hara", "Lê Văn Đậm", "=1+1"];
  const people = Array.from({ length: 18 }, (_, i) => guest({ number: i + 1, fullName: hostile[i % 3] ?? "", paperNumber: `0240880${10_000 + i}` }));
  await enter({ guests: people, hostName: "Nhà nghỉ =1+1 #panic()", address: "<b>Số 9</b> $x$" });
  const paper = await world.try(minh, async (tx) => logPaper(tx, await wholeLog(tx)), evening);
  const pages = await pagesOf(paper);
  const all = pages.join(" ");
  for (const { paperNumber } of people) expect(all.replace(/ /g, "")).toContain(paperNumber);
  for (const name of hostile) expect(all.split(name).length - 1).toBeGreaterThanOrEqual(6);
  for (const page of pages) expect(page).toContain("kiểm tra <đêm> #25 & $x$");
  expect(all).toContain("Nhà nghỉ =1+1 #panic()");
  const unpacked = unzipFiles(await world.try(minh, async (tx) => await logSheet(tx, await wholeLog(tx)), evening), { files: 50, bytes: 5_000_000 });
  const sheet = unpacked.ok ? unpacked.files.map(({ bytes }) => Buffer.from(bytes).toString()).join("\n") : "";
  for (const name of hostile) expect(sheet).toContain(`<t>${name}</t>`);
  expect(sheet).toContain("Nhà nghỉ =1+1 #panic()");
  expect(sheet, "no cell is a formula").not.toMatch(/<f[ >]/);
});
