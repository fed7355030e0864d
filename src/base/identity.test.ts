import fc from "fast-check";
import { expect, test } from "vitest";
import type { Day } from "./day.ts";
import { readCard, shortName } from "./identity.ts";

const today = "2026-11-20" as Day;
const card = "024181009876|121212345|Hoàng Thị Nga|17081979|Nữ|Thôn Giành Cũ, Quý Sơn, Lục Ngạn, Bắc Giang|12052021";
const readAt = (text: string) => readCard(text, today);

test("a card of 2021 gives number, name, birth, sex and address", () => {
  expect(readAt(card)).toEqual({
    ok: true,
    card: {
      idNumber: "024181009876",
      oldIdNumber: "121212345",
      fullName: "Hoàng Thị Nga",
      bornOn: "1979-08-17",
      sex: "female",
      address: "Thôn Giành Cũ, Quý Sơn, Lục Ngạn, Bắc Giang",
      issuedOn: "2021-05-12",
    },
  });
});

test("a card without an old number, a card of 2024 with more fields, and a scanner's line end are all read", () => {
  const without = card.replace("121212345", "");
  expect(readAt(without)).toMatchObject({ ok: true, card: { oldIdNumber: null } });
  expect(readAt(`${card}|Lý Văn A|Hoàng Thị B|x`)).toMatchObject({ ok: true, card: { fullName: "Hoàng Thị Nga" } });
  expect(readAt(`\u0002${card}\r\n`)).toMatchObject({ ok: true });
  expect(readAt(`]Q1${card}`)).toMatchObject({ ok: true, card: { idNumber: "024181009876" } });
  expect(readAt(card.replace("121212345", "024181009876"))).toMatchObject({ ok: true });
});

test("decomposed letters come out composed, so that one name is one name", () => {
  expect(readAt(card.normalize("NFD"))).toEqual(readAt(card));
});

test.each([
  ["", "empty"],
  ["   \r\n", "empty"],
  ["https://example.vn/abc", "notACard"],
  ["024181009876|121212345|Hoàng Thị Nga", "tooFewFields"],
  [card.replace("024181009876", "02418100987"), "badIdNumber"],
  [card.replace("121212345", "12121234X"), "badIdNumber"],
  [card.replace("Hoàng Thị Nga", ""), "noName"],
  [card.replace("Hoàng Thị Nga", "<b>Lý</b>"), "noName"],
  [card.replace("17081979", "31021981"), "badBirthDate"],
  [card.replace("17081979", "19810305"), "badBirthDate"],
  [card.replace("17081979", "05031881"), "badBirthDate"],
  [card.replace("17081979", "21112026"), "futureBirthDate"],
  [card.replace("Nữ", "X"), "badSex"],
  [card.replace("Thôn Giành Cũ, Quý Sơn, Lục Ngạn, Bắc Giang", ""), "noAddress"],
  [card.replace("12052021", "99999999"), "badIssueDate"],
  [card.replace("12052021", "12052031"), "badIssueDate"],
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
