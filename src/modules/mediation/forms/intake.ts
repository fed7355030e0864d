import { z } from "zod";
import type { Channel } from "../../../kernel/tables.ts";
import { choice, type FieldErrors, optionalPhone, optionalText, type Parsed, parseForm, refuse, say, type Typed, text, typedOf, typedText } from "../../../web/form.ts";
import { intakeTexts as t } from "../texts/forms.ts";

/** How a dispute comes to be known here. */
export const channels = ["counter", "phone", "field"] as const satisfies readonly Channel[];
export const askers = ["party", "witnessed", "referred"] as const;
export const sides = ["sideOne", "sideTwo", "related"] as const;

export type Party = {
  readonly side: (typeof sides)[number];
  readonly fullName: string;
  readonly phone: string | null;
  readonly idNumber: string | null;
  readonly address: string | null;
  readonly minor: boolean;
};
export type Intake = {
  readonly kind: string;
  readonly hamletId: number;
  readonly spot: string;
  readonly askedBy: (typeof askers)[number];
  readonly channel: (typeof channels)[number];
  readonly told: string;
  readonly parties: readonly Party[];
  /** The rule by which it is not mediated in the hamlet; null when it is. */
  readonly exclusion: string | null;
};

/** More people are one side more, not one row more. */
export const mostParties = 12;

export type Bounds = { readonly kinds: readonly string[]; readonly exclusions: readonly string[]; readonly hamletIds: readonly number[] };

export function parseIntake(body: unknown, { kinds, exclusions, hamletIds }: Bounds): Parsed<Intake> {
  const parties = parseParties(body);
  const rest = parseForm(
    z.object({
      kind: choice(kinds),
      hamletId: choice(hamletIds.map(String), t.hamletMissing).transform(Number),
      spot: text(120, t.spotMissing),
      askedBy: choice(askers),
      channel: choice(channels),
      told: text(2_000, t.toldMissing),
      exclusion: optionalText(40).refine((value) => value === null || exclusions.includes(value), say(t.exclusionUnknown)),
    }),
    body,
  );
  if (parties.ok && rest.ok) return { ok: true, value: { ...rest.value, parties: parties.value } };
  return refuse(body, { ...(rest.ok ? {} : rest.errors), ...(parties.ok ? {} : parties.errors) });
}

/** Which rows of parties the form has: as many as it says, at least one a side. */
export function partyRows(typed: Typed): readonly number[] {
  const said = Number(typedText(typed, "rows"));
  const count = Number.isInteger(said) && said >= 2 ? Math.min(said, mostParties) : 2;
  return Array.from({ length: count }, (_, i) => i + 1);
}

const isBlank = (typed: Typed, row: number): boolean => ["partyName", "partyPhone", "partyId"].every((field) => typedText(typed, `${field}${row}`) === "");

/** Who somebody is, as far as it was said. */
export const personFields = () => ({
  fullName: text(100, t.nameMissing),
  phone: optionalPhone(),
  idNumber: optionalText(20)
    .transform((value) => value?.replace(/\s/g, "") ?? null)
    .refine((value) => value === null || /^\d{12}$/.test(value), say(t.badIdentityNumber)),
  address: optionalText(200),
  minor: optionalText(5).transform((value) => value === "yes"),
});

function parseParties(body: unknown): Parsed<readonly Party[]> {
  const typed = typedOf(body);
  const errors: Record<string, FieldErrors[string]> = {};
  const parties: Party[] = [];
  for (const row of partyRows(typed).filter((one) => !isBlank(typed, one))) {
    const party = parseParty(typed, row);
    if (party.ok) parties.push(party.value);
    else Object.assign(errors, party.errors);
  }
  if (Object.keys(errors).length > 0) return refuse(body, errors);
  const missing = (["sideOne", "sideTwo"] as const).some((side) => !parties.some((party) => party.side === side));
  return missing ? refuse(body, { partyName1: t.bothSides }) : { ok: true, value: parties };
}

function parseParty(typed: Typed, row: number): Parsed<Party> {
  const own = (field: string): string => typedText(typed, `${field}${row}`);
  const shape = z.object({ side: choice(sides), ...personFields() });
  const typedRow = {
    side: own("partySide"),
    fullName: own("partyName"),
    phone: own("partyPhone"),
    idNumber: own("partyId"),
    address: own("partyAddress"),
    minor: own("partyMinor"),
  };
  const form = parseForm(shape, typedRow);
  if (form.ok) return form;
  const fields: Readonly<Record<string, string>> = {
    side: "partySide",
    fullName: "partyName",
    phone: "partyPhone",
    idNumber: "partyId",
    address: "partyAddress",
    minor: "partyMinor",
  };
  return refuse(typed, Object.fromEntries(Object.entries(form.errors).map(([field, error]) => [`${fields[field] ?? field}${row}`, error])));
}

/** One row for a person more. */
export function withRow(typed: Typed): Typed {
  return { ...typed, rows: String(Math.min(mostParties, partyRows(typed).length + 1)) };
}
