import fc from "fast-check";
import { expect, test } from "vitest";
import { parseEnding, parseMark, parseTold, parseWarning } from "./forms.ts";
import { readMark, readMarks } from "./marks.ts";
import { covered, tellsSecret } from "./secrets.ts";

const offered = { kinds: ["police", "other"], banks: ["agribank"] };

test.each([
  "OTP 483920",
  "mã OTP của tôi là 483920 anh ơi",
  "Mã xác thực: 4839",
  "mã xác nhận 123456",
  "PIN 1234",
  "Tôi lỡ đọc mã OTP là 483920. Giờ làm sao?",
  "mã OTP họ vừa gửi cho tôi là 483920",
  "mã PIN thẻ của em là: 4839, họ gọi lại",
  "OTP họ gửi cho tôi 483920",
  "cvv 123",
  "mật khẩu là hoaSen2024",
  "Mat khau: hoasen",
  "password=letmein!",
  "mk: 12345678",
  "tôi đã đọc mã OTP: 48 39 20",
  "mật khẩu của tôi là Lan1975@",
  "483920 là mã OTP tôi đọc cho nó",
  "mật khẩu Vietcombank Abc@12345",
  "mã PIN thẻ ATM 1234",
  "mật khẩu tôi đặt là 123456",
  "mk vcb: lan1975",
  "mã xác thực 4 8 3 9 2 0",
  "mã bảo mật 483920",
  "OTP là 483.920",
  "mã OTP 48-39-20",
  "Tôi lỡ đọc mã 483920 rồi",
  "OTP 483920, nó gọi từ 0901 234 567",
  "OTP 483920 0901234567",
  "mật khẩu là 0987654321",
  "mật khẩu là hoa!sen",
  "483920 là mật khẩu của tôi",
  "họ bảo tôi đổi mật khẩu thành Hoasen88",
])("what gives a secret away is refused: %s", (text) => {
  expect(tellsSecret(text)).toBe(true);
  expect(tellsSecret(covered(text))).toBe(false);
});

test.each([
  "họ hỏi mã OTP của tôi",
  "nó bắt đọc mật khẩu",
  "tôi không nhớ mật khẩu là gì",
  "chuyển 50.000.000 đồng lúc 15 giờ 30",
  "số tài khoản 19031234567890 Techcombank",
  "gọi từ 0901234567",
  "tôi đọc mã OTP rồi mất 500 triệu",
  "Nó lấy OTP, tôi mất 200 triệu",
  "họ hỏi OTP, tôi gọi 156",
  "điện thoại hết pin, nó bảo gọi 113",
  "đọc OTP 500.000 đồng bay luôn",
  "đọc OTP 200 triệu mất sạch",
  "máy hết pin 100% lúc nó gọi",
  "OTP gửi lúc 093015",
  "OTP gửi ngày 201126",
  "hỏi OTP: 0901 234 567 gọi tôi hai lần",
  "Nó xin OTP, tài khoản nhận 1903 4567 890123 Techcombank",
  "lấy OTP tài khoản 1903 4567 890123 của tôi",
  "đọc OTP 50.000.000 mất luôn",
  "nó hỏi mật khẩu rồi bảo là 50tr mới mở được",
  "người hỏi mật khẩu xưng là PA05 của tỉnh",
  "hỏi mật khẩu rồi bảo phí là 200.000 đồng",
  "nó bắt nhập mật khẩu vào trang vcb-24h.com/dang-nhap1",
  "lấy mật khẩu xong nó chuyển 50tr lúc 9h30",
  "lấy mật khẩu rồi đi xe 98A-123.45",
  "mất mật khẩu Facebook ngày 20/11/2026",
  "đọc mã OTP lúc 15:30 hôm 20/11, mất 12 triệu 500 nghìn",
  "nó đọc mã rồi gọi lại 3 lần, 15 30 thì cúp",
  "mật khẩu thì tôi không đưa, nó xin 2 lần",
  "nó bảo OTP 5 phút là hết hạn",
  "chuyển 50 000 000 đồng, 0987.654.321 (Vietcombank), hỏi cả OTP",
])("speaking of one is heard: %s", (text) => expect(tellsSecret(text)).toBe(false));

