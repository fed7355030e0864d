import { beforeAll, describe, expect, test } from "vitest";
import { instantAt, parseDay } from "../../base/day.ts";
import { formatTerm } from "../../kernel/clock/term.ts";
import { checkLaw } from "../../kernel/law/check.ts";
import type { LawOf } from "../../kernel/law/load.ts";
import { loadLaw } from "../../kernel/law/load.ts";
import { listInForce } from "../../kernel/law/table.ts";
import { contentFor, formSheetLaw, printedForm, sheetOn } from "./law/sheets.ts";
import type { Procedure } from "./law.ts";
import { caseOf, feeExemptionLaw, feeFor, listProcedures, papersNeeded, procedureLaw, procedureOn, stayToldBy, termFor, validityFor } from "./law.ts";

const defs = { procedures: procedureLaw, exemptions: feeExemptionLaw, sheets: formSheetLaw };
let law: LawOf<typeof defs>;
beforeAll(async () => {
  law = await loadLaw("db/law", defs);
});

const inArticle = "2023-11-24";
const today = "2026-11-22";
const codes = ["1.002755", "1.003197", "1.003677", "1.004194", "1.004222", "1.010028", "1.010038", "1.010039", "1.010040", "1.010041", "2.001159"];

function procedure(code: string, day: string): Procedure {
  const found = procedureOn(law.procedures, parseDay(day), code);
  if (found === null) throw new Error(`no ${code} on ${day}`);
  return found;
}

const term = (code: string, day: string, ...circumstances: string[]): string => {
  const found = termFor(procedure(code, day), circumstances);
  return found === null ? "at once" : formatTerm(found.term, "en");
};

test("the same eleven residence procedures in the article and today, without a gap between", () => {
  for (const day of [inArticle, "2023-12-31", "2024-01-01", "2025-06-30", "2025-07-01", "2026-06-30", "2026-07-01", today]) {
    expect(
      listProcedures(law.procedures, parseDay(day))
        .filter(({ group }) => group === "residence")
        .map(({ code }) => code),
      day,
    ).toEqual(codes);
  }
  expect(procedureOn(law.procedures, parseDay("2021-01-01"), "1.010041")).toBeNull();
});

test("the procedure files have no finding", async () => {
  const { findings } = await checkLaw("db/law", defs);
  expect(findings.filter(({ file }) => file.startsWith("procedures/") || file === feeExemptionLaw.path)).toEqual([]);
});

describe("terms", () => {
  test.each([
    ["1.010041", inArticle, [], "1 working day"],
    ["1.010041", "2024-01-01", [], "half a working day"],
    ["1.010041", today, [], "half a working day"],
    ["1.010041", today, ["toVerify"], "3 working days"],
    ["1.010039", today, [], "3 working days"],
    ["1.010040", today, [], "5 working days"],
    ["1.010040", today, ["notInDatabase"], "30 days"],
    ["1.010040", today, ["notInDatabase", "complex"], "60 days"],
    ["1.010040", today, ["complex"], "5 working days"],
    ["1.003677", today, [], "1 day"],
    ["1.003677", today, ["complex"], "2 working days"],
    ["1.010028", inArticle, [], "2 working days"],
    ["1.010028", today, [], "3 working days"],
    ["1.004222", today, [], "7 working days"],
    ["2.001159", today, [], "at once"],
  ])("%s on %s %j: %s", (code, day, circumstances, expected) => {
    expect(term(code, day, ...circumstances)).toBe(expected);
  });
});

describe("papers", () => {
  test("a certificate of marriage or birth was asked for in 2023 and may not be asked for since", () => {
    const then = papersNeeded(procedure("1.010039", inArticle), "civilStatus");
    expect(then.asked.map(({ code }) => code)).toEqual(["CT01", "proof-civil-status"]);
    const now = papersNeeded(procedure("1.010039", today), "civilStatus");
    expect(now.asked.map(({ code }) => code)).toEqual(["CT01"]);
    expect(now.notAsked.map(({ paper, reason }) => [paper.code, reason.vi])).toEqual([
      ["proof-civil-status", "Khai tử, khai sinh, cải chính đã có trong Cơ sở dữ liệu hộ tịch điện tử thì công an tự tra"],
    ]);
  });

  test("an address renamed by the State asks the resident for nothing", () => {
    for (const day of [inArticle, today]) {
      expect(caseOf(procedure("1.010039", day), "addressRenamed").doneByAuthority).toBe(true);
      expect(papersNeeded(procedure("1.010039", day), "addressRenamed").asked).toEqual([]);
    }
  });

  test("a rental contract had to be notarised for permanent residence and need not be since 2026", () => {
    const contract = (day: string): string | undefined => papersNeeded(procedure("1.004222", day), "rented").asked.find(({ code }) => code === "rental-contract")?.name.vi;
    expect(contract(inArticle)).toContain("có công chứng");
    expect(contract(today)).toContain("không cần công chứng");
  });

  test("a case that does not exist is a problem to act on", () => {
    expect(() => caseOf(procedure("1.010039", today), "nothing")).toThrow(expect.objectContaining({ code: "notFound" }));
  });

  test("residence procedures hand out their own forms, never those of the one-stop shop", () => {
    for (const one of law.procedures.rows.filter(({ formSet, group }) => formSet !== null && group === "residence")) {
      expect([one.formSet?.receipt, one.formSet?.supplement, one.formSet?.refusal]).toEqual(["CT04", "CT05", "CT06"]);
    }
  });
});

