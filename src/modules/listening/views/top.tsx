import type { Lang } from "../../../base/lang.ts";
import type { FieldErrors } from "../../../web/form.ts";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import type { Html } from "../../../web/views/html.ts";
import { paths } from "../paths.ts";
import { officeTexts } from "../texts/office.ts";

/** Top of a list that belongs to the opinions: errors, the way back, what it is. */
export function Top({ lang, errors, title, lead }: { readonly lang: Lang; readonly errors: FieldErrors; readonly title: string; readonly lead: string }): Html {
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <p class="quiet">
        <a href={paths.list()}>{officeTexts.back[lang]}</a>
      </p>
      <h1>{title}</h1>
      <p>{lead}</p>
    </>
  );
}
