import type { Day } from "../../base/day.ts";
import type { Period } from "./forms.ts";

const between = ({ from, to }: Period): string => `tu=${from}&den=${to}`;

/** Every address of this module. */
export const paths = {
  registers: () => "/can-bo/so",
  book: () => "/can-bo/so/ho-so",
  bookOf: (period: Period) => `/can-bo/so/ho-so?${between(period)}`,
  bookNext: (period: Period, after: string) => `/can-bo/so/ho-so?${between(period)}&sau=${encodeURIComponent(after)}`,
  bookExport: () => "/can-bo/so/ho-so/ban-in",
  courses: () => "/can-bo/so/kiem-soat",
  course: (ref: string) => `/can-bo/so/kiem-soat/${ref}`,
  coursePdf: (ref: string) => `/can-bo/so/kiem-soat/${ref}/phieu.pdf`,
  fees: () => "/can-bo/so/le-phi",
  feesOf: (day: Day) => `/can-bo/so/le-phi?ngay=${day}`,
  feesPdf: (day: Day) => `/can-bo/so/le-phi/${day}/so.pdf`,
  closing: () => "/can-bo/so/le-phi/chot-so",
} as const;
