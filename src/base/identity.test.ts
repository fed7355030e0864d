import fc from "fast-check";
import { expect, test } from "vitest";
import type { Day } from "./day.ts";
import { readCard, shortName } from "./identity.ts";

const today = "2026-11-20" as Day;
const tham = "024181009876|121212345|Lý Thị Thơm|05031981|Nữ|Thôn Giành Cũ, Quý Sơn, Lục Ngạn, Bắc Giang|12052021";
const readAt = (text: string) => readCard(text, today);

test("a card of 2021 gives number, name, birth, sex and address", () => {
  expect(readAt(tham)).toEqual({
    ok: true,
    card: {
      idNumber: "024181009876",
      oldIdNumber: "121212345",
      fullName: "Lý Thị Thơm",
      bornOn: "1981-03-05",
      sex: "female",
      address: "Thôn Giành Cũ, Quý Sơn, Lục Ngạn, Bắc Giang",
      issuedOn: "2021-05-12",
    },
  });
});

test("a card without an old number, a card of 2024 with more fields, and a scanner's line end are all read", () => {
  const without = tham.replace("121212345", "");
  expect(readAt(without)).toMatchObject({ ok: true, card: { oldIdNumber: null } });
  expect(readAt(`${tham}|Lý Văn A|Hoàng Thị B|x`)).toMatchObject({ ok: true, card: { fullName: "Lý Thị Thơm" } });
  expect(readAt(`\u0002${tham}\r\n`)).toMatchObject({ ok: true });
});

test("decomposed letters come out composed, so that one name is one name", () => {
  expect(readAt(tham.normalize("NFD"))).toEqual(readAt(tham));
});

test.each([
  ["", "empty"],
  ["   \r\n", "empty"],
  ["https://example.vn/abc", "notACard"],
  ["024181009876|121212345|Lý Thị Thơm", "tooFewFields"],
  [tham.replace("024181009876", "02418100987"), "badIdNumber"],
  [tham.replace("121212345", "12121234X"), "badIdNumber"],
  [tham.replace("Lý Thị Thơm", ""), "noName"],
  [tham.replace("Lý Thị Thơm", "<b>Lý</b>"), "noName"],
  [tham.replace("05031981", "31021981"), "badBirthDate"],
  [tham.replace("05031981", "19810305"), "badBirthDate"],
  [tham.replace("05031981", "05031881"), "badBirthDate"],
  [tham.replace("05031981", "21112026"), "futureBirthDate"],
  [tham.replace("Nữ", "X"), "badSex"],
  [tham.replace("Thôn Giành Cũ, Quý Sơn, Lục Ngạn, Bắc Giang", ""), "noAddress"],
  [tham.replace("12052021", "99999999"), "badIssueDate"],
  [tham.replace("12052021", "12052031"), "badIssueDate"],
])("%j is refused as %s", (text, fault) => {
  expect(readAt(text)).toEqual({ ok: false, fault });
});

test("no text at all makes the reader fail", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => typeof readAt(text).ok === "boolean"));
  fc.assert(fc.property(fc.array(fc.string(), { minLength: 5, maxLength: 12 }), (fields) => typeof readAt(fields.join("|")).ok === "boolean"));
});

test("a name in a list is a family name and initials", () => {
  expect(shortName("Trần Văn Hùng")).toBe("Trần V. H.");
  expect(shortName("Lý")).toBe("Lý");
});
