import { inflateRawSync } from "node:zlib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../../test/world/cast.ts";
import { at, receive, thom } from "../../../../test/world/counter.ts";
import { as, openWorld, type World } from "../../../../test/world/index.ts";
import type { Paper } from "../../../platform/typst/typesetter.ts";
import { startIntake } from "../../procedures/index.ts";
import { receiveDossier } from "../../procedures/service/receive.ts";
import { endOfNovember, november, verbs } from "../books.stage.ts";
import { cellsOf, columnsOf } from "../cells.ts";
import { bookFrame, bookPaper, coursePaper, feePaper, type WholeBook } from "../documents.ts";
import { exemptionNames } from "../fee-cells.ts";
import { readBook } from "../service/book.ts";
import { readCourse } from "../service/course.ts";
import { closeDay, readFeeDay } from "../service/fees.ts";
import { bookSheet } from "../sheet.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const minh = as(cast.minh);
const mark = "Xuất bởi Hoàng Thị Minh, lúc 23:00 30/11/2026. Mục đích: nộp báo cáo <tháng> #11 & $x$";

/** Names as somebody would write them who wants a spreadsheet or a layout to obey him. */
const hostile = [
  '=HYPERLINK("http://x.example","Nga")',
  "+1+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(A1:A9)",
  "\tTab đứng trước",
  "<b>&amp;</b> ]]>",
  '#panic() $x$ *đậm* _nghiêng_ \\ "',
  "_x003D_1+1",
  "Nguyễn Thị Thuý Ỷ",
  "A".repeat(100),
];

async function receiveAs(fullName: string, minute: number): Promise<void> {
  const now = at(`2026-11-10T09:${String(minute).padStart(2, "0")}:00`);
  const idNumber = `0241810098${String(minute).padStart(2, "0")}`;
  const ref = await world.commit(minh, (tx) => startIntake(tx, { ...thom, idNumber, fullName, bornOn: thom.bornOn as never, phone: null }), now);
  const given = {
    procedureCode: "1.004194",
    caseId: "standard",
    conditions: [],
    exemption: minute % 3 === 0 ? "poor" : null,
    handedOver: [{ code: "CT01", originals: 1, copies: 2 }],
  };
  await world.commit(minh, (tx) => receiveDossier(tx, ref, { ...given, phone: null, hamletId: null, request: "Đăng ký tạm trú" }), now);
}

async function wholeBook(): Promise<WholeBook> {
  return await world.try(
    minh,
    async (tx) => ({ frame: bookFrame(tx, "dossiers"), period: november, ...(await readBook(tx, november, { after: null, size: 500 })), mark, keptBy: tx.actor.name }),
    endOfNovember,
  );
}

/** Files of a zip by name: enough of the format for what a workbook is. */
function unzip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const zip = Buffer.from(bytes);
  const files = new Map<string, string>();
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < zip.readUInt16LE(end + 10); i++) {
    const [method, size, nameLength, extra, comment, start] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ];
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const packed = zip.subarray(data, data + size);
    files.set(name, (method === 8 ? inflateRawSync(packed) : packed).toString("utf8"));
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

const plain = (xml: string): string => xml.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");

/** Cells of the first sheet, row by row: figures as numbers, text as text. */
function cellsIn(files: ReadonlyMap<string, string>): (string | number | null)[][] {
  const strings = [...(files.get("xl/sharedStrings.xml") ?? "").matchAll(/<si>(.*?)<\/si>/gs)].map((si) => plain((si[1] ?? "").replace(/<[^>]+>/g, "")));
  const sheet = files.get("xl/worksheets/sheet1.xml") ?? "";
  return [...sheet.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map((row) =>
    [...(row[1] ?? "").matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = "", inner = ""]) => {
      const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1];
      if (/t="s"/.test(attributes)) return strings[Number(value)] ?? null;
      if (/t="inlineStr"/.test(attributes)) return plain(inner.replace(/<[^>]+>/g, ""));
      return value === undefined ? null : Number(value);
    }),
  );
}

async function pagesOf({ template, data }: Paper): Promise<{ text: string; width: number; height: number }[]> {
  const reading = getDocument({ data: await world.house.typesetter.typeset(template, data), verbosity: 0 });
  const document = await reading.promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join("");
    pages.push({ text: text.replace(/\s+/g, " "), width: Math.round(((page.view[2] ?? 0) / 72) * 25.4), height: Math.round(((page.view[3] ?? 0) / 72) * 25.4) });
  }
  await reading.destroy();
  return pages;
}

