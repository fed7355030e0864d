import { formatDate, formatMoment } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import type { IdentityMark, Who } from "../../../kernel/identity.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { Conversation } from "../../../web/views/conversation.tsx";
import { type Option, Select } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { TextArea } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { LeftOver } from "../../../web/views/left-over.tsx";
import { Card, Notice, Row, SummaryList, type SummaryRow } from "../../../web/views/parts.tsx";
import { Persons } from "../../../web/views/persons.tsx";
import { paths } from "../paths.ts";
import type { FormerWords } from "../queries/corrections.ts";
import type { Turn } from "../queries/tables.ts";
import type { OpenedOpinion } from "../service/opinions.ts";
import { officeTexts as t } from "../texts/office.ts";
import { Before } from "./correct.tsx";

export type OpinionProps = {
  readonly lang: Lang;
  readonly opened: OpenedOpinion;
  readonly facts: readonly SummaryRow[];
  /** What stood there before it was corrected. */
  readonly before: readonly FormerWords[];
  readonly marks: readonly IdentityMark[];
  readonly person: { readonly id: number; readonly who: Who } | null;
  readonly published: { readonly said: string; readonly done: string; readonly publishedAt: Date } | null;
  readonly colleagues: readonly Option[];
  readonly may: {
    readonly answer: boolean;
    readonly onSpot: boolean;
    readonly own: boolean;
    readonly assign: boolean;
    readonly contest: boolean;
    readonly publish: boolean;
    readonly identity: boolean;
    readonly write: boolean;
  };
  readonly conflict: boolean;
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** One opinion: what was said, who owns it, what was answered. */
export function OpinionPage(props: OpinionProps): Html {
  const { lang, opened, facts, marks, person, may, conflict, errors, typed } = props;
  const { matter, opinion, turns, messages } = opened;
  const ref = matter.publicRef;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <p class="quiet">
        <a href={paths.list()}>{t.back[lang]}</a>
      </p>
      <h1>{`${t.said[lang]} ${matter.code}`}</h1>
      {conflict && <Notice kind="warn" title={t.conflictTitle[lang]} children={t.conflictText[lang]} announce />}
      {conflict && <LeftOver lang={lang} words={[may.answer ? "" : typedText(typed, "words"), may.contest ? "" : typedText(typed, "objection")]} />}
      <blockquote class="large">{opinion.said}</blockquote>
      <Before lang={lang} rows={props.before} />
      <div class="columns">
        <div class="stack">
          <section>
            <h2>{t.turns[lang]}</h2>
            <Turns lang={lang} turns={turns} contestWord={t.turnContest[lang]} />
          </section>
          {may.answer && <AnswerForm {...props} />}
          {may.contest && <ContestForm {...props} />}
          <section>
            <h2>{t.messages[lang]}</h2>
            <Conversation
              lang={lang}
              messages={messages}
              side="post"
              action={may.write ? paths.opinionStep(ref, "tin-nhan") : null}
              readAction={may.write && matter.writtenAt !== null ? paths.opinionStep(ref, "tin-nhan/da-doc") : null}
              daysOnly={opinion.voice === "anonymous"}
              errors={errors}
              typed={typed}
            />
          </section>
        </div>
        <div class="stack">
          <SummaryList rows={facts} lang={lang} />
          {(may.own || may.assign) && <OwnerForms {...props} />}
          <section>
            <h2>{t.who[lang]}</h2>
            <Persons
              lang={lang}
              marks={marks}
              roleWord={() => t.author[lang]}
              action={may.identity ? paths.opinionStep(ref, "nguoi-noi") : null}
              opened={person}
              errors={errors}
              typed={typed}
            />
          </section>
          {may.publish && <PublishForm {...props} />}
        </div>
      </div>
    </>
  );
}

type TurnsProps = {
  readonly lang: Lang;
  readonly turns: readonly Pick<Turn, "seq" | "kind" | "words" | "at">[];
  /** What the reader calls an objection of the author. */
  readonly contestWord: string;
};

