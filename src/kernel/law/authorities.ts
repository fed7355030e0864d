import { z } from "zod";
import type { Day } from "../../base/day.ts";
import type { Bilingual } from "../../base/lang.ts";
import { defineLaw } from "./define.ts";
import { bilingualField, lawFields, textField } from "./fields.ts";
import type { LawTable } from "./table.ts";
import { findInForce, getInForce } from "./table.ts";

const row = z.strictObject({
  ...lawFields,
  /** What is handed over: "crimeReport". */
  duty: textField,
  /** "vietnam", a province "24" or a commune "24/07612". */
  place: textField,
  level: z.enum(["commune", "district", "province", "ministry"]),
  /** "{province}" stands for the name of the province, as running text has it. */
  name: bilingualField,
});

/** Which authority something must be handed to. */
export type Authority = z.infer<typeof row>;

export const authorityLaw = defineLaw<Authority>({
  name: "authorities",
  path: "authorities.yaml",
  schema: row,
  keyOf: ({ duty, place }) => `${duty} ${place}`,
});

/**
 * The authority in charge for a post on a day: the one named for its commune, else for its province, else for the country.
 * @throws LawGap when none is named
 */
export function authorityOn(table: LawTable<Authority>, day: Day, question: { duty: string; provinceCode: string; communeCode: string }): Authority {
  const { duty, provinceCode, communeCode } = question;
  for (const place of [`${provinceCode}/${communeCode}`, provinceCode]) {
    const found = findInForce(table, day, `${duty} ${place}`);
    if (found !== null) return found;
  }
  return getInForce(table, day, `${duty} vietnam`);
}

/** What an authority is called in a province. */
export function nameAuthority({ name }: Pick<Authority, "name">, province: { readonly name: string; readonly shortName: string }): Bilingual {
  const running = province.name.charAt(0).toLowerCase() + province.name.slice(1);
  return { vi: name.vi.replace("{province}", running), en: name.en.replace("{province}", province.shortName) };
}
