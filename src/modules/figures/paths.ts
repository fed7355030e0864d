import type { Day, DayRange } from "../../base/day.ts";
import { type Evidence, wordOf } from "./evidence.ts";

/** `months`: first days of the first and of the last month. */
type Asked = { readonly kind: Evidence; readonly months: DayRange; readonly procedureCode?: string | undefined };

const monthText = (month: Day): string => month.slice(0, 7);

function evidenceQuery({ kind, months, procedureCode }: Asked): string {
  const { from, to } = months;
  return `so=${wordOf(kind)}${from === to ? "" : `&tu=${monthText(from)}`}&thang=${monthText(to)}${procedureCode ? `&thu-tuc=${procedureCode}` : ""}`;
}

/** Every address of this module. */
export const paths = {
  province: () => "/tinh",
  repeats: (communeId: number) => `/tinh/yeu-cau-lai/${communeId}`,
  indicators: () => "/tinh/chi-so",
  indicatorsOf: (month: Day) => `/tinh/chi-so?thang=${monthText(month)}`,
  indicatorsSheet: (month: Day) => `/tinh/chi-so.xlsx?thang=${monthText(month)}`,
  /** The dossiers behind a figure of one commune, by its number: codes are given to other communes over time. */
  evidence: (communeId: number, asked: Asked) => `/tinh/ho-so?xa=${communeId}&${evidenceQuery(asked)}`,
  evidenceNext: (communeId: number, asked: Asked, after: number) => `/tinh/ho-so?xa=${communeId}&${evidenceQuery(asked)}&sau=${after}`,
  post: () => "/can-bo/so-lieu",
  postOf: (month: Day) => `/can-bo/so-lieu?thang=${monthText(month)}`,
  postSheet: (month: Day) => `/can-bo/so-lieu.xlsx?thang=${monthText(month)}`,
  postEvidence: (asked: Asked) => `/can-bo/so-lieu/ho-so?${evidenceQuery(asked)}`,
  postEvidenceNext: (asked: Asked, after: number) => `/can-bo/so-lieu/ho-so?${evidenceQuery(asked)}&sau=${after}`,
} as const;
