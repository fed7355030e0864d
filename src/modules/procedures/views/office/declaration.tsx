import { formatDate } from "../../../../base/day/format.ts";
import { findDay } from "../../../../base/day.ts";
import { last4Of } from "../../../../base/identity.ts";
import type { Lang } from "../../../../base/lang.ts";
import type { FieldErrors, Typed } from "../../../../web/form.ts";
import { LinkButton } from "../../../../web/views/button.tsx";
import { CheckGroup } from "../../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../../web/views/form/errors.tsx";
import type { Html } from "../../../../web/views/html.ts";
import { Card, Notice, Row, Stack } from "../../../../web/views/parts.tsx";
import { type Answers, AnswersList, GoOn, type Page, Questions } from "../../../forms/index.ts";
import { paths } from "../../paths.ts";
import type { Difference, Prepared } from "../../service/intake.ts";
import { declarationTexts as t } from "../../texts/declaration.ts";
import { officeTexts } from "../../texts/office.ts";

/** Where in the counter a declaration is asked. */
export type AtCounter = { readonly intakeRef: string; readonly code: string; readonly caseId: string };

export type AskProps = AtCounter & {
  readonly lang: Lang;
  /** Procedure and bearer, above the question. */
  readonly about: string;
  readonly page: Page;
  readonly typed: Typed;
  readonly errors: FieldErrors;
  readonly backHref: string;
};

/** One question, or one group that belongs tightly together. Enter goes on. */
export function AskPage({ lang, about, page, typed, errors, backHref, intakeRef, code, caseId }: AskProps): Html {
  return (
    <>
      <p>
        <a href={backHref}>{t.back[lang]}</a>
      </p>
      <p class="quiet">{about}</p>
      <ErrorSummary errors={errors} lang={lang} />
      <form method="post" action={paths.declarationPage(intakeRef, code, caseId, page.id)} class="form" novalidate>
        <Questions {...{ lang, page, typed, errors }} focus />
        <GoOn {...{ lang, page, typed, errors }} focus />
      </form>
      <LinkButton href={paths.intakePapers(intakeRef, code, caseId)} kind="quiet">
        {t.leave[lang]}
      </LinkButton>
    </>
  );
}

export type CheckProps = AtCounter & { readonly lang: Lang; readonly about: string; readonly pages: readonly Page[]; readonly answers: Answers; readonly printable: boolean };

/** All answers, each with the way to change it. */
export function CheckPage({ lang, about, pages, answers, printable, intakeRef, code, caseId }: CheckProps): Html {
  return (
    <>
      <p class="quiet">{about}</p>
      <h1>{t.checkTitle[lang]}</h1>
      <p>{t.checkHint[lang]}</p>
      <AnswersList {...{ lang, pages, answers }} ids="whole" changeHref={(page) => paths.declarationPage(intakeRef, code, caseId, page)} />
      <Row>
        <LinkButton href={paths.intakePapers(intakeRef, code, caseId)} autofocus>
          {t.toPapers[lang]}
        </LinkButton>
        {printable && (
          <LinkButton href={paths.declarationPdf(intakeRef, code, caseId)} kind="secondary" icon="printer" print shortcut="T">
            {t.print[lang]}
          </LinkButton>
        )}
      </Row>
    </>
  );
}

/** How far a declaration is, as the page of the papers tells it. */
export type DeclarationState = {
  /** False where there is no question to ask: its form is filled in by hand, or there is none. */
  readonly asks: boolean;
  readonly begun: boolean;
  readonly complete: boolean;
  /** Whether its form has a paper. */
  readonly printable: boolean;
  /** The code of its form among the papers; null when nothing is filled in. */
  readonly form: string | null;
  readonly prepared: Prepared | null;
  /** What was answered to the question what is asked for; and the phone. Null while they were not. */
  readonly request: string | null;
  readonly phone: string | null;
};

type PartProps = AtCounter & { readonly lang: Lang; readonly declaration: DeclarationState };

