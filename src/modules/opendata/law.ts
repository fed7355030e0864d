import { z } from "zod";
import { defineLaw } from "../../kernel/law/define.ts";
import { bilingualField, lawFields, textField } from "../../kernel/law/fields.ts";
import type {} from "./house.ts";

const service = z.strictObject({
  ...lawFields,
  id: z.string().regex(/^[a-z][A-Za-z]*$/),
  name: bilingualField,
  description: bilingualField,
  group: bilingualField,
  keywords: z.array(textField),
});

/** A kind of report that is public: everybody may see that there is one and where it stands. */
export type PublicService = z.infer<typeof service>;

export const publicServiceLaw = defineLaw<PublicService>({ name: "publicServices", path: "public-services.yaml", schema: service, keyOf: ({ id }) => id });
