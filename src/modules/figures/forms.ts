import { z } from "zod";
import { type Day, type DayRange, findDay, monthOf } from "../../base/day.ts";
import { type Parsed, parseForm, say } from "../../web/form.ts";
import { type Evidence, findEvidence } from "./evidence.ts";
import { indicatorTexts } from "./texts/indicators.ts";

/** Nothing was counted before. */
const firstMonth = "2023-01-01" as Day;

const month = (today: Day) =>
  z
    .string()
    .optional()
    .transform((typed, context): Day => {
      const thisMonth = monthOf(today).from;
      if (typed === undefined || typed === "") return thisMonth;
      const day = /^\d{4}-\d{2}$/.test(typed) ? findDay(`${typed}-01`) : null;
      if (day !== null && firstMonth <= day && day <= thisMonth) return day;
      context.addIssue({ code: "custom", ...say(indicatorTexts.notAMonth) });
      return z.NEVER;
    });

/** The month that a page is asked for, by its first day; this month unless told. */
export function parseMonth(query: unknown, today: Day): Parsed<{ readonly thang: Day }> {
  return parseForm(z.object({ thang: month(today) }), query);
}

export type EvidenceQuery = { readonly kind: Evidence; readonly months: DayRange; readonly procedureCode: string | null; readonly after: number };

/** Which figure is to be opened; null when there is no such figure. */
export function readEvidence(query: Readonly<Record<string, string>>, today: Day): EvidenceQuery | null {
  const kind = findEvidence(query["so"]);
  const last = parseMonth(query, today);
  const first = query["tu"] === undefined ? last : parseMonth({ thang: query["tu"] }, today);
  if (kind === null || !last.ok || !first.ok || first.value.thang > last.value.thang) return null;
  const procedureCode = query["thu-tuc"];
  const after = /^\d{1,15}$/.test(query["sau"] ?? "") ? Number(query["sau"]) : 0;
  return { kind, months: { from: first.value.thang, to: last.value.thang }, procedureCode: procedureCode === undefined || procedureCode === "" ? null : procedureCode, after };
}

/** The number of a commune in an address; null when it is none. */
export function readCommune(typed: string | undefined): number | null {
  return typed !== undefined && /^\d{1,9}$/.test(typed) ? Number(typed) : null;
}
