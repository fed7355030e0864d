import { z } from "zod";
import { type Day, dayOf, instantAt } from "../../base/day.ts";
import { choice, optionalPhone, type Parsed, parseForm, pastDay, refuse, say, text, typedList, typedOf } from "../../web/form.ts";
import { plainCode } from "./code.ts";
import { hoursMeant } from "./hours.ts";
import { contactKinds, type Kind } from "./law.ts";
import { officeTexts as office } from "./texts/office.ts";
import { publicTexts as t } from "./texts/public.ts";

/** What an officer stands for. */
export type Vouching = { readonly kind: Kind; readonly phone: string | null };

/** A call says which number it goes to, or that nobody can know it: who is asked by number would else call a real officer false. */
export function parseVouching(body: unknown): Parsed<Vouching> {
  const form = parseForm(z.object({ kind: choice(contactKinds), phone: optionalPhone() }), body);
  if (!form.ok) return form;
  const { kind, phone } = form.value;
  const isUnknown = typedList(typedOf(body), "numberUnknown").length > 0;
  return kind === "call" && phone === null && !isUnknown ? refuse(body, { phone: office.phoneMissing }) : { ok: true, value: { kind, phone } };
}

export const parseCode = (body: unknown): Parsed<{ code: string }> => parseForm(z.object({ code: text(60, t.codeMissing).transform(plainCode) }), body);

/** On which number somebody was called, and when that may have been; `about` as she said it. */
export type Call = { readonly phone: string; readonly times: readonly Date[]; readonly about: { readonly day: Day; readonly hours: readonly string[] } };

/** Who says "about ten" a little before ten means now. */
const roundedMs = 3_600_000;

export function parseCall(body: unknown, now: Date): Parsed<Call> {
  const shape = z.object({
    phone: optionalPhone().refine((value): value is string => value !== null, say(t.phoneMissing)),
    calledOn: pastDay(dayOf(now)),
    calledTime: text(20, t.timeMissing).refine((value) => value === "" || hoursMeant(value).length > 0, say(t.badTime)),
  });
  const form = parseForm(shape, body);
  if (!form.ok) return form;
  const { phone, calledOn, calledTime } = form.value;
  if (phone === null) return refuse(body, { phone: t.phoneMissing });
  const hours = hoursMeant(calledTime).filter((hour) => instantAt(calledOn, hour).getTime() <= now.getTime() + roundedMs);
  if (hours.length === 0) return refuse(body, { calledTime: t.timeToCome });
  return { ok: true, value: { phone, times: hours.map((hour) => instantAt(calledOn, hour)), about: { day: calledOn, hours } } };
}