test("no six digits after the word OTP ever come back from a form, whatever stands around them", () => {
  fc.assert(
    fc.property(fc.integer({ min: 100_000, max: 999_999 }), fc.constantFrom("otp ", "OTP: ", "mã OTP là "), fc.constantFrom("", " nhé", " Sơn"), (code, word, tail) => {
      const form = parseTold({ stage: "talking", told: `${word}${code}${tail}` }, offered);
      return !form.ok && !JSON.stringify(form).includes(String(code)) && form.errors["told"] !== undefined;
    }),
  );
});

test.each([
  ["0901234567", "number", "0901234567"],
  ["+84 901 234 567", "number", "0901234567"],
  ["0901.234.567", "number", "0901234567"],
  ["1903 1234 5678 90", "number", "19031234567890"],
  ["https://WWW.vneid-capnhat.example.com/dang-nhap?x=1", "link", "vneid-capnhat.example.com"],
  ["bit.ly", "link", "bit.ly"],
  ["facebook.com/viec.nhe", "link", "facebook.com/viec.nhe"],
  ["00020101021138540010A00000072701240006970405011012345678900208QRIBFTTA53037045802VN6304ABCD", "number", "1234567890"],
  ["STK 19034567890123 Techcombank", "number", "19034567890123"],
  ["STK 1903 4567 890123 Techcombank", "number", "19034567890123"],
  ["0987.654.321 (Vietcombank)", "number", "0987654321"],
  ["VCB 0123456789", "number", "0123456789"],
  ["0084987654321", "number", "0987654321"],
  ["Zalo +84 987 654 321 tên Vy", "number", "0987654321"],
  ["0901 234 567 hoặc 0912 345 678", "number", "0901234567"],
  ["0901 234 567 0912 345 678", "number", "0901234567"],
  ["chuyển 50.000.000 ngày 20-11-2026 vào tk 0123 456 789 012 MB", "number", "0123456789012"],
  ["nhắn 1903 4567 890123 2 lần", "number", "19034567890123"],
  ["vào trang vcb-24h.com, rồi gọi 0901234567", "link", "vcb-24h.com"],
  ["quen qua facebook.com, STK 19034567890123", "number", "19034567890123"],
  ["https://bit.ly/aB3", "link", "bit.ly/aB3"],
  ["https://www.facebook.com/profile.php?id=1000123&ref=x", "link", "facebook.com/profile.php?id=1000123"],
  ["m.facebook.com/Viec.Nhe/photos", "link", "facebook.com/viec.nhe"],
  ["facebook.com/groups/ViecNhe/posts/1", "link", "facebook.com/groups/ViecNhe"],
  ["facebook.com/people/Nguyen-Van-A/6155", "link", "facebook.com/people/Nguyen-Van-A/6155"],
  ["zalo.me/g/abcdef123", "link", "zalo.me/g/abcdef123"],
  ["https://docs.google.com/forms/d/e/1FAIpQLSe/viewform", "link", "docs.google.com/forms/d/e/1FAIpQLSe"],
])("%s is found again as one thing", (typed, kind, key) => expect(readMark(typed)).toEqual({ kind, key }));

test.each([
  ["bit.ly/a", "bit.ly/b"],
  ["bit.ly/aB", "bit.ly/Ab"],
  ["facebook.com/profile.php?id=1", "facebook.com/profile.php?id=2"],
  ["facebook.com/people/A/1", "facebook.com/people/A/2"],
  ["zalo.me/g/a", "zalo.me/g/b"],
  ["docs.google.com/forms/d/e/a/viewform", "docs.google.com/forms/d/e/b/viewform"],
  ["youtube.com/watch?v=a", "youtube.com/watch?v=b"],
])("a report of %s accuses nobody of %s", (one, other) => expect(readMark(one)?.key).not.toBe(readMark(other)?.key));

test("a text as long as a request may be is looked at no longer than any field, and refused by its form", () => {
  for (const piece of ["a-", "a.", "otp ", "1 ", "mật khẩu "]) {
    const told = piece.repeat(1_000_000 / piece.length);
    tellsSecret(told);
    expect(parseTold({ stage: "talking", kind: "police", told }, offered), piece).toMatchObject({ ok: false, errors: { told: expect.anything() } });
  }
});

test("of two numbers and a link in one text each is found again, once", () => {
  const text = "STK 19034567890123 Techcombank, gọi từ 0912345678, trang https://vcb-24h.com/x, lại 0912 345 678, đòi 50 000 000 đồng";
  expect(readMarks(text).map(({ key }) => key)).toEqual(["19034567890123", "0912345678", "vcb-24h.com"]);
});

