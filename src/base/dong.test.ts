import { describe, expect, test } from "vitest";
import { readDong } from "./dong.ts";

describe("an amount as people write it", () => {
  test.each([
    ["15000000", 15_000_000n],
    ["15.000.000", 15_000_000n],
    ["15,000,000 đồng", 15_000_000n],
    ["15 000 000đ", 15_000_000n],
    ["0", 0n],
    ["50tr", 50_000_000n],
    ["1.500.000 nghìn", 1_500_000_000n],
    ["1.000.000k", 1_000_000_000n],
    ["50 triệu", 50_000_000n],
    ["50 Triệu đồng", 50_000_000n],
    ["1,5 triệu", 1_500_000n],
    ["1.500 triệu", 1_500_000_000n],
    ["1tr5", 1_500_000n],
    ["1tr250", 1_250_000n],
    ["1 triệu rưỡi", 1_500_000n],
    ["500k", 500_000n],
    ["500 nghìn", 500_000n],
    ["500 ngàn đ", 500_000n],
    ["2 tỷ", 2_000_000_000n],
    ["1 tỉ 200 triệu", 1_200_000_000n],
    ["1 tỷ 2", 1_200_000_000n],
    ["3 triệu 500 nghìn", 3_500_000n],
  ])("%s", (typed, dong) => {
    expect(readDong(typed)).toBe(dong);
  });

  test.each(["", "15,5", "15.5", "1.50.000", "triệu", "khoảng 50 triệu", "50 triệu 2 tỷ", "1tr2345", "-5", "5 usd", "1e6", "50 triệu và 2 chỉ vàng"])("%s is none", (typed) => {
    expect(readDong(typed)).toBeNull();
  });
});
