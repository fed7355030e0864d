import { formatDate } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import { typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { type Option, Select } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { DateField, FileField, TextArea, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState, Notice, Row, SummaryList, type SummaryRow } from "../../../web/views/parts.tsx";
import { StateTag } from "../../../web/views/state.tsx";
import { DataTable, Pager, Sub } from "../../../web/views/table.tsx";
import { acceptOf, evidence } from "../../attachments/index.ts";
import { paths } from "../paths.ts";
import type { CommitmentRow } from "../queries/commitments.ts";
import { meetingTexts as t } from "../texts/meetings.ts";
import { officeTexts } from "../texts/office.ts";
import { lookOf, stateWord } from "../work.ts";
import type { Filled } from "./list.tsx";

/** Promises as lines of a table. */
export function Promises({ lang, now, rows }: { readonly lang: Lang; readonly now: Date; readonly rows: readonly CommitmentRow[] }): Html {
  return (
    <DataTable<CommitmentRow>
      caption={t.commitments[lang]}
      captionHidden
      rows={rows}
      columns={[
        {
          title: t.promise[lang],
          cell: (row) => (
            <>
              <a href={paths.commitment(row.publicRef)}>{row.promise}</a>
              <Sub>{[row.code, ...(row.hamletName ? [row.hamletName] : [])].join(" · ")}</Sub>
            </>
          ),
        },
        { title: t.owner[lang], cell: (row) => row.ownerName ?? officeTexts.noOwner[lang] },
        { title: t.dueDay[lang], cell: (row) => formatDate(row.dueOn, lang) },
        {
          title: t.state[lang],
          cell: (row) => {
            const late = row.closedAt === null && row.dueAt !== null && row.dueAt < now;
            return <StateTag state={late ? "late" : lookOf(row.state)} lang={lang} word={late ? undefined : stateWord(row.state)[lang]} />;
          },
        },
      ]}
    />
  );
}

type ListProps = {
  readonly lang: Lang;
  readonly now: Date;
  readonly rows: readonly CommitmentRow[];
  readonly nextHref: string | null;
  readonly firstHref: string | null;
};

/** All promises of the post. */
export function CommitmentsPage({ lang, now, rows, nextHref, firstHref }: ListProps): Html {
  return (
    <>
      <p class="quiet">
        <a href={paths.list()}>{officeTexts.back[lang]}</a>
      </p>
      <h1>{t.commitments[lang]}</h1>
      <p>{t.commitmentsLead[lang]}</p>
      {rows.length === 0 ? <EmptyState icon="handshake" title={t.noCommitments[lang]} /> : <Promises lang={lang} now={now} rows={rows} />}
      <Pager {...{ nextHref, firstHref, lang }} shown={officeTexts.shown[lang](rows.length)} />
    </>
  );
}

/** What is promised, by whom, by which day. */
export function CommitmentForm({
  lang,
  colleagues,
  action,
  formKey,
  errors,
  typed,
}: Filled & { readonly lang: Lang; readonly colleagues: readonly Option[]; readonly action: string; readonly formKey: string }): Html {
  const field = (name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang] });
  return (
    <form class="form" method="post" action={action}>
      <h3>{t.newCommitment[lang]}</h3>
      <input type="hidden" name="key" value={typedText(typed, "key") || formKey} />
      <TextField {...field("promise")} label={t.promise[lang]} hint={t.promiseHint[lang]} maxlength={1_000} />
      <Select {...field("owner")} label={t.owner[lang]} options={colleagues} />
      <DateField {...field("dueOn")} label={t.dueDay[lang]} />
      <Row>
        <Button kind="secondary" icon="handshake">
          {t.write[lang]}
        </Button>
      </Row>
    </form>
  );
}

export type CommitmentProps = Filled & {
  readonly lang: Lang;
  readonly publicRef: string;
  readonly code: string;
  readonly version: number;
  readonly promise: string;
  readonly facts: readonly SummaryRow[];
  readonly files: readonly { readonly href: string; readonly name: string }[];
  /** Whether the reader may say what became of it. */
  readonly answersFor: boolean;
  readonly mayReport: boolean;
  readonly mayFail: boolean;
  readonly mayNewDay: boolean;
  readonly mayKeep: boolean;
  /** Whether everybody reads it; null for what was promised where not everybody was asked. */
  readonly shown: boolean | null;
  readonly mayPublish: boolean;
  readonly conflict: boolean;
};

