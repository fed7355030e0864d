import type { Bilingual, Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { Icon } from "../../../web/look/icons/icon.tsx";
import { Button, LinkButton } from "../../../web/views/button.tsx";
import { RadioGroup } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { TextField } from "../../../web/views/form/text.tsx";
import { Trap } from "../../../web/views/form/trap.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Card, Row, Stack, SummaryList, type SummaryRow } from "../../../web/views/parts.tsx";
import { type Answers, AnswersList, GoOn, type Page, Questions } from "../../forms/index.ts";
import { procedurePaths } from "../../procedures/index.ts";
import { paths } from "../paths.ts";
import { residentTexts as t } from "../texts/resident.ts";

/** Where filing online is lawful, as data of the law. */
export type Portal = { readonly name: Bilingual; readonly address: string; readonly legalBasis: string };
export type Shown = { readonly lang: Lang; readonly portal: Portal };
export type Filled = { readonly typed: Typed; readonly errors: FieldErrors };

/** On top of every page of a preparation, in letters that cannot be missed, also in print: nothing is filed. */
export function NotFiled({ lang, portal }: Shown): Html {
  return (
    <section class="not-filed" aria-labelledby="not-filed">
      <h2 id="not-filed">
        <Icon name="triangle-alert" /> {t.notFiled[lang]}
      </h2>
      <p>{t.notFiledText[lang]}</p>
      <p>
        {t.online[lang](portal.name[lang])}: <a href={portal.address}>{portal.address.replace("https://", "")}</a>. <span class="quiet">{t.basis[lang](portal.legalBasis)}.</span>
      </p>
    </section>
  );
}

/** Opening a preparation again, or beginning one. */
export function OpenPage({ lang, portal, filled, dropped }: Shown & { readonly filled: Filled; readonly dropped: boolean }): Html {
  return (
    <>
      <ErrorSummary errors={filled.errors} lang={lang} />
      {dropped && (
        <p role="status">
          <strong>{t.dropped[lang]}</strong>
        </p>
      )}
      <Stack>
        <h1>{t.openTitle[lang]}</h1>
        <p class="lead">{t.openLead[lang]}</p>
      </Stack>
      <NotFiled lang={lang} portal={portal} />
      <Row>
        <LinkButton href={procedurePaths.procedures()} big>
          {t.chooseProcedure[lang]}
        </LinkButton>
      </Row>
      <Stack>
        <h2>{t.haveCode[lang]}</h2>
        <form class="form" method="post" action={paths.open()}>
          <TextField
            name="code"
            lang={lang}
            label={t.code[lang]}
            hint={t.codeHint[lang]}
            width="middle"
            maxlength={300}
            value={typedText(filled.typed, "code")}
            error={filled.errors["code"]?.[lang]}
          />
          <Row>
            <Button kind="secondary">{t.openIt[lang]}</Button>
          </Row>
        </form>
      </Stack>
    </>
  );
}

export type BeginProps = Shown & {
  readonly code: string;
  readonly name: string;
  readonly postName: string;
  readonly postsHref: string;
  readonly cases: readonly { readonly id: string; readonly name: string; readonly help: string | null }[];
  /** Cases that the authority does by itself. */
  readonly notNeeded: readonly { readonly name: string; readonly help: string | null }[];
  readonly filled: Filled;
};

/** The first question: what decides the papers. */
export function BeginPage({ lang, portal, code, name, postName, postsHref, cases, notNeeded, filled }: BeginProps): Html {
  return (
    <>
      <ErrorSummary errors={filled.errors} lang={lang} />
      <Stack>
        <p class="quiet">{t.openTitle[lang]}</p>
        <h1>{name}</h1>
      </Stack>
      <NotFiled lang={lang} portal={portal} />
      <p>
        {t.post[lang](postName)} <a href={postsHref}>{t.otherPost[lang]}</a>
      </p>
      <form class="form" method="post" action={paths.begin(code)}>
        {cases.length > 1 && (
          <RadioGroup
            name="case"
            lang={lang}
            label={t.caseQuestion[lang]}
            hint={t.caseHint[lang]}
            value={typedText(filled.typed, "case")}
            error={filled.errors["case"]?.[lang]}
            options={cases.map((one) => ({ value: one.id, text: one.name, hint: one.help ?? undefined }))}
          />
        )}
        <Trap lang={lang} />
        <Button big consequence={t.beginHint[lang]}>
          {t.begin[lang]}
        </Button>
      </form>
      {notNeeded.map((one) => (
        <p class="quiet">
          {t.doneByAuthority[lang]} {one.name}. {one.help}
        </p>
      ))}
    </>
  );
}

export type HeldProps = Shown & {
  readonly holderRef: string;
  readonly name: string;
  readonly facts: readonly SummaryRow[];
  /** The papers of the case. */
  readonly papers: Html;
  readonly begun: boolean;
  readonly keptUntil: string;
};

/** Begun: the papers of the case, and the way to the questions. */
export function UnfinishedPage({ lang, portal, holderRef, name, facts, papers, begun, keptUntil }: HeldProps): Html {
  return (
    <>
      <h1>{name}</h1>
      <NotFiled lang={lang} portal={portal} />
      <SummaryList rows={facts} lang={lang} />
      {papers}
      <div class="verb">
        <LinkButton href={paths.check(holderRef)} big>
          {begun ? t.goOn[lang] : t.ask[lang]}
        </LinkButton>
        <span class="hint">{t.askHint[lang]}</span>
      </div>
      <p class="quiet">{t.keptUntil[lang](keptUntil)}</p>
      <Drop lang={lang} holderRef={holderRef} />
    </>
  );
}

export type QuestionProps = Shown & Filled & { readonly holderRef: string; readonly page: Page; readonly backHref: string };

/** One question a page: the word on top, where it is met first, and the whole below the question, where it is in nobody's way. */
export function QuestionPage({ lang, portal, holderRef, page, typed, errors, backHref }: QuestionProps): Html {
  return (
    <>
      <p class="not-filed not-filed-strip">
        <Icon name="triangle-alert" /> <strong>{t.notFiled[lang]}</strong>
      </p>
      <p>
        <a href={backHref}>{t.back[lang]}</a>
      </p>
      <ErrorSummary errors={errors} lang={lang} />
      <form class="form" method="post" action={paths.question(holderRef, page.id)} novalidate>
        <Questions {...{ lang, page, typed, errors }} />
        <GoOn {...{ lang, page, typed, errors }} />
      </form>
      <NotFiled lang={lang} portal={portal} />
    </>
  );
}

type AnsweredProps = Shown & { readonly holderRef: string; readonly pages: readonly Page[]; readonly answers: Answers };

/** All answers; then the code. */
export function CheckPage({ lang, portal, holderRef, pages, answers }: AnsweredProps): Html {
  return (
    <>
      <Stack>
        <h1>{t.checkTitle[lang]}</h1>
        <p class="lead">{t.checkHint[lang]}</p>
      </Stack>
      <NotFiled lang={lang} portal={portal} />
      <AnswersList {...{ lang, pages, answers }} ids="whole" changeHref={(page) => paths.question(holderRef, page)} />
      <form class="form" method="post" action={paths.finish(holderRef)}>
        <Button big consequence={t.getCodeHint[lang]}>
          {t.getCode[lang]}
        </Button>
      </form>
    </>
  );
}

export type ReadyProps = AnsweredProps & {
  readonly code: string;
  readonly validUntil: string;
  readonly qr: Html;
  readonly facts: readonly SummaryRow[];
  readonly papers: Html;
  readonly bring: readonly string[];
  readonly bookHref: string;
  /** Null when the form has no paper. */
  readonly paperHref: string | null;
};

/** The sheet to take along: the code, the papers, where and when. */
export function ReadyPage(props: ReadyProps): Html {
  const { lang, portal, holderRef, code, validUntil, qr, facts, papers, bring, bookHref, paperHref, pages, answers } = props;
  return (
    <>
      <Stack>
        <h1>{t.readyTitle[lang]}</h1>
        <p class="lead">{t.readyText[lang]}</p>
      </Stack>
      <NotFiled lang={lang} portal={portal} />
      <Card>
        <p class="prepared-code code">{code}</p>
        <p>
          <strong>{t.validUntil[lang](validUntil)}</strong>
        </p>
        {qr}
        <p class="quiet">{t.secret[lang]}</p>
      </Card>
      <SummaryList rows={facts} lang={lang} />
      {papers}
      <Stack>
        <h2>{t.bring[lang]}</h2>
        <ul class="ticks">
          {bring.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      </Stack>
      <ul class="links no-print">
        <li>
          <a href={bookHref}>{t.book[lang]}</a>
        </li>
        {paperHref !== null && (
          <li>
            <a href={paperHref}>{t.printPaper[lang]}</a>
          </li>
        )}
      </ul>
      <p class="quiet no-print">{t.printPage[lang]}</p>
      <section class="no-print stack">
        <h2>{t.answers[lang]}</h2>
        <AnswersList {...{ lang, pages, answers }} ids="end" changeHref={(page) => paths.question(holderRef, page)} />
      </section>
      <Drop lang={lang} holderRef={holderRef} />
    </>
  );
}

function Drop({ lang, holderRef }: Pick<Shown, "lang"> & { readonly holderRef: string }): Html {
  return (
    <form class="form no-print" method="post" action={paths.drop(holderRef)}>
      <Button kind="quiet" consequence={t.dropHint[lang]}>
        {t.drop[lang]}
      </Button>
    </form>
  );
}
