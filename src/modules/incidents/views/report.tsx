import type { Lang } from "../../../base/lang.ts";
import type { FieldErrors, Typed } from "../../../web/form.ts";
import { Button, LinkButton } from "../../../web/views/button.tsx";
import { Conversation, type ConversationProps } from "../../../web/views/conversation.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Card, Notice, Row, SummaryList, type SummaryRow } from "../../../web/views/parts.tsx";
import { Persons, type PersonsProps } from "../../../web/views/persons.tsx";
import { DueMoment, StateTag, Timeline, type TimelineStep, WhyThisDate } from "../../../web/views/state.tsx";
import type { VerbName } from "../forms/verbs.ts";
import { paths } from "../paths.ts";
import { officeTexts as t, verbTexts } from "../texts/office.ts";
import { stateTexts } from "../texts/work.ts";
import { lookOf } from "../work.ts";
import type { ListLine } from "./list.tsx";

export type ShownLine = { readonly title: string; readonly under: string; readonly text: string; readonly href?: string | undefined };

export type ReportProps = {
  readonly lang: Lang;
  readonly publicRef: string;
  readonly code: string;
  readonly title: string;
  readonly version: number;
  readonly state: string;
  readonly fresh: boolean;
  readonly receipt: string;
  readonly conflict: boolean;
  /** What was just done; null when the page was merely opened. */
  readonly done: string | null;
  readonly account: string;
  readonly facts: readonly SummaryRow[];
  readonly clock: { readonly due: NonNullable<ListLine["due"]>; readonly lines: readonly string[]; readonly basis: string } | null;
  readonly persons: PersonsProps;
  /** A minor stands here without anybody beside her. */
  readonly unguarded: boolean;
  /** Where else the person who is open now stands; null while nobody is open. */
  readonly same: readonly ShownLine[] | null;
  readonly statements: readonly ShownLine[];
  readonly measures: readonly ShownLine[];
  readonly things: readonly ShownLine[];
  readonly links: readonly ShownLine[];
  readonly referral: readonly SummaryRow[];
  readonly conversation: ConversationProps;
  readonly course: readonly TimelineStep[];
  /** What the officer may do now, each on a page of its own. */
  readonly verbs: readonly VerbName[];
  readonly mayBegin: boolean;
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** One report: what was told, how long there is, who is in it, what was done. */
export function ReportPage(props: ReportProps): Html {
  const { lang, code, title, state, fresh, receipt, conflict, account, facts, errors } = props;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <p class="quiet">
        <a href={paths.list()}>{t.back[lang]}</a>
      </p>
      <h1>
        {code} · {title}
      </h1>
      <p>
        <StateTag state={lookOf(state)} lang={lang} word={stateTexts[state as keyof typeof stateTexts]?.[lang]} />
      </p>
      {conflict && <Notice kind="warn" title={t.conflictTitle[lang]} children={t.conflictText[lang]} announce />}
      {props.done !== null && <Notice kind="success" title={t.done[lang](props.done)} children={t.doneText[lang]} announce />}
      {fresh && (
        <Notice kind="success" title={t.fresh[lang]} announce>
          <p class="large">
            <strong>{t.freshText[lang](code, receipt)}</strong>
          </p>
        </Notice>
      )}
      <div class="columns">
        <section>
          <h2>{t.facts[lang]}</h2>
          <p class="told">{account}</p>
          <SummaryList rows={facts} lang={lang} />
        </section>
        <Clock {...props} />
      </div>
      <Acts {...props} />
      <div class="columns">
        <div class="stack">
          <Lines title={t.statements[lang]} lines={props.statements} lang={lang} />
          <Lines title={t.measures[lang]} lines={props.measures} lang={lang} />
          <Lines title={t.things[lang]} lines={props.things} lang={lang} />
          <section>
            <h2>{t.conversation[lang]}</h2>
            <Conversation {...props.conversation} />
          </section>
        </div>
        <div class="stack">
          <section>
            <h2>{t.persons[lang]}</h2>
            {props.unguarded && (
              <Notice kind="warn" title={t.unguarded[lang]}>
                {t.unguardedText[lang]}
              </Notice>
            )}
            <Persons {...props.persons} />
          </section>
          {props.same !== null && <Lines title={t.same[lang]} lines={props.same} lang={lang} />}
          <section>
            <h2>{t.referral[lang]}</h2>
            <SummaryList rows={props.referral} lang={lang} />
          </section>
          <Lines title={t.links[lang]} lines={props.links} lang={lang} />
          <Papers {...props} />
          <section>
            <h2>{t.course[lang]}</h2>
            <Timeline lang={lang} steps={props.course} />
          </section>
        </div>
      </div>
    </>
  );
}

function Acts({ lang, publicRef, version, verbs, mayBegin }: ReportProps): Html {
  return (
    <section aria-labelledby="acts-title">
      <h2 id="acts-title">{t.acts[lang]}</h2>
      <Row>
        {mayBegin && (
          <form method="post" action={paths.verb(publicRef, "bat-dau")}>
            <input type="hidden" name="version" value={version} />
            <Button>{verbTexts.begin[lang]}</Button>
          </form>
        )}
        {verbs.map((verb) => (
          <LinkButton href={paths.verb(publicRef, `lam/${verb}`)} kind="secondary">
            {verbTexts[verb][lang]}
          </LinkButton>
        ))}
      </Row>
    </section>
  );
}

function Clock({ lang, clock }: ReportProps): Html {
  return (
    <Card>
      <h2>{t.clock[lang]}</h2>
      {clock === null && <p class="quiet">{t.noTerm[lang]}</p>}
      {clock !== null && <DueMoment {...clock.due} big />}
      {clock !== null && <WhyThisDate lines={clock.lines} basis={clock.basis} lang={lang} />}
    </Card>
  );
}

function Lines({ title, lines, lang }: { readonly title: string; readonly lines: readonly ShownLine[]; readonly lang: Lang }): Html {
  return (
    <section>
      <h2>{title}</h2>
      {lines.length === 0 && <p class="quiet">{t.noStatements[lang]}</p>}
      <ul class="stack">
        {lines.map((line) => (
          <li>
            <strong>{line.href === undefined ? line.title : <a href={line.href}>{line.title}</a>}</strong> <span class="quiet">{line.under}</span>
            <p class="told">{line.text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Papers({ lang, publicRef, state }: ReportProps): Html {
  const forms = state === "referred" || state === "acknowledged" ? (["01", "03", "214"] as const) : (["01", "214"] as const);
  const words = { "01": t.paper01, "03": t.paper03, "214": t.paper214 };
  return (
    <section>
      <h2>{t.papersTitle[lang]}</h2>
      <ul>
        {forms.map((form) => (
          <li>
            <a href={paths.paper(publicRef, form)}>{words[form][lang]}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
