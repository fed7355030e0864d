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

/** Which case. */
export function parseBegin(body: unknown, caseIds: readonly string[]): Parsed<{ caseId: string }> {
  const [only, ...more] = caseIds;
  const caseId = only !== undefined && more.length === 0 ? z.unknown().transform(() => only) : choice(caseIds, residentTexts.caseMissing);
  const parsed = parseForm(z.object({ case: caseId }), body);
  return parsed.ok ? { ok: true, value: { caseId: parsed.value.case } } : parsed;
}
