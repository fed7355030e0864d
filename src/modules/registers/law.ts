import { z } from "zod";
import { defineLaw } from "../../kernel/law/define.ts";
import { bilingualField, lawFields, textField } from "../../kernel/law/fields.ts";

const row = z.strictObject({
  ...lawFields,
  id: z.enum(["dossiers", "process"]),
  name: bilingualField,
  /** As it stands after the word for form. */
  code: textField,
  issuedBy: textField,
});

/** The form of a book, as it stands in one period of law. */
export type BookForm = z.infer<typeof row>;

/** The forms of the books that the law gives a form to. */
export const bookFormLaw = defineLaw<BookForm>({ name: "bookForms", path: "book-forms.yaml", schema: row, keyOf: ({ id }) => id });
