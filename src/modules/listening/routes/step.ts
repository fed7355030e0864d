import { unlessChanged } from "../../../kernel/problem.ts";
import type { Parsed } from "../../../web/form.ts";
import { type Answer, seeOther } from "../../../web/route.ts";
import type { Filled } from "../views/list.tsx";
import { typedAgain } from "./list.tsx";

/** A page that shows itself again with what was typed; `conflict`: somebody else was faster. */
export type Again = (shown: Filled & { readonly conflict?: boolean }) => Promise<Answer>;

type Step<T> = { readonly ref: string; readonly body: unknown; readonly form: Parsed<T>; readonly again: Again; readonly to: string };

/** A form of a page: errors beside its fields, or its verb and on to `to`, or the page again because somebody was faster. */
export async function stepped<T>(given: Step<T>, verb: (ref: string, value: T) => Promise<unknown>): Promise<Answer> {
  const { ref, body, form, again, to } = given;
  if (!form.ok) return await again(form);
  if (await unlessChanged(verb(ref, form.value))) return seeOther(to);
  return await again({ ...typedAgain(body), conflict: true });
}
