import { fileURLToPath } from "node:url";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, describe, expect, test } from "vitest";
import { readPrinted } from "../../../../test/world/printed.ts";
import { parseDay } from "../../../base/day.ts";
import { type Paper, startTypesetter } from "../../../platform/typst/typesetter.ts";
import type { Receipt, Refusal, ResidenceConfirmation, ResultNotice, Supplement } from "../documents.ts";
import { confirmationPaper, noticePaper, receiptPaper, refusalPaper, supplementPaper } from "../documents.ts";

const typesetter = startTypesetter({ root: fileURLToPath(new URL("../../../../", import.meta.url)) });
afterAll(() => typesetter.close());

const print = async (paper: Paper) => await readPrinted(await typesetter.typeset(paper.template, paper.data));

async function textOf(paper: Paper): Promise<string> {
  return (await print(paper)).map(({ text }) => text).join("\n");
}

const issuer = { parentAgency: "Công an tỉnh Bắc Ninh", agency: "Công an xã Bắc Lũng", place: "Bắc Lũng" };
const at = new Date("2026-02-05T01:40:00Z");
const frame = { issuer, symbol: null, form: { code: "CT04", issuedBy: "Thông tư số 116/2026/TT-BCA" }, paper: "a4", at, demo: false } as const;
const proof = { scanAddress: "https://gandan.example.vn/tra-cuu/BL-260205-0007-K7QX", address: "https://gandan.example.vn/tra-cuu", code: "BL-260205-0007-K7QX" };
const procedure = { name: "Điều chỉnh thông tin về cư trú trong Cơ sở dữ liệu về cư trú", code: "1.010039" };
const code = "G01.24.07498-260205-0007";
const signer = {
  authorityLine: "KT. Trưởng Công an xã",
  position: "Phó Trưởng Công an xã",
  rank: "Thiếu tá",
  name: "Nguyễn Thị Hoài Ước",
  agency: "Công an xã Bắc Lũng, tỉnh Bắc Ninh",
  signedAt: new Date("2026-02-05T09:30:15Z"),
};
const recipients = ["Như trên", "Lưu: CAX"];

const receipt: Receipt = {
  frame,
  proof,
  code,
  procedure,
  handedInBy: "Đỗ Thị Thảo Ngỡ",
  address: "Thôn Quỷnh Sơn, xã Bắc Lũng, tỉnh Bắc Ninh",
  request: "Sửa chữ đệm cho đúng giấy khai sinh",
  term: "3 ngày làm việc",
  phone: "… 471",
  papers: [
    { name: "Tờ khai thay đổi thông tin cư trú (CT01)", kind: "Bản chính", count: 1 },
    { name: "Trích lục cải chính hộ tịch", kind: "Bản sao", count: 2 },
  ],
  receivedAt: at,
  dueAt: new Date("2026-02-10T10:00:00Z"),
  returnPlace: "Quầy số 1, trụ sở Công an xã Bắc Lũng",
  steps: [
    "Nhận hồ sơ thứ Năm 5/2/2026; ngày nhận không tính.",
    "Thời hạn 3 ngày làm việc: thứ Sáu 6/2, thứ Hai 9/2, thứ Ba 10/2.",
    "Thứ Bảy 7/2 và Chủ nhật 8/2 nghỉ, không tính.",
  ],
  feeDong: 0n,
  officer: "Trung uý Lục Văn Khuyển",
};

const person = {
  fullName: "Đỗ Thị Thảo Ngỡ",
  bornOn: parseDay("1984-02-09"),
  sex: "Nữ",
  identityNumber: "024184009999",
  permanentAddress: "Thôn Quỷnh Sơn, xã Bắc Lũng, tỉnh Bắc Ninh",
  temporaryAddress: null,
  currentAddress: "Thôn Quỷnh Sơn, xã Bắc Lũng, tỉnh Bắc Ninh",
  headOfHousehold: "Giáp Văn Thuở",
  relationToHead: "Vợ",
};

const confirmation: ResidenceConfirmation = {
  frame: { ...frame, symbol: "0142/XN-CAX", form: { code: "CT07", issuedBy: "Thông tư số 116/2026/TT-BCA" } },
  proof,
  signer,
  recipients: ["Bà Đỗ Thị Thảo Ngỡ", "Lưu: CAX"],
  person,
  remark: null,
  validUntil: parseDay("2027-02-05"),
  household: [
    { fullName: "Giáp Văn Thuở", bornOn: parseDay("1980-11-22"), identityNumber: "024080009998", relationToHead: "Chủ hộ" },
    { fullName: "Giáp Thị Ngọc Ẩn", bornOn: parseDay("2011-12-01"), identityNumber: "024311009997", relationToHead: "Con đẻ" },
  ],
};