test("the workbook holds the cells of the register, every hostile name as text, and who took it out", async () => {
  for (const [i, name] of hostile.entries()) await receiveAs(name, i);
  const whole = await wholeBook();
  const files = unzip(await bookSheet(whole));
  const rows = cellsIn(files);
  expect(rows).toContainEqual([...columnsOf("vi")]);
  const lines = rows.filter(([first]) => typeof first === "number");
  // What is empty is an empty cell.
  expect(lines).toEqual(whole.rows.map((row) => cellsOf(row, "vi").map((cell) => (cell === "" ? null : cell))));
  expect(lines.map((line) => line[3])).toEqual(hostile);
  expect(rows.flat().filter((cell) => cell === mark)).toHaveLength(2);
  expect(rows.flat()).toContain("Đã nhận: 10 hồ sơ");
  for (const [name, text] of files) if (name.endsWith(".xml")) expect([name, /<f[ >]/.test(text)]).toEqual([name, false]);
});

test("the print is A4 across, whole names, who took it out on every page, and the form of the day", async () => {
  const whole = await wholeBook();
  const many = { ...whole, rows: Array.from({ length: 8 }, () => whole.rows).flat() };
  const pages = await pagesOf(bookPaper(many));
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages) expect(page).toMatchObject({ width: 297, height: 210, text: expect.stringContaining("Mục đích: nộp báo cáo <tháng> #11 & $x$") });
  const text = pages.map((page) => page.text).join(" ");
  expect(text).toContain("Mẫu số 07 ban hành theo Thông tư số 03/2025/TT-VPCP");
  expect(text).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  expect(text).toContain("Nguyễn Thị Thuý Ỷ");
  expect(text).toContain("Họ và tên người nộp");
  expect(text.replaceAll(" ", "")).toContain("#panic()$x$*đậm*_nghiêng_");
  expect(text).toContain("BẢN TRÌNH DIỄN");
});

test("the slip names officers and no resident", async () => {
  const ready = await verbs.propose(world, await receive(world, {}, at("2026-11-23T08:00:00")), at("2026-11-24T08:00:00"));
  const { publicRef, code } = await verbs.sign(world, ready, at("2026-11-24T09:00:00"));
  const paper = await world.try(
    minh,
    async (tx) => coursePaper({ frame: bookFrame(tx, "process"), course: await readCourse(tx, publicRef), now: tx.now, mark: "In bởi Minh" }),
    endOfNovember,
  );
  const [page] = await pagesOf(paper);
  for (const words of ["Mẫu số 06", code, cast.minh.name, cast.son.name, cast.binh.name, "08:00 24/11/2026", "1 giờ", "Trong hạn", "In bởi Minh"])
    expect(page?.text).toContain(words);
  expect(page?.text).not.toContain("Nga");
});

test("the fees of a day are printed with their closing and what came after it, without a name of a resident", async () => {
  const takenOn = "2026-11-10" as never;
  const now = at("2026-11-10T17:30:00");
  const { dossiers, sumDong } = await world.try(minh, (tx) => readFeeDay(tx, takenOn), now);
  const paper = () =>
    world.try(minh, async (tx) => feePaper({ frame: bookFrame(tx, null), day: await readFeeDay(tx, takenOn), exemption: exemptionNames(tx), mark: "In bởi Minh" }), now);
  expect((await pagesOf(await paper()))[0]?.text).toContain("Ngày này chưa chốt");
  await world.commit(minh, (tx) => closeDay(tx, { takenOn, dossiers, sumDong }), now);
  await receiveAs("Đỗ Thị Mới", 59);
  const text = (await pagesOf(await paper())).map((page) => page.text).join(" ");
  for (const words of ["90.000", "Hộ nghèo", `${cast.minh.name} đã chốt lúc 17:30 10/11/2026: 10 hồ sơ, 90.000 đồng.`, "Chênh so với lúc chốt: 1 hồ sơ, 15.000 đồng"])
    expect(text).toContain(words);
  for (const name of ["HYPERLINK", "Nguyễn", "Mới"]) expect(text).not.toContain(name);
});