/** One promise: carried out or not, with its evidence. */
export function CommitmentPage(props: CommitmentProps): Html {
  const { lang, publicRef, code, version, promise, facts, files, mayReport, mayKeep, conflict, errors } = props;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <p class="quiet">
        <a href={paths.commitments()}>{t.backToCommitments[lang]}</a>
      </p>
      <h1>{`${t.commitments[lang]} ${code}`}</h1>
      {conflict && <Notice kind="warn" title={officeTexts.conflictTitle[lang]} children={officeTexts.conflictText[lang]} announce />}
      <blockquote class="large">{promise}</blockquote>
      <SummaryList rows={facts} lang={lang} />
      <section class="stack">
        <h2>{t.evidence[lang]}</h2>
        {files.length === 0 ? (
          <p class="quiet">{t.noEvidence[lang]}</p>
        ) : (
          <ul>
            {files.map(({ href, name }) => (
              <li>
                <a href={href}>{name}</a>
              </li>
            ))}
          </ul>
        )}
        {mayKeep && (
          <form class="form" method="post" action={paths.commitmentFile(publicRef, "moi")} enctype="multipart/form-data">
            <FileField
              name="file"
              lang={lang}
              label={t.evidence[lang]}
              hint={t.evidenceHint[lang]}
              maxMegabytes={String(evidence.maxMegabytes)}
              accept={acceptOf(evidence)}
              error={errors["file"]?.[lang]}
            />
            <Row>
              <Button kind="secondary" icon="paperclip">
                {t.addEvidence[lang]}
              </Button>
            </Row>
          </form>
        )}
      </section>
      {props.shown !== null && <Shown {...{ lang, publicRef, version }} shown={props.shown} mayPublish={props.mayPublish} />}
      {mayReport && !props.answersFor && <p class="quiet">{t.onlyOwner[lang]}</p>}
      {mayReport && props.answersFor && <ReportForm {...props} />}
      {props.mayNewDay && props.answersFor && <NewDayForm {...props} />}
    </>
  );
}

function ReportForm({ lang, publicRef, version, mayFail, errors, typed }: CommitmentProps): Html {
  return (
    <form class="form" method="post" action={paths.commitment(publicRef)}>
      <h2>{t.reportTitle[lang]}</h2>
      <input type="hidden" name="version" value={version} />
      <TextArea
        name="report"
        lang={lang}
        label={t.report[lang]}
        hint={t.promiseHint[lang]}
        rows={3}
        value={typedText(typed, "report")}
        error={errors["report"]?.[lang]}
        maxlength={2_000}
      />
      <Row>
        <Button name="act" value="carryOut">
          {t.carriedOut[lang]}
        </Button>
        {mayFail && (
          <Button kind="secondary" name="act" value="fail">
            {t.failed[lang]}
          </Button>
        )}
      </Row>
    </form>
  );
}

function NewDayForm({ lang, publicRef, version, errors, typed }: CommitmentProps): Html {
  const field = (name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang] });
  return (
    <form class="form" method="post" action={paths.commitmentNewDay(publicRef)}>
      <h2>{t.newDayTitle[lang]}</h2>
      <input type="hidden" name="version" value={version} />
      <DateField {...field("dueOn")} label={t.dueDay[lang]} />
      <TextField {...field("why")} label={t.newDayWhy[lang]} hint={t.promiseHint[lang]} maxlength={2_000} />
      <Button kind="secondary" consequence={t.newDayHint[lang]}>
        {t.newDay[lang]}
      </Button>
    </form>
  );
}

function Shown({ lang, publicRef, version, shown, mayPublish }: Pick<CommitmentProps, "lang" | "publicRef" | "version" | "mayPublish"> & { readonly shown: boolean }): Html {
  return (
    <section class="stack">
      <p>{(shown ? t.shownToAll : t.hiddenFromAll)[lang]}</p>
      {mayPublish && (
        <form method="post" action={paths.commitmentShown(publicRef)}>
          <input type="hidden" name="version" value={version} />
          <Button kind={shown ? "quiet" : "secondary"} name="act" value={shown ? "hide" : "show"}>
            {(shown ? t.hide : t.show)[lang]}
          </Button>
        </form>
      )}
    </section>
  );
}
