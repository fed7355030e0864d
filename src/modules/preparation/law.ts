import { z } from "zod";
import { addDays, addMonths, dayOf, endOfDay } from "../../base/day.ts";
import type { Bilingual } from "../../base/lang.ts";
import type { Term } from "../../kernel/clock/term.ts";
import type { Complaint } from "../../kernel/law/define.ts";
import { defineLaw } from "../../kernel/law/define.ts";
import { bilingualField, lawFields, termField, textField } from "../../kernel/law/fields.ts";
import { getInForce } from "../../kernel/law/table.ts";
import type { Tx } from "../../kernel/tx.ts";
import type {} from "./house.ts";
import { lawTexts } from "./texts/law.ts";

const rule = z.strictObject({
  ...lawFields,
  place: z.literal("vietnam"),
  /** How long a finished preparation waits for the resident at the counter. */
  keptFinished: termField,
  /** How long one that was begun and left is kept. */
  keptUnfinished: termField,
});
export type PreparationRule = z.infer<typeof rule>;

const plain = ({ unit }: Term): boolean => unit === "clockHours" || unit === "calendarDays" || unit === "months";

export const preparationLaw = defineLaw<PreparationRule>({
  name: "preparationRules",
  path: "preparation-rules.yaml",
  schema: rule,
  keyOf: ({ place }) => place,
  check: (rows) =>
    rows.flatMap((one, row) =>
      (["keptFinished", "keptUnfinished"] as const).filter((name) => !plain(one[name])).map((name): Complaint => ({ row, path: [name], message: lawTexts.plainTerm })),
    ),
});

const portal = z.strictObject({ ...lawFields, place: z.literal("vietnam"), name: bilingualField, address: z.url({ protocol: /^https$/ }), legalBasis: textField });

/** Where filing online is lawful; this house never takes a file over the net. */
export type FilingPortal = z.infer<typeof portal>;

export const filingPortalLaw = defineLaw<FilingPortal>({ name: "filingPortals", path: "filing-portals.yaml", schema: portal, keyOf: ({ place }) => place });

/** Until when a preparation of this instant is kept. */
export function keptUntil({ house, now }: Pick<Tx, "house" | "now">, stage: "finished" | "unfinished"): Date {
  const { keptFinished, keptUnfinished } = getInForce(house.preparationRules, dayOf(now), "vietnam");
  const { unit, count } = stage === "finished" ? keptFinished : keptUnfinished;
  if (unit === "clockHours") return new Date(now.getTime() + count * 3_600_000);
  return endOfDay(unit === "months" ? addMonths(dayOf(now), count) : addDays(dayOf(now), count));
}

/** Where to file online, told on every page of a preparation. */
export function filingPortalOn({ house, now }: Pick<Tx, "house" | "now">): { readonly name: Bilingual; readonly address: string; readonly legalBasis: string } {
  return getInForce(house.filingPortals, dayOf(now), "vietnam");
}
