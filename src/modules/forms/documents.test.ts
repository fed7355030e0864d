import { writeFile } from "node:fs/promises";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseDay } from "../../base/day.ts";
import { type LawOf, loadLaw } from "../../kernel/law/load.ts";
import { getInForce } from "../../kernel/law/table.ts";
import { startTypesetter } from "../../platform/typst/typesetter.ts";
import { declarationPaper } from "./documents.ts";
import type { Answers } from "./engine.ts";
import { formLaw } from "./law.ts";

const typesetter = startTypesetter({ root: process.cwd() });
let law: LawOf<{ forms: typeof formLaw }>;
beforeAll(async () => {
  law = await loadLaw("db/law", { forms: formLaw });
});
afterAll(() => typesetter.close());

const member = { fullName: "Giáp An", bornOn: "2011-12-01", sex: "male", idNumber: "024211009997", relation: "Con đẻ" };
const answers: Answers = {
  fullName: "Giáp Thị Hoè",
  bornOn: "1984-02-09",
  sex: "female",
  idNumber: "024184009999",
  phone: "0912345678",
  email: "",
  isHead: "no",
  headName: "Giáp Văn Thuở",
  relationToHead: "Vợ",
  headIdNumber: "024080009998",
  request: "Đăng ký tạm trú tại Tổ dân phố Kép, phường Phượng Sơn",
  together: "yes",
  members: [member],
};
const printing = {
  addressee: "Công an phường Phượng Sơn",
  place: "Phượng Sơn",
  at: new Date("2026-11-20T15:02:00+07:00"),
  demo: false,
  situation: {},
  caption: "Quét mã này ở quầy",
  proof: { scanAddress: "https://gandan.example.vn/x/3467", address: "https://gandan.example.vn/x", code: "3467-9CDF-GHJK-MNPQ" },
};

async function print(day: string, given: Answers, more: Partial<typeof printing> = {}): Promise<string[]> {
  const paper = declarationPaper(getInForce(law.forms, parseDay(day), "CT01"), given, { ...printing, ...more });
  if (paper === null) throw new Error("no paper");
  const bytes = await typesetter.typeset(paper.template, paper.data);
  if (process.env.SHOTS) await writeFile(`${process.env.SHOTS}/ct01-${day}-${Array.isArray(given["members"]) ? given["members"].length : 0}.pdf`, bytes);
  const reading = getDocument({ data: bytes, verbosity: 0 });
  const document = await reading.promise;
  const pages: string[] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const { items } = await (await document.getPage(n)).getTextContent();
    const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join("");
    pages.push(text.replace(/\s+/g, " "));
  }
  await reading.destroy();
  return pages;
}

test("CT01 of 2026 has its title, its eleven lines, the table and the four boxes, on one page", async () => {
  const pages = await print("2026-11-20", answers);
  expect(pages).toHaveLength(1);
  const [text = ""] = pages;
  for (const part of [
    "Mẫu CT01 ban hành theo Thông tư số 116/2026/TT-BCA",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ",
    "Kính gửi: Công an phường Phượng Sơn",
    "1. Họ, chữ đệm và tên khai sinh: Giáp Thị Hoè",
    "2. Ngày, tháng, năm sinh: 09/02/1984",
    "3. Giới tính: Nữ",
    "5. Số điện thoại liên hệ: 0912345678",
    "6. Email:",
    "7. Họ, chữ đệm và tên chủ hộ: Giáp Văn Thuở",
    "8. Quan hệ với chủ hộ: Vợ",
    "10. Nội dung đề nghị: Đăng ký tạm trú tại Tổ dân phố Kép",
    "11. Những thành viên trong hộ gia đình cùng thay đổi",
    "Giáp An 01/12/2011 Nam 024211009997 Con đẻ",
    "Phượng Sơn, ngày 20 tháng 11 năm 2026",
    "Ý KIẾN CỦA CHỦ HỘ",
    "NGƯỜI KÊ KHAI",
    "và gõ mã 3467-9CDF-GHJK-MNPQ",
  ]) {
    expect(text).toContain(part);
  }
  expect(text.replaceAll(" ", "")).toContain("024184009999");
  expect(text.replaceAll(" ", "")).toContain("024080009998");
});

test("the head of a household stands on the lines of the head as himself", async () => {
  const { headName: _name, relationToHead: _relation, headIdNumber: _id, members: _members, ...rest } = answers;
  const [text = ""] = await print("2026-11-20", { ...rest, isHead: "yes", together: "no" });
  expect(text).toContain("7. Họ, chữ đệm và tên chủ hộ: Giáp Thị Hoè");
  expect(text).toContain("8. Quan hệ với chủ hộ: Chủ hộ");
  expect(text.replaceAll(" ", "").split("024184009999")).toHaveLength(3);
});

test("the form of another time keeps its own lines and its own name", async () => {
  const [text = ""] = await print("2023-11-24", { ...answers, permanentAddress: "Thôn Kép", temporaryAddress: "", currentAddress: "Thôn Kép", occupation: "Làm ruộng" });
  for (const part of ["Thông tư số 56/2021/TT-BCA", "7. Nơi thường trú: Thôn Kép", "10. Nghề nghiệp, nơi làm việc: Làm ruộng", "15. Những thành viên"])
    expect(text).toContain(part);
});

test("a large family runs over to a second page with the head of the table again", async () => {
  const pages = await print("2026-11-20", { ...answers, members: Array.from({ length: 12 }, () => member) });
  expect(pages.length).toBe(2);
});

test("a demonstration says so, and what is typed is never a command", async () => {
  const [text = ""] = await print("2026-11-20", { ...answers, fullName: '#read("/etc/passwd") *] $x$' }, { demo: true });
  expect(text).toContain("BẢN TRÌNH DIỄN");
  expect(text).toContain('#read("/etc/passwd") *] $x$');
});