const notice: ResultNotice = {
  frame: { ...frame, symbol: "0143/TB-CAX", form: { code: "CT08", issuedBy: "Thông tư số 116/2026/TT-BCA" } },
  proof,
  signer,
  recipients,
  code,
  procedure,
  person,
  decision: "Đồng ý điều chỉnh thông tin về cư trú theo tờ khai ngày 05/02/2026.",
  address: person.permanentAddress,
  effectiveOn: parseDay("2026-02-10"),
  remark: null,
  changes: [{ what: "Họ, chữ đệm và tên", before: "Đỗ Thị Thảo", after: "Đỗ Thị Thảo Ngỡ" }],
};

const refusal: Refusal = {
  frame: { ...frame, symbol: "0009/TC-CAX", form: { code: "CT06", issuedBy: "Thông tư số 116/2026/TT-BCA" } },
  proof,
  signer,
  recipients,
  stage: "resolving",
  addressee: person.fullName,
  code,
  procedure,
  receivedAt: at,
  reasons: [
    { reason: "Tên trong trích lục hộ tịch khác với tên trong giấy khai sinh gốc", basis: "Luật Cư trú 2020, Điều 26" },
    { reason: "Chưa có chữ ký của chủ hộ trên tờ khai", basis: null },
  ],
  nextSteps: [
    "Đến Ủy ban nhân dân xã để cải chính hộ tịch cho khớp hai giấy.",
    "Nhờ chủ hộ ký vào tờ khai CT01, hoặc xác nhận trên VNeID.",
    "Nộp lại hồ sơ; bà con không phải nộp lại giấy đã có.",
  ],
  askWhom: "trực ban Công an xã, điện thoại 0204 000 0113",
};

const supplement: Supplement = {
  frame: { ...frame, symbol: "0004/HD-CAX", form: { code: "CT05", issuedBy: "Thông tư số 116/2026/TT-BCA" } },
  proof,
  signer: { ...signer, signedAt: null },
  recipients,
  addressee: person.fullName,
  code,
  procedure,
  receivedAt: at,
  missing: [
    { what: "Chữ ký của chủ hộ trên tờ khai CT01", todo: "Chủ hộ ký ở mục 10" },
    { what: "Trích lục cải chính hộ tịch", todo: null },
  ],
  again: null,
  before: new Date("2026-02-12T10:00:00Z"),
  handInPlace: "Quầy số 1",
  askWhom: "trực ban Công an xã, điện thoại 0204 000 0113",
};

const ct04 = { layout: "ct04", title: "Phiếu tiếp nhận hồ sơ và hẹn trả kết quả" };
const ct05 = { layout: "ct05", title: "Phiếu hướng dẫn bổ sung, hoàn thiện hồ sơ" };
const ct06 = { layout: "ct06", title: "Phiếu từ chối tiếp nhận, giải quyết hồ sơ" };
const ct08 = { layout: "ct08", title: "Thông báo kết quả giải quyết về cư trú" };

const demo = <T extends { frame: Receipt["frame"] }>(paper: T): T => ({ ...paper, frame: { ...paper.frame, demo: true } });

const papers: readonly [string, (isDemo: boolean) => Paper][] = [
  ["CT04", (isDemo) => receiptPaper(isDemo ? demo(receipt) : receipt, ct04)],
  ["CT05", (isDemo) => supplementPaper(isDemo ? demo(supplement) : supplement, ct05)],
  ["CT06", (isDemo) => refusalPaper(isDemo ? demo(refusal) : refusal, ct06)],
  ["CT07", (isDemo) => confirmationPaper(isDemo ? demo(confirmation) : confirmation)],
  ["CT08", (isDemo) => noticePaper(isDemo ? demo(notice) : notice, ct08)],
];

