import { z } from "zod";
import { tidy } from "../../../base/vietnamese.ts";
import { complaint } from "../../../kernel/law/fields.ts";
import { texts } from "../texts.ts";

const codeOf = (pattern: RegExp, digits: string) =>
  z.string().superRefine((code, context) => {
    if (!pattern.test(code)) context.addIssue(complaint(texts.faults.notACode(digits)));
  });
const provinceCode = codeOf(/^\d{2}$/, "2");
const districtCode = codeOf(/^\d{3}$/, "3");
const communeCode = codeOf(/^\d{5}$/, "5");
// Before July 2025 five island districts had no communes; what is a commune now was a district then.
const districtOrCommuneCode = codeOf(/^(\d{3}|\d{5})$/, "3 / 5");

const name = z.string().transform((text, context): string => {
  const tidied = tidy(text);
  if (tidied === "" || tidied.length > 200 || /\p{C}/u.test(tidied)) context.addIssue(complaint(texts.faults.notAName));
  return tidied;
});

/** Provinces with districts with communes, as of March 2025. */
export const beforeShape = z
  .array(
    z.object({
      Code: provinceCode,
      FullName: name,
      District: z.array(
        z.object({
          Code: districtCode,
          FullName: name,
          ProvinceCode: provinceCode,
          Ward: z.array(z.object({ Code: communeCode, FullName: name, DistrictCode: districtCode })).nullable(),
        }),
      ),
    }),
  )
  .min(1);

const splitsInto = (code: typeof provinceCode) => z.array(z.object({ new_id: code, name })).min(1);

/** Each old unit with the new ones that took it over. `level2s`: districts without communes. */
export const oldToNewShape = z.object({
  data: z
    .array(
      z.object({
        level1_id: provinceCode,
        name,
        splits: splitsInto(provinceCode),
        level2s: z.array(z.object({ level2_id: districtCode, name, splits: splitsInto(communeCode) })).default([]),
        level3s: z.array(z.object({ level3_id: communeCode, name, splits: splitsInto(communeCode) })),
      }),
    )
    .min(1),
});

const mergedFrom = (code: typeof provinceCode) => z.array(z.object({ old_id: code, name, type: z.enum(["full", "partial"]) })).min(1);

/** Each new unit with the old ones that it was made of. */
export const newFromOldShape = z.object({
  data: z
    .array(
      z.object({
        level1_id: provinceCode,
        name,
        merges: mergedFrom(provinceCode),
        level2s: z.array(z.object({ level2_id: communeCode, name, merges: mergedFrom(districtOrCommuneCode) })),
      }),
    )
    .min(1),
});

export type BeforeFile = z.infer<typeof beforeShape>;
export type OldToNewFile = z.infer<typeof oldToNewShape>;
export type NewFromOldFile = z.infer<typeof newFromOldShape>;
