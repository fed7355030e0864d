import { z } from "zod";
import { say } from "../../../web/form.ts";
import { formTexts as t } from "../texts/forms.ts";

/** How many people; one when left out. */
export const people = (most: number) =>
  z
    .string()
    .optional()
    .transform((typed) => Number(typed || 1))
    .refine((count) => Number.isInteger(count) && count >= 1 && count <= most, say({ vi: t.peopleWrong.vi(most), en: t.peopleWrong.en(most) }));
