import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sameLetters, sameName, searchKeysOf, shortNameOf } from "./names.ts";

describe("one name in two spellings", () => {
  test.each([
    ["Xã Thuận Hoà", "Xã Thuận Hòa"],
    ["Xã Giao Thuỷ", "Xã Giao Thủy"],
    ["Phường Nguyễn Uý", "Phường Nguyễn Úy"],
    ["Thị Trấn Mường Chà", "Thị trấn Mường Chà"],
    ["Xã  Hoàng Văn Thụ", "Xã Hoàng Văn Thụ "],
    ["Xã Ea H’Leo", "Xã Ea H'Leo"],
    ["Tuyên Quang", "Tỉnh Tuyên Quang"],
    ["Xã Hoà An".normalize("NFD"), "Xã Hòa An"],
  ])("%s is %s", (one, other) => {
    expect(sameName(one, other)).toBe(true);
    expect(sameName(other, one)).toBe(true);
  });

  test.each([
    ["Xã Nà Bó", "Xã Nà Pó"],
    ["Xã Mường Chanh", "Xã Mương Chanh"],
    ["Xã Sa Lý", "Xã Xa Lý"],
    ["Xã Tân An", "Phường Tân An"],
    ["Xã Hòa An", "Xã Hóa An"],
  ])("%s is not %s", (one, other) => {
    expect(sameName(one, other)).toBe(false);
  });

  test("names that differ by their marks alone are told apart from those that differ by letters", () => {
    expect(sameLetters("Xã Mường Chanh", "Xã Mương Chanh")).toBe(true);
    expect(sameLetters("Xã Nà Bó", "Xã Nà Pó")).toBe(false);
  });

  test("every name is itself, composed or not", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (name) => sameName(name, name.normalize("NFD"))));
  });
});

test("the short name leaves out the word for the type, whatever its capitals", () => {
  expect(["Xã Tiên Lục", "Thị Trấn Bích Động", "Thành phố Huế", "Đặc khu Lý Sơn", "Thị xã Chũ", "Xá Lượng"].map(shortNameOf)).toEqual([
    "Tiên Lục",
    "Bích Động",
    "Huế",
    "Lý Sơn",
    "Chũ",
    "Xá Lượng",
  ]);
});

test("a numbered ward keeps the word, because nobody says 12 for a ward", () => {
  expect(shortNameOf("Phường 12")).toBe("Phường 12");
});

test("a search is tried with and without the leading word", () => {
  expect(searchKeysOf("xa tien luc")).toEqual(["xa tien luc", "tien luc"]);
  expect(searchKeysOf("  ")).toEqual([]);
});
