import { z } from "zod";
import type { Day } from "../../../base/day.ts";
import type { Channel } from "../../../kernel/tables.ts";
import { choice, optionalPhone, optionalText, type Parsed, parseForm, readDay, say, text, typedOf } from "../../../web/form.ts";
import { formTexts as t } from "../texts/forms.ts";

/** Denunciation: a named person accuses. Tip: somebody tells. Proposal: a state body asks for a case. Incident: no crime behind it. */
export const reportKinds = ["denunciation", "tip", "proposal", "incident"] as const;
export type ReportKind = (typeof reportKinds)[number];
export const channels = ["phone", "counter", "field", "post"] as const satisfies readonly Channel[];

/** Who told, as far as she said; null: nobody. */
export type Teller = {
  readonly fullName: string | null;
  readonly phone: string | null;
  /** Only programs of others have a field for it. */
  readonly email?: string | null;
  readonly address: string | null;
  readonly minor: boolean;
  readonly guardian: string | null;
  readonly interpreter: string | null;
};

/** What somebody told. Only what happened has to be said; a report is never refused for want of the rest. */
export type Report = {
  readonly kind: ReportKind;
  readonly nature: string;
  readonly account: string;
  readonly place: string | null;
  readonly hamletId: number | null;
  readonly happenedOn: Day | null;
  readonly urgent: boolean;
  readonly nameRefused: boolean;
  readonly teller: Teller | null;
};
export type TakenReport = Report & { readonly channel: (typeof channels)[number] };

export type Bounds = { readonly today: Day; readonly natures: readonly string[]; readonly hamletIds: readonly number[] };

/** What an officer types while somebody tells: whatever is left out takes the plainest meaning. */
export function parseReport(body: unknown, bounds: Bounds, from: readonly TakenReport["channel"][] = channels): Parsed<TakenReport> {
  const form = parseForm(
    told(bounds).extend({
      kind: choice(reportKinds),
      channel: choice(from),
      urgent: ticked(),
      nameRefused: ticked(),
      address: optionalText(300),
      minor: ticked(),
      guardian: optionalText(200),
      interpreter: optionalText(200),
    }),
    { ...plainest, channel: from[0], ...typedOf(body) },
  );
  if (!form.ok) return form;
  const { fullName, phone, address, minor, guardian, interpreter, hamletId, ...report } = form.value;
  const known = [fullName, phone, address, guardian, interpreter].some((one) => one !== null) || minor;
  const teller = known ? { fullName, phone, address, minor, guardian, interpreter } : null;
  return { ok: true, value: { ...report, hamletId: numberOf(hamletId), teller } };
}

const plainest = { kind: "tip", nature: "other" };

/** What a resident types by herself. */
export function parseHandIn(body: unknown, bounds: Bounds): Parsed<Report> {
  const form = parseForm(told(bounds), { nature: "other", ...typedOf(body) });
  if (!form.ok) return form;
  const { account, place, nature, happenedOn, fullName, phone } = form.value;
  const known = fullName !== null || phone !== null;
  const teller = known ? { fullName, phone, address: null, minor: false, guardian: null, interpreter: null } : null;
  const value: Report = { kind: "tip", nature, account, place, happenedOn, hamletId: numberOf(form.value.hamletId), urgent: false, nameRefused: false, teller };
  return { ok: true, value };
}

const told = ({ today, natures, hamletIds }: Bounds) =>
  z.object({
    account: text(5_000, t.accountMissing),
    nature: choice(natures),
    place: optionalText(300),
    hamletId: optionalText(20).refine((value) => value === null || hamletIds.some((id) => String(id) === value), say(t.hamlet)),
    happenedOn: optionalPastDay(today),
    fullName: optionalText(100),
    phone: optionalPhone(),
  });

const numberOf = (typed: string | null): number | null => (typed === null ? null : Number(typed));

export const ticked = () =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => value !== undefined && value.length > 0);

const optionalPastDay = (today: Day) =>
  z
    .string()
    .optional()
    .transform((value, context): Day | null => {
      if (!value) return null;
      const day = readDay(value);
      if (day !== null && day >= "1900-01-01" && day <= today) return day;
      context.addIssue({ code: "custom", ...say(t.badDay) });
      return z.NEVER;
    });

export const parseCode = (body: unknown): Parsed<{ code: string }> => parseForm(z.object({ code: text(300, t.codeMissing) }), body);