describe.each(papers)("%s", (form, paper) => {
  test("has the head of an official paper, and the date with its noughts", async () => {
    const text = await textOf(paper(false));
    for (const part of [
      "CÔNG AN TỈNH BẮC NINH",
      "CÔNG AN XÃ BẮC LŨNG",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "Bắc Lũng, ngày 05 tháng 02 năm 2026",
      `Mẫu ${form} ban hành theo Thông tư số 116/2026/TT-BCA`,
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toBe(text.normalize("NFC"));
  });

  test("says in letters what its QR code says", async () => {
    const text = await textOf(paper(false));
    expect(text).toContain("https://gandan.example.vn/tra-cuu và gõ mã BL-260205-0007-K7QX");
    expect(text).toContain("Quét mã này để");
  });

  test("shows that it is a demonstration when it is one, and only then", async () => {
    expect(await textOf(paper(true))).toContain("BẢN TRÌNH DIỄN – không có giá trị pháp lý");
    expect(await textOf(paper(false))).not.toContain("TRÌNH DIỄN");
  });

  test("keeps the name of the person out of the file's own description", async () => {
    const { template, data } = paper(false);
    const reading = getDocument({ data: await typesetter.typeset(template, data), verbosity: 0 });
    const { info } = await (await reading.promise).getMetadata();
    expect(JSON.stringify(info)).not.toContain("Thảo");
    expect(info).toMatchObject({ Language: "vi-VN", CreationDate: "D:20260205014000Z" });
    await reading.destroy();
  });
});

describe("the receipt", () => {
  test("tells who, what, which papers, when it came and when to come back, and how that day was counted", async () => {
    const text = await textOf(receiptPaper(receipt, ct04));
    for (const part of [
      "PHIẾU TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
      `Mã hồ sơ: ${code}`,
      "ông/bà: Đỗ Thị Thảo Ngỡ",
      "Tờ khai thay đổi thông tin cư trú (CT01) Bản chính 1",
      "Trích lục cải chính hộ tịch Bản sao 2",
      "08:40, thứ Năm 5/2/2026",
      "trước 17:00, thứ Ba 10/2/2026",
      ...receipt.steps,
      "Lệ phí: không thu",
      "Trung uý Lục Văn Khuyển",
    ]) {
      expect(text).toContain(part);
    }
  });

  test("names a fee in dong", async () => {
    expect(await textOf(receiptPaper({ ...receipt, feeDong: 15_000n }, ct04))).toContain("Lệ phí: 15.000 đồng");
  });

  test.each([
    ["a4", 210],
    ["a5", 148],
  ] as const)("fits one page of %s", async (paper, widthMm) => {
    const pages = await print(receiptPaper({ ...receipt, frame: { ...receipt.frame, paper } }, ct04));
    expect(pages.map((page) => page.widthMm)).toEqual([widthMm]);
  });

  test("prints a name that looks like a command as a name", async () => {
    const handedInBy = '#read("/etc/passwd") *] $x$ \\';
    expect((await textOf(receiptPaper({ ...receipt, handedInBy }, ct04))).split(handedInBy)).toHaveLength(3);
  });
});

describe("the confirmation of residence", () => {
  test("shows the person, the household, until when it counts, and who signed when", async () => {
    const text = await textOf(confirmationPaper(confirmation));
    for (const part of [
      "XÁC NHẬN THÔNG TIN VỀ CƯ TRÚ",
      "Số: 0142/XN-CAX",
      "09/02/1984",
      "024184009999",
      "Nơi thường trú: Thôn Quỷnh Sơn, xã Bắc Lũng, tỉnh Bắc Ninh",
      "Giáp Thị Ngọc Ẩn 01/12/2011",
      "ngày 05 tháng 02 năm 2027",
      "KT. TRƯỞNG CÔNG AN XÃ PHÓ TRƯỞNG CÔNG AN XÃ",
      "Ký số bởi: Nguyễn Thị Hoài Ước 2026-02-05T16:30:15+07:00 Công an xã Bắc Lũng, tỉnh Bắc Ninh",
      "Thiếu tá Nguyễn Thị Hoài Ước",
      "Nơi nhận:",
    ]) {
      expect(text).toContain(part);
    }
  });

  test("leaves out what is not known, and the table of a person who lives alone", async () => {
    const text = await textOf(confirmationPaper({ ...confirmation, household: [] }));
    expect(text).not.toContain("Nơi tạm trú");
    expect(text).not.toContain("Những người cùng trong hộ");
  });

  test("numbers its pages from the second on, and repeats the head of the table", async () => {
    const member = confirmation.household[0];
    const pages = await print(confirmationPaper({ ...confirmation, household: member === undefined ? [] : Array.from({ length: 35 }, () => member) }));
    expect(pages).toHaveLength(2);
    expect(pages[0]?.text).toMatch(/^Mẫu CT07/);
    expect(pages[1]?.text).toMatch(/^2 TT Họ, chữ đệm và tên/);
  });
});

describe("notice, refusal and supplement", () => {
  test("the notice says what was decided and what changed", async () => {
    const text = await textOf(noticePaper(notice, ct08));
    for (const part of ["Về kết quả giải quyết, hủy bỏ đăng ký cư trú", notice.decision, "Kể từ: ngày 10 tháng 02 năm 2026", "Đỗ Thị Thảo Đỗ Thị Thảo Ngỡ"])
      expect(text).toContain(part);
  });

  test("the refusal gives each reason with its article, the way on and the right to complain", async () => {
    const text = await textOf(refusalPaper(refusal, ct06));
    for (const part of ["PHIẾU TỪ CHỐI GIẢI QUYẾT HỒ SƠ", "giấy khai sinh gốc (Luật Cư trú 2020, Điều 26)", ...refusal.nextSteps, "có quyền khiếu nại", "0204 000 0113"])
      expect(text).toContain(part);
  });

  test("a refusal at the counter says so, and needs no code", async () => {
    const text = await textOf(refusalPaper({ ...refusal, stage: "receiving", code: null }, ct06));
    expect(text).toContain("PHIẾU TỪ CHỐI TIẾP NHẬN HỒ SƠ");
    expect(text).not.toContain("Mã hồ sơ");
  });

  test("what is missing is asked for with its day, and a paper for the pen has no mark of an electronic signature", async () => {
    const text = await textOf(supplementPaper(supplement, ct05));
    for (const part of ["Chữ ký của chủ hộ trên tờ khai CT01. Việc cần làm: Chủ hộ ký ở mục 10.", "trước 17:00, thứ Năm 12/2/2026 tại Quầy số 1"]) expect(text).toContain(part);
    expect(text).not.toContain("Ký số bởi");
  });
});
