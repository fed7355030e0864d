import { z } from "zod";
import { readReference } from "../../kernel/reference.ts";
import { choice, choices, type Parsed, parseForm, say } from "../../web/form.ts";
import { type Pile, piles } from "./queries.ts";
import { texts } from "./texts.ts";

/** So many papers leave in one job: the press is busy for about a second meanwhile, and each paper is a line in the log of reads. */
export const mostPapers = 100;

const job = z.object({
  gi: choice(piles),
  hoSo: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => [...new Set((value === undefined ? [] : [value].flat()).flatMap((one) => readReference(one) ?? []))])
    .refine((refs) => refs.length > 0, say(texts.nothingTicked))
    .refine((refs) => refs.length <= mostPapers, say(texts.tooMany)),
  haiMat: choices(["co"]),
});

export type Job = { readonly pile: Pile; readonly refs: readonly string[]; readonly duplex: boolean };

/** Which papers, and how they are printed. */
export function parseJob(body: unknown): Parsed<Job> {
  const parsed = parseForm(job, body);
  return parsed.ok ? { ok: true, value: { pile: parsed.value.gi, refs: parsed.value.hoSo, duplex: parsed.value.haiMat.includes("co") } } : parsed;
}