test("while money leaves, nothing that may be left out is refused for how it was written, and nothing of it is lost", () => {
  const file = (typed: object) => parseTold({ stage: "sending", told: "Họ bảo chuyển", ...typed }, offered);
  expect(file({ mark: "STK 1903 4567 890123 Techcombank", phone: "0204 388 8888 hoặc 0912345678" })).toMatchObject({
    ok: true,
    value: { told: "Họ bảo chuyển", mark: "STK 1903 4567 890123 Techcombank", phone: "02043888888", reach: "0204 388 8888 hoặc 0912345678" },
  });
  expect(file({ mark: "Zalo tên Hằng Kế Toán", phone: "sang nhà gọi" })).toMatchObject({
    ok: true,
    value: { told: expect.stringMatching(/^Họ bảo chuyển\n\n.*Zalo tên Hằng Kế Toán/), mark: null, phone: null, reach: "sang nhà gọi" },
  });
  expect(file({ phone: "+84 987 654 321" })).toMatchObject({ ok: true, value: { phone: "0987654321" } });
  expect(file({ phone: "+84 987 654 321" })).not.toMatchObject({ value: { reach: expect.anything() } });
  // Nothing tells whether that is a one-time code: the report goes in without it.
  expect(JSON.stringify(file({ mark: "483 920 Lan" }))).not.toContain("920");
});

test.each(["xin chào", "483920", "", "javascript:alert(1)", "00020101"])("%s is neither number nor link", (typed) => expect(readMark(typed)).toBeNull());

test.each(["0912345678 0987654321", "0912 345 678 - 0987 654 321", "0204 388 8888 hoặc 0912345678"])("a second telephone is kept with the first: %s", (phone) => {
  expect(parseTold({ stage: "talking", kind: "police", told: "Gọi giả", phone }, offered)).toMatchObject({ ok: true, value: { reach: phone } });
});

test.each(["0912345678", "+84 912 345 678", "0084 912.345.678"])("one telephone is one: %s", (phone) => {
  const form = parseTold({ stage: "talking", kind: "police", told: "Gọi giả", phone }, offered);
  expect(form).toMatchObject({ ok: true, value: { phone: "0912345678" } });
  expect(form.ok && "reach" in form.value).toBe(false);
});

test("a lone one-time code is not checked, and not shown again", () => {
  const form = parseMark({ mark: "483 920" });
  expect(form.ok).toBe(false);
  expect(JSON.stringify(form)).not.toContain("920");
});

test.each(["mark", "phone"])("a lone one-time code is not taken among what helps the police, and not shown again: %s", (field) => {
  const form = parseTold({ stage: "sending", [field]: "48 39 20" }, offered);
  expect(form).toMatchObject({ ok: false, errors: { [field]: {} }, typed: { stage: "sending" } });
  expect(JSON.stringify(form)).not.toMatch(/48|39|20/);
});

test("no text breaks the reading of marks, and what is read is read again the same", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((tail) => `000201${tail}`),
      ),
      (text) => {
        const mark = readMark(text);
        return mark === null || readMark(mark.key)?.key === mark.key;
      },
    ),
  );
});

test("money that was lost and saved is no more than what was at stake", () => {
  const body = { version: "2", outcome: "partlySaved", attempted: "50.000.000", lost: "20.000.000", saved: "30.000.000" };
  expect(parseEnding(body)).toMatchObject({ ok: true, value: { attempted: 50_000_000, lost: 20_000_000, saved: 30_000_000 } });
  expect(parseEnding({ ...body, saved: "30.000.001" })).toMatchObject({ ok: false, errors: { attempted: {} } });
  expect(parseEnding({ ...body, outcome: "stopped" })).toMatchObject({ ok: false, errors: { lost: {} } });
  expect(parseEnding({ ...body, outcome: "notScam" })).toMatchObject({ ok: false, errors: { endNote: {} } });
  expect(parseEnding({ ...body, lost: "-5" })).toMatchObject({ ok: false, errors: { lost: {} } });
});

test("a warning bears nobody's identity number", () => {
  expect(parseWarning({ kind: "police", headline: "Giả công an", body: "Thẻ 024 088 001 234" }, { ...offered, hamletIds: [] })).toMatchObject({ ok: false, errors: { body: {} } });
  expect(parseWarning({ kind: "police", headline: "Giả công an", body: "Gọi từ nhiều số" }, { ...offered, hamletIds: [] }).ok).toBe(true);
});
