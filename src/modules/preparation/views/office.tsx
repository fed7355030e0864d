import type { Lang } from "../../../base/lang.ts";
import type { FieldErrors } from "../../../web/form.ts";
import { Button, LinkButton } from "../../../web/views/button.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { ScanField } from "../../../web/views/form/scan.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Notice, Row, SummaryList, type SummaryRow } from "../../../web/views/parts.tsx";
import { type Answers, AnswersList, type Page } from "../../forms/index.ts";
import { procedurePaths } from "../../procedures/index.ts";
import { paths } from "../paths.ts";
import { officeTexts as t } from "../texts/office.ts";

export type CounterProps = {
  readonly lang: Lang;
  readonly errors: FieldErrors;
  readonly preparedRef: string;
  readonly facts: readonly SummaryRow[];
  readonly complete: boolean;
  readonly pages: readonly Page[];
  readonly answers: Answers;
  /** The card was scanned before; null when it comes now. */
  readonly intakeRef: string | null;
};

/** What was prepared, and the one thing to do: the card. */
export function CounterPage({ lang, errors, preparedRef, facts, complete, pages, answers, intakeRef }: CounterProps): Html {
  return (
    <>
      <h1>{t.title[lang]}</h1>
      <ErrorSummary errors={errors} lang={lang} />
      <SummaryList rows={facts} lang={lang} />
      {!complete && <p>{t.unfinished[lang]}</p>}
      <form method="post" action={paths.atCounter(preparedRef)} class="form">
        {intakeRef === null ? (
          <ScanField name="card" lang={lang} label={t.nowCard[lang]} hint={t.nowCardHint[lang]} error={errors["card"]?.[lang]} camera submitText={t.readCard[lang]} autofocus />
        ) : (
          <>
            <input type="hidden" name="intake" value={intakeRef} />
            <Button consequence={t.useHint[lang]} autofocus>
              {t.use[lang]}
            </Button>
          </>
        )}
      </form>
      {intakeRef === null && (
        <p class="quiet">
          {t.withoutCard[lang]} <a href={procedurePaths.counterByHand()}>{t.byHand[lang]}</a>
        </p>
      )}
      <section>
        <h2>{t.answers[lang]}</h2>
        <AnswersList {...{ lang, pages, answers }} ids="end" />
      </section>
      <LinkButton href={procedurePaths.counter()} kind="quiet">
        {t.startOver[lang]}
      </LinkButton>
    </>
  );
}

/** A code that leads to nothing that can be used here, with what to do instead. */
export function NoUsePage({ lang, title, text, dossierHref }: { readonly lang: Lang; readonly title: string; readonly text: string; readonly dossierHref: string | null }): Html {
  return (
    <>
      <h1>{t.title[lang]}</h1>
      <Notice kind="warn" title={title} announce>
        {text}
      </Notice>
      <Row>
        {dossierHref && (
          <LinkButton href={dossierHref} autofocus>
            {t.toDossier[lang]}
          </LinkButton>
        )}
        <LinkButton href={procedurePaths.counter()} kind="secondary" autofocus={dossierHref === null}>
          {t.toCounter[lang]}
        </LinkButton>
      </Row>
    </>
  );
}
