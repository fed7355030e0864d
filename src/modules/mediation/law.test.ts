import { expect, test } from "vitest";
import type { Day } from "../../base/day.ts";
import { exclusionOf, type MediationRule, mediationLaw } from "./law.ts";

const row = (validFrom: string, validTo: string | null, vi: string): MediationRule =>
  ({ list: "exclusion", id: "crime", validFrom, validTo, name: { vi, en: vi }, why: { vi, en: vi }, goTo: { vi, en: vi }, basis: vi }) as unknown as MediationRule;

test("why something was not mediated is told by the law of that day, whatever holds later", () => {
  const rules = { ...mediationLaw, rows: [row("2020-01-01", "2026-11-30", "Luật cũ"), row("2026-12-01", null, "Luật mới")] };
  expect(exclusionOf(rules, "crime", "2026-11-20" as Day)?.basis).toBe("Luật cũ");
  expect(exclusionOf(rules, "crime", "2026-12-01" as Day)?.basis).toBe("Luật mới");
  expect(exclusionOf(rules, "crime", "2019-12-31" as Day)).toBeNull();
});
