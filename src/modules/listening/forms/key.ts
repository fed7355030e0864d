import { z } from "zod";
import { newReference, readReference } from "../../../kernel/reference.ts";

/** The reference that a form was given out with: sent twice, it is taken once. */
export const key = z
  .string()
  .optional()
  .transform((typed) => readReference(typed ?? "") ?? newReference());
