import { z } from "zod";
import type { Bilingual } from "../../../base/lang.ts";
import { requestTexts as t } from "../texts.ts";
import { type Anywhere, anywhere } from "./jurisdiction.ts";

/** GeoReport v2: "90 days or the first 1000 requests, whichever is smaller". */
const widestDays = 90;
export const mostAtOnce = 1_000;
/** So many may be asked for by their names. */
const mostNamed = 50;
const usualSize = 100;
const day = 86_400_000;

const names = z
  .string()
  .max(2_000)
  .transform((text) => text.split(",").map((one) => one.trim()))
  .transform((list) => list.filter((one) => one !== ""));
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const count = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .transform(Number);

/** What GET requests takes: the filters of the standard, and paging as most endpoints have it. */
export const requestQuery = z.object({
  ...anywhere,
  service_request_id: names.optional().describe("Names of requests, comma between two; everything else is then ignored."),
  service_code: names.optional().describe("Codes of services, comma between two."),
  start_date: instant.optional().describe("Requested at this instant or later; at most 90 days before end_date."),
  end_date: instant.optional().describe("Requested before this instant."),
  status: z
    .string()
    .regex(/^(open|closed)(,(open|closed))*$/)
    .optional()
    .describe("open, closed, or both with a comma between."),
  page: count.optional().describe("From 1 on."),
  page_size: count.optional().describe("100 unless given; page times page_size is 1000 at most."),
});

export type Asking =
  | { readonly kind: "refused"; readonly said: Bilingual }
  | { readonly kind: "named"; readonly ids: readonly string[] }
  | {
      readonly kind: "filtered";
      readonly services: readonly string[] | null;
      readonly open: boolean | null;
      readonly from: Date;
      readonly to: Date;
      readonly page: number;
      readonly size: number;
    };

/** What is asked for, once the days and pages fit. */
export function askedOf(query: Omit<z.output<typeof requestQuery>, keyof Anywhere>, now: Date): Asking {
  if (query.service_request_id?.length) return { kind: "named", ids: query.service_request_id.slice(0, mostNamed) };
  const { from, to } = spanOf(query, now);
  if (to < from) return { kind: "refused", said: t.turned };
  if (to.getTime() - from.getTime() > widestDays * day) return { kind: "refused", said: t.tooWide };
  const { page = 1, page_size: size = usualSize } = query;
  if ((page - 1) * size >= mostAtOnce) return { kind: "refused", said: t.tooDeep };
  const states = new Set(query.status?.split(","));
  const open = states.size === 1 ? states.has("open") : null;
  return { kind: "filtered", services: query.service_code?.length ? query.service_code : null, open, from, to, page, size };
}

/** Both ends; the one that is not given lies as far off as it may. The instant of now belongs to the span. */
function spanOf({ start_date: start, end_date: end }: { readonly start_date?: Date | undefined; readonly end_date?: Date | undefined }, now: Date): { from: Date; to: Date } {
  const widest = widestDays * day;
  if (start) return { from: start, to: end ?? new Date(start.getTime() + widest) };
  const to = end ?? new Date(now.getTime() + 1);
  return { from: new Date(to.getTime() - widest), to };
}
