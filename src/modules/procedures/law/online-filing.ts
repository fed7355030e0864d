import { z } from "zod";
import { defineLaw } from "../../../kernel/law/define.ts";
import { lawFields } from "../../../kernel/law/fields.ts";

const row = z.strictObject({
  ...lawFields,
  question: z.literal("whileClosed"),
  /** From when a file counts that was submitted while the post was closed. */
  countsFrom: z.enum(["submission", "opening"]),
});

/** When a file that was submitted online counts as received. */
export type OnlineFiling = z.infer<typeof row>;

export const onlineFilingLaw = defineLaw<OnlineFiling>({ name: "onlineFiling", path: "online-filing.yaml", schema: row, keyOf: ({ question }) => question });
