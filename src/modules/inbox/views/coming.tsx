import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { Select } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { TextArea } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Notice, SummaryList } from "../../../web/views/parts.tsx";
import { DataTable, Sub } from "../../../web/views/table.tsx";
import { paths } from "../paths.ts";
import { escalationTexts as t } from "../texts/escalation.ts";
import { texts } from "../texts/inbox.ts";
import { factColumns, type Line } from "./lines.tsx";

/** What will be late unless somebody acts, with what the chief can do about it. */
export function Coming({ lang, now, rows, more }: { readonly lang: Lang; readonly now: Date; readonly rows: readonly Line[]; readonly more: boolean }): Html {
  return (
    <section class="stack" aria-labelledby="coming-title">
      <h2 id="coming-title">
        {t.title[lang]} ({more ? `${rows.length}+` : rows.length})
      </h2>
      <p class="quiet">{t.lead[lang]}</p>
      <DataTable<Line>
        caption={t.caption[lang]}
        captionHidden
        rows={rows}
        columns={[
          {
            title: texts.work[lang],
            cell: (line) => (
              <>
                <a href={line.href}>{line.title}</a>
                <Sub>{line.code}</Sub>
              </>
            ),
          },
          ...factColumns(lang, now).filter(({ title }) => title !== texts.whose[lang]),
          { title: t.answer[lang], cell: (line) => <Verbs line={line} lang={lang} /> },
        ]}
      />
      {more && <p class="quiet">{t.more[lang]}</p>}
    </section>
  );
}

function Verbs({ line, lang }: { readonly line: Line; readonly lang: Lang }): Html {
  return (
    <form method="post" action={paths.noted(line.publicRef)} class="row">
      <button type="submit" class="ds-button" data-variant="secondary" aria-label={t.of[lang](t.note[lang], line.code)}>
        {t.note[lang]}
      </button>
      <a href={paths.escalation(line.publicRef)} aria-label={t.of[lang](t.act[lang], line.code)}>
        {t.act[lang]}
      </a>
    </form>
  );
}

export type EscalationProps = {
  readonly lang: Lang;
  readonly publicRef: string;
  readonly version: number;
  readonly code: string;
  readonly href: string;
  readonly title: string;
  readonly assigneeName: string | null;
  readonly due: string;
  readonly told: string;
  readonly colleagues: readonly { id: number; name: string }[];
  readonly typed: Typed;
  readonly errors: FieldErrors;
  readonly conflict: boolean;
};

/** One matter that will be late: give it to somebody else, or say what is to be done. */
export function EscalationPage(props: EscalationProps): Html {
  const { lang, publicRef, version, code, typed, errors } = props;
  const hidden = <input type="hidden" name="version" value={String(version)} />;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{t.pageTitle[lang](code)}</h1>
      {props.conflict && (
        <Notice kind="warn" title={t.changed[lang]} announce>
          {t.changedText[lang]}
        </Notice>
      )}
      <SummaryList
        lang={lang}
        rows={[
          { term: t.what[lang], detail: <a href={props.href}>{props.title}</a> },
          { term: t.held[lang], detail: props.assigneeName ?? texts.nobody[lang] },
          { term: t.due[lang], detail: props.due },
          { term: t.told[lang], detail: props.told },
        ]}
      />
      <form method="post" action={paths.escalation(publicRef)} class="form">
        <h2>{t.instruct[lang]}</h2>
        {hidden}
        <TextArea name="chiDao" lang={lang} label={t.instruction[lang]} rows={3} maxlength={1_000} value={typedText(typed, "chiDao")} error={errors["chiDao"]?.[lang]} />
        <Button name="lam" value="instructed" consequence={t.instructConsequence[lang]}>
          {t.instructVerb[lang]}
        </Button>
      </form>
      <form method="post" action={paths.escalation(publicRef)} class="form">
        <h2>{t.assign[lang]}</h2>
        {hidden}
        <Select
          name="nguoi"
          lang={lang}
          label={t.assignTo[lang]}
          options={props.colleagues.map(({ id, name }) => ({ value: String(id), text: name }))}
          value={typedText(typed, "nguoi")}
          error={errors["nguoi"]?.[lang]}
        />
        <Button name="lam" value="assigned" consequence={t.assignConsequence[lang]}>
          {t.assignVerb[lang]}
        </Button>
      </form>
      <p>
        <a href={paths.inbox()}>{texts.backToInbox[lang]}</a>
      </p>
    </>
  );
}
