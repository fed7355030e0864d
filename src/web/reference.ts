import { Problem } from "../kernel/problem.ts";
import { newReference, readReference } from "../kernel/reference.ts";
import { type Typed, typedText } from "./form.ts";

/** The reference in an address. @throws Problem("notFound") for what cannot be one */
export function refOf(typed: string): string {
  const ref = readReference(typed);
  if (ref === null) throw new Problem("notFound");
  return ref;
}

/** The key that a form is given out with: pressed twice, it sends the same one. */
export const formKey = (typed: Typed): string => readReference(typedText(typed, "ref")) ?? newReference();
