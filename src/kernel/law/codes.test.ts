import { beforeAll, describe, expect, test } from "vitest";
import { parseDay } from "../../base/day.ts";
import { authorityLaw, authorityOn } from "./authorities.ts";
import { codeOf, codePatternLaw, codePatternOn, sequenceKeyOf } from "./codes.ts";
import type { LawOf } from "./load.ts";
import { loadLaw } from "./load.ts";
import { LawGap } from "./table.ts";

const defs = { codes: codePatternLaw, authorities: authorityLaw };
let law: LawOf<typeof defs>;
beforeAll(async () => {
  law = await loadLaw("db/law", defs);
});

describe("codes of dossiers", () => {
  const today = parseDay("2026-11-26");
  const patternOn = (day: string, place: string) => codePatternOn(law.codes, parseDay(day), { series: "dossier", place });

  test("top down today, lowest unit first in 2023", () => {
    expect(codeOf(patternOn("2026-11-26", "24/07612"), today, 42)).toBe("H05.24.612-261126-0042");
    expect(codeOf(patternOn("2023-11-24", "24/07576"), parseDay("2023-11-24"), 7)).toBe("576.19.24.H02-231124-0007");
    expect(codeOf(patternOn("2026-11-26", "24/07612"), today, 12_345)).toBe("H05.24.612-261126-12345");
  });

  test("a code that two units bore in turn is told apart by the day", () => {
    expect(patternOn("2025-06-30", "24/07777").agency).toBe("777.22.24.H02");
    expect(patternOn("2025-07-01", "24/07777").agency).toBe("H05.24.777");
    expect(() => patternOn("2025-07-01", "24/07576")).toThrow(LawGap);
  });

  test("numbers run per agency and day", () => {
    const pattern = patternOn("2026-11-26", "24/07612");
    expect(sequenceKeyOf(pattern, today)).toBe("dossier:H05.24.612-261126-#");
    expect(sequenceKeyOf(pattern, parseDay("2026-11-27"))).not.toBe(sequenceKeyOf(pattern, today));
    expect(sequenceKeyOf(patternOn("2026-11-26", "24/07498"), today)).not.toBe(sequenceKeyOf(pattern, today));
  });

  test.each(["{agency}-{dd}", "{seq:4}-{year}", "{seq:0}"])("%s is no pattern", (pattern) => {
    expect(codePatternLaw.schema.safeParse({ ...law.codes.rows[0], pattern }).success).toBe(false);
  });
});

test("crime reports go to the district until 28 February 2025 and to the province from the next day", () => {
  const levelOn = (day: string) => authorityOn(law.authorities, parseDay(day), { duty: "crimeReport", provinceCode: "24", communeCode: "07612" }).level;
  expect(["2023-11-24", "2025-02-28", "2025-03-01", "2026-11-22"].map(levelOn)).toEqual(["district", "district", "province", "province"]);
  expect(() => levelOn("2020-01-01")).toThrow(LawGap);
});
