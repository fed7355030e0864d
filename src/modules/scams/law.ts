import { z } from "zod";
import { dayOf } from "../../base/day.ts";
import { defineLaw } from "../../kernel/law/define.ts";
import { bilingualField, lawFields, termField, textField } from "../../kernel/law/fields.ts";
import { getInForce, listInForce } from "../../kernel/law/table.ts";
import type { Tx } from "../../kernel/tx.ts";
import type {} from "./house.ts";

/** How far it has gone when it is told: still talking, money on its way, or gone before. */
export const stages = ["talking", "sending", "sent"] as const;
export type Stage = (typeof stages)[number];

const id = z.string().regex(/^[a-z][A-Za-z]*$/);
const kind = z.strictObject({
  ...lawFields,
  id,
  name: bilingualField,
  /** How long a warning of it holds once it has left the house. */
  warnsFor: termField,
});
const rule = z.strictObject({ ...lawFields, stage: z.enum(stages), term: termField, basis: textField });
const bank = z.strictObject({
  ...lawFields,
  bank: id,
  name: textField,
  hotline: z
    .string()
    .regex(/^\d{8,11}$/)
    .nullable(),
});

export type ScamKind = z.infer<typeof kind>;
export type ScamRule = z.infer<typeof rule>;
export type BankHotline = z.infer<typeof bank>;

export const scamKindLaw = defineLaw<ScamKind>({ name: "scamKinds", path: "scam-kinds.yaml", schema: kind, keyOf: (row) => row.id });
export const scamRuleLaw = defineLaw<ScamRule>({ name: "scamRules", path: "scam-rules.yaml", schema: rule, keyOf: ({ stage }) => stage });
export const bankHotlineLaw = defineLaw<BankHotline>({ name: "bankHotlines", path: "bank-hotlines.yaml", schema: bank, keyOf: (row) => row.bank });

type Now = Pick<Tx, "house" | "now">;

export const kindsOn = ({ house, now }: Now): readonly ScamKind[] => listInForce(house.scamKinds, dayOf(now));
export const banksOn = ({ house, now }: Now): readonly BankHotline[] => listInForce(house.bankHotlines, dayOf(now));
/** @throws LawGap when the law data has none today */
export const ruleOn = ({ house, now }: Now, stage: Stage): ScamRule => getInForce(house.scamRules, dayOf(now), stage);

/** The name of a kind that some report bears, whether or not it is still in force. */
export function kindName({ house }: Pick<Tx, "house">, name: string): ScamKind["name"] {
  return house.scamKinds.rows.findLast((one) => one.id === name)?.name ?? { vi: name, en: name };
}

export function bankName({ house }: Pick<Tx, "house">, name: string): string {
  return house.bankHotlines.rows.findLast((one) => one.bank === name)?.name ?? name;
}
