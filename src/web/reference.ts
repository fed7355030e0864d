import { Problem } from "../kernel/problem.ts";
import { readReference } from "../kernel/reference.ts";

/** The reference in an address. @throws Problem("notFound") for what cannot be one */
export function refOf(typed: string): string {
  const ref = readReference(typed);
  if (ref === null) throw new Problem("notFound");
  return ref;
}
