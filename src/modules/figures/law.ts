import { z } from "zod";
import { defineLaw } from "../../kernel/law/define.ts";
import { bilingualField, lawFields } from "../../kernel/law/fields.ts";

/** How an indicator is computed. `portalOnly`: only the national portal knows it. */
export const formulas = ["portalOnly", "onTimeShare", "digitisedShare", "onlineShare", "satisfiedShare"] as const;
export type Formula = (typeof formulas)[number];

const row = z.strictObject({
  ...lawFields,
  id: z.enum(["openness", "progress", "digitisation", "online", "payment", "satisfaction"]),
  name: bilingualField,
  points: z.int().positive(),
  formula: z.enum(formulas),
});

/** One of the indicators by which service to residents is judged, as it stands in one period of law. */
export type ServiceIndicator = z.infer<typeof row>;

export const serviceIndicatorLaw = defineLaw<ServiceIndicator>({ name: "serviceIndicators", path: "service-indicators.yaml", schema: row, keyOf: ({ id }) => id });
