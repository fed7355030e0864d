import type { Lang } from "../../../base/lang.ts";
import { texts } from "../../texts.ts";
import type { Html } from "../html.ts";
import { fieldId } from "./field.tsx";

/** An error of a form: the field's name and what to do. */
export type FieldErrorLine = { readonly name: string; readonly text: string };

/** All errors on top of the form, each leading to its field. Takes the focus when the page opens. Nothing when there are none. */
export function ErrorSummary({ errors, lang }: { readonly errors: readonly FieldErrorLine[]; readonly lang: Lang }): Html {
  if (errors.length === 0) return null;
  return (
    <section class="ds-error-summary" tabIndex={-1} autofocus role="alert" aria-labelledby="errors-title">
      <h2 id="errors-title">{texts.errorsTitle[lang]}</h2>
      <p>{texts.errorsText[lang]}</p>
      <ul>
        {errors.map((error) => (
          <li>
            <a href={`#${fieldId(error.name)}`}>{error.text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
