import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { ScanField } from "../../../web/views/form/scan.tsx";
import type { Html } from "../../../web/views/html.ts";
import { ActionCard, Card, Grid } from "../../../web/views/parts.tsx";
import { procedurePaths } from "../../procedures/index.ts";
import { paths } from "../paths.ts";
import { bookTexts as t } from "../texts/book.ts";
import { courseTexts } from "../texts/course.ts";
import { feeTexts } from "../texts/fees.ts";

export type MenuProps = {
  readonly lang: Lang;
  readonly openDays: readonly { readonly href: string; readonly text: string }[];
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** The books of the post, the days that wait to be closed, and the way to the course of one dossier. */
export function MenuPage({ lang, openDays, errors, typed }: MenuProps): Html {
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{t.menuTitle[lang]}</h1>
      <p>{t.menuLead[lang]}</p>
      <Grid
        items={[
          <ActionCard href={paths.book()} icon="book-open" title={t.title[lang]} text={t.menuText[lang]} />,
          <ActionCard href={paths.fees()} icon="scale" title={feeTexts.title[lang]} text={feeTexts.menuText[lang]} />,
          <ActionCard href={procedurePaths.repeats()} icon="undo-2" title={t.repeatsTitle[lang]} text={t.repeatsText[lang]} />,
        ]}
      />
      {openDays.length > 0 && (
        <section>
          <h2>{feeTexts.openDays[lang]}</h2>
          <ul>
            {openDays.map((day) => (
              <li>
                <a href={day.href}>{day.text}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Card>
        <h2>{courseTexts.title[lang]}</h2>
        <p>{courseTexts.menuText[lang]}</p>
        <form method="post" action={paths.courses()}>
          <ScanField name="ma" lang={lang} label={courseTexts.find[lang]} hint={courseTexts.findHint[lang]} value={typedText(typed, "ma")} error={errors["ma"]?.[lang]} />
        </form>
      </Card>
    </>
  );
}
