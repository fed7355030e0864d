import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { readPrinted } from "../../../test/world/printed.ts";
import { anybody } from "../../kernel/actor.ts";
import { listIdentities } from "../../kernel/identity.ts";
import { newReference, showReference } from "../../kernel/reference.ts";
import type { Tx } from "../../kernel/tx.ts";
import type { Paper } from "../../platform/typst/typesetter.ts";
import { bookPaper, minutesPaper, receiptPaper, referralPaper } from "./documents.ts";
import type { Teller } from "./forms/report.ts";
import { report, saturdayNight, teller } from "./incidents.stage.ts";
import { propsOf } from "./routes/report-props.ts";
import { handInReport, receiveReport } from "./service/intake.ts";
import { getReport } from "./service/read.ts";
import { addPerson, refer } from "./service/work.ts";

let world: World;
const ref = newReference();
beforeAll(async () => {
  world = await openWorld();
  await world.commit(as(cast.trang), (tx) => receiveReport(tx, ref, report({ account: "Mất xe <đêm> #25 & $x$" })), saturdayNight);
  await world.commit(as(cast.binh), (tx) => refer(tx, ref, { version: 1, papers: "Biên bản, ổ khóa" }), saturdayNight);
});
afterAll(() => world.close());

const printed = async (make: (tx: Tx) => Promise<Paper>): Promise<string> => {
  const { template, data } = await world.try(as(cast.binh), make, saturdayNight);
  const pages = await readPrinted(await world.house.typesetter.typeset(template, data));
  return pages
    .map(({ text }) => text)
    .join(" ")
    .normalize("NFC");
};

test("minutes, referral and receipt say what they must, and whose name is kept apart stands on none", async () => {
  const minutes = await printed(async (tx) => minutesPaper(tx, await getReport(tx, ref)));
  for (const words of [
    "Mẫu 01 ban hành theo Thông tư số 119/2021/TT-BCA",
    "Hồi 22 giờ 40 phút, ngày 21 tháng 11 năm 2026",
    "VV-2026-0001",
    "Mất xe <đêm> #25 & $x$",
    "Vi Thu Trang",
    "được giữ bí mật",
  ])
    expect(minutes).toContain(words);
  const referral = await printed(async (tx) => referralPaper(tx, await getReport(tx, ref)));
  for (const words of ["Mẫu 03", "Cơ quan Cảnh sát điều tra Công an tỉnh Bắc Ninh", "22 giờ 40 phút, ngày 21 tháng 11 năm 2026", "Biên bản, ổ khóa"])
    expect(referral).toContain(words);
  const receipt = await printed(async (tx) => receiptPaper(tx, await getReport(tx, ref)));
  for (const words of ["Mẫu 214", showReference(ref), "hai bản"]) expect(receipt).toContain(words);
  for (const paper of [minutes, referral, receipt]) expect(paper).not.toMatch(/Lành|0204000777/);
});

test("who was not there when the minutes were written neither hears them read nor signs them", async () => {
  const minutes = await printed(async (tx) => minutesPaper(tx, await getReport(tx, ref)));
  expect(minutes).toContain("Người báo tin không có mặt");
  expect(minutes).not.toMatch(/đọc lại|NGƯỜI BÁO TIN/);
});

test("minutes taken from a child keep a place for the signature of whoever stands beside her, and name nobody", async () => {
  const take = async (beside: Partial<Teller>) => {
    const at = newReference();
    await world.commit(as(cast.trang), (tx) => receiveReport(tx, at, report({ channel: "counter", teller: teller({ minor: true, ...beside }) })), saturdayNight);
    return at;
  };
  const kept = await take({ guardian: "bà nội Vi Thị Sen", interpreter: "chị Diệp Thị Mơ" });
  const minutes = await printed(async (tx) => minutesPaper(tx, await getReport(tx, kept)));
  for (const words of ["NGƯỜI BÁO TIN", "NGƯỜI GIÁM HỘ, ĐẠI DIỆN", "NGƯỜI PHIÊN DỊCH", "CÁN BỘ TIẾP NHẬN", "đã được đọc lại"]) expect(minutes).toContain(words);
  expect(minutes).not.toMatch(/Sen|Mơ/);

  const missing = await take({});
  const unsigned = await printed(async (tx) => minutesPaper(tx, await getReport(tx, missing)));
  for (const words of ["Người giám hộ, đại diện: …", "NGƯỜI GIÁM HỘ, ĐẠI DIỆN"]) expect(unsigned).toContain(words);
  const reminded = (at: string) =>
    world.try(as(cast.trang), async (tx) => (await propsOf(tx, await getReport(tx, at), { lang: "vi", person: null, errors: {}, typed: {} })).unguarded, saturdayNight);
  expect([await reminded(kept), await reminded(missing)]).toEqual([false, true]);
  const [first] = await world.try(as(cast.trang), async (tx) => await listIdentities(tx, (await getReport(tx, missing)).matter), saturdayNight);
  const grandmother = {
    version: 1,
    role: "reporter",
    fullName: "Vi Thị Na",
    phone: null,
    address: null,
    idNumber: null,
    minor: true,
    guardian: "bà nội",
    interpreter: null,
    about: null,
    corrects: first?.id ?? 0,
  } as const;
  await world.commit(as(cast.trang), (tx) => addPerson(tx, missing, grandmother), saturdayNight);
  expect(await reminded(missing)).toBe(false);
});

test("papers of what came by the web say so: whoever prints them makes them and took nothing in, and no name was given", async () => {
  const { channel: _, ...nameless } = report({ teller: null });
  const place = { communeId: units.phuongSon.id, provinceId: units.bacNinh.id };
  const sent = await world.commit(anybody, (tx) => handInReport(tx, place, nameless, null), saturdayNight);
  const minutes = await printed(async (tx) => minutesPaper(tx, await getReport(tx, sent)));
  for (const words of [`tôi là ${cast.binh.name} lập biên bản này`, "tự gửi qua mạng", "khoảng 22 giờ, ngày 21 tháng 11 năm 2026", "Không nêu tên"])
    expect(minutes).toContain(words);
  expect(minutes).not.toMatch(/tiếp nhận nguồn tin sau|đọc lại/);
  const receipt = await printed(async (tx) => receiptPaper(tx, await getReport(tx, sent)));
  expect(receipt).toContain(cast.binh.name);
  for (const paper of [minutes, receipt]) expect(paper).not.toMatch(new RegExp(`Door|Bà con tự gửi|Không muốn nói tên|${cast.door.name}`));
});

test("the book of the year has a row a report, and no name", async () => {
  const book = await printed((tx) => bookPaper(tx, 2026));
  for (const words of ["Mẫu 294", "Năm 2026", "Trộm cắp tài sản", "Đã chuyển"]) expect(book).toContain(words);
  expect(book).not.toContain("Lành");
  expect(await printed((tx) => bookPaper(tx, 2025))).not.toContain("Trộm cắp");
});
