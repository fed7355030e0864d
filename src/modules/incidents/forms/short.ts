import { formatDigits } from "../../../base/day/format.ts";
import { type Parsed, refuse, typedOf, typedText } from "../../../web/form.ts";
import { formTexts as t } from "../texts/forms.ts";
import { type MeasureBounds, type NewThing, parseMeasure, parseThing } from "./work.ts";

/** A measure as it is typed at speed: an empty day is today, an empty legal basis the one of the law for what was chosen. */
export function parseShortMeasure(body: unknown, bounds: MeasureBounds): ReturnType<typeof parseMeasure> {
  const typed = typedOf(body);
  const { measures, today } = bounds;
  const chosen = measures.find(({ id }) => id === typedText(typed, "measure"));
  const filled = { doneOn: typedText(typed, "doneOn") || formatDigits(today), legalBasis: typedText(typed, "legalBasis") || (chosen?.basis ?? "") };
  const form = parseMeasure({ ...typed, ...filled }, bounds);
  if (form.ok) return form;
  const { legalBasis, ...others } = form.errors;
  // Before something is chosen nobody knows its basis: that alone is asked for.
  return { ...form, typed, errors: chosen && legalBasis ? form.errors : others };
}

/** A line about a thing that is new, or about one of `known`. */
export function parseKnownThing(body: unknown, known: readonly string[]): Parsed<NewThing> {
  const typed = typedOf(body);
  const again = known.find((one) => one === typedText(typed, "known"));
  if (again === undefined) return parseThing(body);
  if (typedText(typed, "thing").trim() !== "") return refuse(body, { thing: t.oneThing });
  const form = parseThing({ ...typed, thing: again });
  return form.ok ? form : { ...form, typed };
}
