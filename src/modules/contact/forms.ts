import { z } from "zod";
import { type Day, dayOf, instantAt } from "../../base/day.ts";
import { choice, optionalPhone, type Parsed, parseForm, pastDay, readTimeOfDay, refuse, say, text } from "../../web/form.ts";
import { plainCode } from "./code.ts";
import { contactKinds, type Kind } from "./law.ts";
import { publicTexts as t } from "./texts/public.ts";

/** What an officer stands for. */
export type Vouching = { readonly kind: Kind; readonly phone: string | null };

export const parseVouching = (body: unknown): Parsed<Vouching> => parseForm(z.object({ kind: choice(contactKinds), phone: optionalPhone() }), body);

export const parseCode = (body: unknown): Parsed<{ code: string }> => parseForm(z.object({ code: text(60, t.codeMissing).transform(plainCode) }), body);

/** When somebody was called, and on which number. */
export type Call = { readonly phone: string; readonly at: Date };

export function parseCall(body: unknown, now: Date): Parsed<Call> {
  const today: Day = dayOf(now);
  const shape = z.object({
    phone: optionalPhone().refine((value): value is string => value !== null, say(t.phoneMissing)),
    calledOn: pastDay(today),
    calledTime: text(10, t.timeMissing).refine((value) => value === "" || readTimeOfDay(value) !== null, say(t.badTime)),
  });
  const form = parseForm(shape, body);
  if (!form.ok) return form;
  const { phone, calledOn, calledTime } = form.value;
  return phone === null ? refuse(body, { phone: t.phoneMissing }) : { ok: true, value: { phone, at: instantAt(calledOn, readTimeOfDay(calledTime) ?? "00:00") } };
}
