import type { Lang } from "../../../base/lang.ts";
import type { FieldErrors } from "../../../web/form.ts";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import type { Html } from "../../../web/views/html.ts";
import { paths } from "../paths.ts";
import { officeTexts } from "../texts/office.ts";

/** How every page of this module but the list begins: what is wrong, the way back, and what the page is. */
export function Heading({ lang, errors, title }: { readonly lang: Lang; readonly errors: FieldErrors; readonly title: string }): Html {
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <p class="quiet">
        <a href={paths.disputes()}>{officeTexts.back[lang]}</a>
      </p>
      <h1>{title}</h1>
    </>
  );
}