describe("forms", () => {
  const sheetsOf = (one: Procedure) => [one.formSet?.receipt, one.formSet?.supplement, one.formSet?.refusal].map((form) => form && sheetOn(law.sheets, one.validFrom, form));

  test("every form that a procedure hands out is on the sheets, in its role, on the first and the last day of the procedure", () => {
    for (const one of law.procedures.rows.filter(({ formSet }) => formSet !== null)) {
      for (const day of [one.validFrom, one.validTo ?? parseDay(today)]) {
        const { formSet } = one;
        const roles = [formSet?.receipt, formSet?.supplement, formSet?.refusal].map((form) => sheetOn(law.sheets, day, form ?? "").role);
        expect(roles, `${one.code} on ${day}`).toEqual(["receipt", "supplement", "refusal"]);
      }
    }
  });

  test("the one-stop shop of 2018 is A5 and that of 2025 A4, and what is not residence uses them", () => {
    const eid = (day: string): Procedure => procedure("3.000228", day);
    expect(sheetsOf(eid("2024-10-01")).map((sheet) => sheet && [sheet.form, sheet.paper, sheet.issuedBy])).toEqual([
      ["01", "a5", "Thông tư số 01/2018/TT-VPCP"],
      ["02", "a5", "Thông tư số 01/2018/TT-VPCP"],
      ["03", "a5", "Thông tư số 01/2018/TT-VPCP"],
    ]);
    expect(sheetsOf(eid(today)).map((sheet) => sheet && [sheet.layout, sheet.paper])).toContainEqual(["vpcp-01", "a4"]);
    expect([term("3.000228", today), term("3.000228", today, "noChipCard")]).toEqual(["3 working days", "7 working days"]);
  });

  test("what is drafted leaves as the form of its procedure", () => {
    const eid = procedure("3.000228", today);
    expect([printedForm(law.sheets, eid, "CT06"), printedForm(law.sheets, eid, "CT08")]).toEqual(["03", "TBKQ"]);
    expect([contentFor(law.sheets, eid, "TBKQ"), contentFor(law.sheets, eid, "CT07")]).toEqual(["CT08", "CT07"]);
    const residence = procedure("1.010039", today);
    expect(["CT06", "CT08", "CT07"].map((content) => printedForm(law.sheets, residence, content))).toEqual(["CT06", "CT08", "CT07"]);
  });
});

describe("fees", () => {
  const fee = (code: string, channel: "counter" | "online", circumstances: string[] = [], more: { people?: number; exempt?: boolean } = {}): bigint =>
    feeFor(procedure(code, today), { channel, circumstances, ...more });

  test("as Circular 75/2022 has them", () => {
    expect([fee("1.004222", "counter"), fee("1.004222", "online")]).toEqual([20_000n, 10_000n]);
    expect([fee("1.004194", "counter"), fee("1.004194", "online")]).toEqual([15_000n, 7_000n]);
    expect([fee("1.002755", "counter"), fee("1.010038", "online")]).toEqual([15_000n, 5_000n]);
    expect(fee("1.004194", "counter", ["byList"], { people: 12 })).toBe(120_000n);
    expect(fee("1.010041", "counter")).toBe(0n);
  });

  test("who is exempt pays nothing", () => {
    expect(fee("1.004222", "counter", [], { exempt: true })).toBe(0n);
    expect(listInForce(law.exemptions, parseDay(today)).map(({ id }) => id)).toContain("elderly");
  });
});

describe("the confirmation CT07", () => {
  const lasts = (day: string, ...circumstances: string[]): string => {
    const found = validityFor(procedure("1.010041", day), circumstances);
    return found === null ? "" : formatTerm(found.term, "en");
  };

  test("was good for 30 days or six months, and is for a year, with the doubt told", () => {
    expect(lasts(inArticle)).toBe("30 days");
    expect(lasts(inArticle, "notRegistered")).toBe("6 months");
    expect(lasts(today)).toBe("12 months");
    expect(procedure("1.010041", today).doubt?.vi).toContain("30 ngày");
  });
});

describe("an overnight guest is told of", () => {
  test.each([
    ["2026-11-22", "15:00", "2026-11-22", "23:00"],
    ["2026-11-22", "22:59", "2026-11-22", "23:00"],
    ["2026-11-22", "23:00", "2026-11-23", "08:00"],
    ["2026-11-22", "23:59", "2026-11-23", "08:00"],
    ["2026-11-23", "00:30", "2026-11-23", "23:00"],
  ])("arriving %s %s: by %s %s", (day, time, byDay, byTime) => {
    expect(stayToldBy(procedure("2.001159", today), instantAt(parseDay(day), time))).toEqual(instantAt(parseDay(byDay), byTime));
  });

  test("other procedures have no night rule", () => {
    expect(stayToldBy(procedure("1.010041", today), new Date(0))).toBeNull();
  });
});

test("a row that asks for a paper it may not ask for, or leaves a circumstance without a term, is found", () => {
  const base = procedure("1.010041", today);
  const paths = (change: Partial<Procedure>): string[] => (procedureLaw.check?.([{ ...base, ...change }]) ?? []).map(({ path }) => path.join("."));
  expect(paths({})).toEqual([]);
  expect(paths({ terms: base.terms.slice(0, 1) })).toEqual(["terms.0.when"]);
  const [one] = base.cases;
  if (one === undefined) throw new Error("no case");
  expect(paths({ cases: [one, one] })).toEqual(["cases.1.id"]);
  expect(paths({ cases: [{ ...one, doneByAuthority: true }] })).toEqual(["cases.0.papers"]);
  expect(paths({ cases: [{ ...one, papers: one.papers.map(({ reason: _, ...rest }) => rest) }] })).toEqual(["cases.0.papers.1"]);
});
