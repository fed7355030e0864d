import { z } from "zod";
import { dayOf } from "../../base/day.ts";
import type { Term } from "../../kernel/clock/term.ts";
import { type Complaint, defineLaw } from "../../kernel/law/define.ts";
import { bilingualField, lawFields, termField } from "../../kernel/law/fields.ts";
import { getInForce } from "../../kernel/law/table.ts";
import type { Tx } from "../../kernel/tx.ts";
import type {} from "./house.ts";
import { lawTexts } from "./texts/law.ts";

export const contactKinds = ["call", "visit", "summons"] as const;
export type Kind = (typeof contactKinds)[number];

const row = z.strictObject({ ...lawFields, kind: z.enum(contactKinds), name: bilingualField, validFor: termField, around: termField, keptFor: termField });

/** A way in which officers turn to people, and how long its code is valid and kept. */
export type ContactKind = z.infer<typeof row>;

const lengths = ["validFor", "around", "keptFor"] as const;

export const contactKindLaw = defineLaw<ContactKind>({
  name: "contactKinds",
  path: "contact-kinds.yaml",
  schema: row,
  keyOf: ({ kind }) => kind,
  check: (rows) =>
    rows.flatMap((one, i) => lengths.filter((name) => one[name].unit !== "clockHours").map((name): Complaint => ({ row: i, path: [name], message: lawTexts.hoursOnly }))),
});

/** @throws LawGap when the law data has no such kind today */
export const kindOn = ({ house, now }: Pick<Tx, "house" | "now">, kind: Kind): ContactKind => getInForce(house.contactKinds, dayOf(now), kind);

export const milliseconds = ({ count }: Term): number => count * 3_600_000;
