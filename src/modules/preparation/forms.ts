import { z } from "zod";
import { readReference } from "../../kernel/reference.ts";
import { choice, type Parsed, parseForm, say } from "../../web/form.ts";
import { residentTexts } from "./texts/resident.ts";

/** The code as typed, or the address that a scanner read. */
export const parseCode = (body: unknown): Parsed<{ code: string }> =>
  parseForm(
    z.object({
      code: z
        .string()
        .optional()
        .transform((value, context): string => {
          const ref = readReference((value ?? "").slice(0, 300).split("/").at(-1) ?? "");
          if (ref !== null) return ref;
          context.addIssue({ code: "custom", ...say(residentTexts.badCode) });
          return z.NEVER;
        }),
    }),
    body,
  );

/** The field that people do not see: whatever fills it is no person. */
export const trap = "website";

/** Which case; `caught` when the field that nobody sees was filled. */
export function parseBegin(body: unknown, caseIds: readonly string[]): Parsed<{ caseId: string; caught: boolean }> {
  const [only, ...more] = caseIds;
  const caseId = only !== undefined && more.length === 0 ? z.unknown().transform(() => only) : choice(caseIds, residentTexts.caseMissing);
  const shape = z.object({ case: caseId, [trap]: z.string().optional() });
  const parsed = parseForm(shape, body);
  return parsed.ok ? { ok: true, value: { caseId: String(parsed.value["case"]), caught: Boolean(parsed.value[trap]) } } : parsed;
}