/** Answers, and what was said against them. */
export function Turns({ lang, turns, contestWord }: TurnsProps): Html {
  const words = { answer: t.turnAnswer[lang], onSpot: t.turnOnSpot[lang], contest: contestWord };
  if (turns.length === 0) return <p class="quiet">{t.noTurns[lang]}</p>;
  return (
    <ol class="conversation">
      {turns.map((turn) => (
        <li class={turn.kind === "contest" ? undefined : "from-post"}>
          <b>{words[turn.kind]}</b>{" "}
          <time class="quiet" dateTime={dayOf(turn.at)}>
            {formatDate(dayOf(turn.at), lang)}
          </time>
          <p>{turn.words}</p>
        </li>
      ))}
    </ol>
  );
}

function AnswerForm({ lang, opened, may, errors, typed }: OpinionProps): Html {
  const { publicRef, version } = opened.matter;
  return (
    <form class="form" method="post" action={paths.opinionStep(publicRef, "tra-loi")}>
      <h2>{t.answerTitle[lang]}</h2>
      <input type="hidden" name="version" value={version} />
      <TextArea name="words" lang={lang} label={t.answer[lang]} hint={t.answerHint[lang]} value={typedText(typed, "words")} error={errors["words"]?.[lang]} maxlength={4_000} />
      <Row>
        <Button icon="send">{t.sendAnswer[lang]}</Button>
        {may.onSpot && (
          <Button kind="secondary" name="onSpot" value="1">
            {t.onSpot[lang]}
          </Button>
        )}
      </Row>
    </form>
  );
}

function ContestForm({ lang, opened, errors, typed }: OpinionProps): Html {
  return (
    <details class="verb-with-reason" open={errors["objection"] !== undefined || typedText(typed, "objection") !== ""}>
      <summary>{t.contestTitle[lang]}</summary>
      <form class="form" method="post" action={paths.opinionStep(opened.matter.publicRef, "chua-dong-y")}>
        <TextArea name="objection" lang={lang} label={t.contestWords[lang]} rows={3} value={typedText(typed, "objection")} error={errors["objection"]?.[lang]} maxlength={2_000} />
        <Button kind="secondary" consequence={t.contestHint[lang]}>
          {t.contest[lang]}
        </Button>
      </form>
    </details>
  );
}

function OwnerForms({ lang, opened, colleagues, may, errors, typed }: OpinionProps): Html {
  const { publicRef, version } = opened.matter;
  return (
    <section class="stack">
      <h2>{t.ownTitle[lang]}</h2>
      {may.own && (
        <form method="post" action={paths.opinionStep(publicRef, "nhan")}>
          <input type="hidden" name="version" value={version} />
          <Button kind="secondary" icon="user">
            {t.ownMine[lang]}
          </Button>
        </form>
      )}
      {may.assign && (
        <form class="form" method="post" action={paths.opinionStep(publicRef, "nhan")}>
          <input type="hidden" name="version" value={version} />
          <Select name="owner" lang={lang} label={t.owner[lang]} options={colleagues} value={typedText(typed, "owner")} error={errors["owner"]?.[lang]} />
          <Row>
            <Button kind="secondary">{t.give[lang]}</Button>
          </Row>
        </form>
      )}
    </section>
  );
}

function PublishForm({ lang, opened, published, errors, typed }: OpinionProps): Html {
  const { publicRef: ref, hamletId } = opened.matter;
  const since = hamletId === null ? t.publishedToAll : t.published;
  const field = (name: "said" | "done", otherwise: string) => ({ name, lang, value: typedText(typed, name) || (published?.[name] ?? otherwise), error: errors[name]?.[lang] });
  return (
    <Card>
      <h2>{t.publishTitle[lang]}</h2>
      <p>{published ? since[lang](formatMoment(published.publishedAt, lang)) : t.publishLead[lang]}</p>
      <form class="form" method="post" action={paths.opinionStep(ref, "cong-khai")}>
        <TextArea {...field("said", "")} label={t.publishSaid[lang]} rows={2} maxlength={500} />
        <TextArea {...field("done", "")} label={t.publishDone[lang]} rows={3} maxlength={1_000} />
        <Row>
          <Button kind="secondary" icon="megaphone">
            {t.publish[lang]}
          </Button>
        </Row>
      </form>
      {published && (
        <form method="post" action={paths.opinionStep(ref, "rut-cong-khai")}>
          <Button kind="quiet">{t.withdrawWords[lang]}</Button>
        </form>
      )}
    </Card>
  );
}