/** Above the papers: ask it, or see what was answered. */
export function DeclarationPart({ lang, declaration, intakeRef, code, caseId }: PartProps): Html {
  const { asks, begun, complete, printable, form, prepared } = declaration;
  if (!asks) return null;
  return (
    <Stack>
      {prepared && prepared.procedureCode === code && <PreparedNote {...{ prepared, lang }} />}
      <Card>
        <h2>{t.title[lang]}</h2>
        <p>
          <strong>{complete && t.answered[lang]}</strong> {complete ? t.answeredHint[lang] : t.askHint[lang]}
        </p>
        <Row>
          <LinkButton href={paths.declaration(intakeRef, code, caseId)} kind={complete ? "secondary" : "primary"} icon="list-todo" autofocus={!complete} shortcut="H">
            {complete ? t.seeAnswers[lang] : begun ? t.goOnAsking[lang] : t.ask[lang]}
          </LinkButton>
          {complete && printable && (
            <LinkButton href={paths.declarationPdf(intakeRef, code, caseId)} kind="secondary" icon="printer" print shortcut="T">
              {t.print[lang]}
            </LinkButton>
          )}
        </Row>
        {!complete && <p class="quiet">{form === null ? t.orSpoken[lang] : t.orPaper[lang]}</p>}
      </Card>
    </Stack>
  );
}

/** Where there is no form to take from the resident's hand, taking the declaration on paper is a choice of its own. */
export function OnPaper({ lang, declaration, typed, errors }: Pick<PartProps, "lang" | "declaration"> & { readonly typed: readonly string[]; readonly errors: FieldErrors }): Html {
  if (!declaration.asks || declaration.complete || declaration.form !== null) return null;
  return (
    <CheckGroup name="declaration" lang={lang} label={t.title[lang]} error={errors["declaration"]?.[lang]} values={typed} options={[{ value: "onPaper", text: t.onPaper[lang] }]} />
  );
}

function PreparedNote({ prepared, lang }: { readonly prepared: Prepared; readonly lang: Lang }): Html {
  const { differences } = prepared;
  return (
    <Notice kind={differences.length > 0 ? "warn" : "info"} title={t.prepared[lang]} announce>
      <p>{t.preparedText[lang]}</p>
      {differences.length === 0 ? (
        <p>{t.sameAsCard[lang]}</p>
      ) : (
        <>
          <p>{t.differs[lang]}</p>
          <ul>
            {differences.map(({ fact, prepared: home, onCard }) => (
              <li>{t.differsLine[lang](officeTexts[fact][lang], shownFact(fact, home, lang), shownFact(fact, onCard, lang))}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

function shownFact(fact: Difference["fact"], value: string, lang: Lang): string {
  if (fact === "idNumber") return officeTexts.endsWith[lang](last4Of(value));
  if (fact === "sex") return value === "female" ? officeTexts.female[lang] : officeTexts.male[lang];
  const day = fact === "bornOn" ? findDay(value) : null;
  return day ? formatDate(day, lang) : value;
}

/** What was declared, on the page of a dossier. */
export type Declared =
  | { readonly kind: "answered"; readonly form: string | null; readonly pages: readonly Page[]; readonly answers: Answers; readonly pdfHref: string | null }
  | { readonly kind: "onPaper" }
  | { readonly kind: "formGone" };

export function DeclaredPart({ declared, lang }: { readonly declared: Declared; readonly lang: Lang }): Html {
  return (
    <section>
      <h2>{t.title[lang]}</h2>
      {declared.kind === "onPaper" && <p>{t.declaredOnPaper[lang]}</p>}
      {declared.kind === "formGone" && <p>{t.formGone[lang]}</p>}
      {declared.kind === "answered" && (
        <>
          <p class="quiet">
            {declared.form ? t.declaredAnswered[lang](declared.form) : t.declaredFree[lang]}
            {declared.pdfHref && (
              <>
                {" · "}
                <a href={declared.pdfHref}>{t.pdf[lang]}</a>
              </>
            )}
          </p>
          <AnswersList lang={lang} pages={declared.pages} answers={declared.answers} ids="end" />
        </>
      )}
    </section>
  );
}
