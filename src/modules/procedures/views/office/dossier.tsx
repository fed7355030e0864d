import type { Lang } from "../../../../base/lang.ts";
import type { Possible } from "../../../../kernel/matter.ts";
import type { FieldErrors, Typed } from "../../../../web/form.ts";
import { LinkButton } from "../../../../web/views/button.tsx";
import { ErrorSummary } from "../../../../web/views/form/errors.tsx";
import type { Html } from "../../../../web/views/html.ts";
import { Notice, SummaryList } from "../../../../web/views/parts.tsx";
import { DueMoment, StateTag, Timeline, WhyThisDate } from "../../../../web/views/state.tsx";
import type { DossierAction } from "../../matter.ts";
import { paths } from "../../paths.ts";
import { officeTexts as t } from "../../texts/office.ts";
import { lookOf } from "../state.ts";
import { Actions } from "./actions.tsx";
import { Conflict } from "./conflict.tsx";
import { type CourseProps, DraftedApology, Requests } from "./course.tsx";
import { type Declared, DeclaredPart } from "./declaration.tsx";
import { Files, type ShownFile } from "./files.tsx";
import { National, type ShownNational } from "./national.tsx";

export type ShownDue = { readonly distance: string; readonly exact: string; readonly instant: string; readonly late: boolean; readonly note: string };
export type ShownStep = { readonly title: string; readonly at: string; readonly by: string; readonly note: string | null };

export type DossierProps = CourseProps & {
  readonly lang: Lang;
  readonly ref: string;
  readonly code: string;
  readonly version: number;
  readonly title: string;
  readonly state: string;
  readonly stateWord: string;
  readonly closed: boolean;
  /** Null when there is no term, the clock stands still, or has stopped; `clockWord` says which. */
  readonly due: ShownDue | null;
  readonly clockWord: string;
  readonly why: { readonly lines: readonly string[]; readonly basis: string } | null;
  readonly person: readonly { readonly term: string; readonly detail: string }[];
  readonly national: ShownNational;
  readonly files: readonly ShownFile[];
  /** Null where no file is taken: the procedure asks for none, or it is not the time for it. */
  readonly addFileHref: string | null;
  readonly request: string;
  readonly declared: Declared | null;
  readonly handedIn: readonly string[];
  readonly fee: string;
  readonly assignee: string | null;
  readonly steps: readonly ShownStep[];
  /** Whether anything was sent to the resident besides what stands on her page. */
  readonly isTold: boolean;
  /** Over which ways she wanted to be told and cannot be. */
  readonly unreached: readonly string[];
  readonly papers: readonly { readonly name: string; readonly href: string; readonly verifyHref: string; readonly revokeHref: string | null; readonly standing: string }[];
  readonly possible: Readonly<Record<DossierAction, Possible>>;
  /** What can be drafted, and the form that it is printed as. */
  readonly resultForms: readonly { readonly form: string; readonly printed: string }[];
  readonly proposed: boolean;
  /** Whether papers are signed by this server, or taken away to be signed. */
  readonly signing: "here" | "elsewhere";
  /** A paper that stands; without one there is nothing to hand over. */
  readonly hasPaper: boolean;
  readonly colleagues: readonly { readonly id: number; readonly name: string }[];
  readonly errors: FieldErrors;
  readonly typed: Typed;
  /** The second of two officers: what was done was not recorded. */
  readonly conflict: boolean;
  /** Just received: the receipt is what the officer wants now. */
  readonly fresh: boolean;
  readonly mayReceive: boolean;
};

/** One dossier: when it is due, what to do, what happened. */
export function DossierPage(props: DossierProps): Html {
  const { lang, code, title, state, stateWord, errors, fresh } = props;
  return (
    <>
      <p class="quiet">
        {t.dossier[lang]} {code}
      </p>
      <h1>{title}</h1>
      <p>
        <StateTag state={props.due?.late ? "late" : lookOf(state)} lang={lang} word={props.due?.late ? undefined : stateWord} />
      </p>
      {props.conflict && <Conflict typed={props.typed} lang={lang} />}
      <ErrorSummary errors={errors} lang={lang} />
      {fresh && <Received {...props} />}
      <div class="columns">
        <div class="stack">
          <Due {...props} />
          <Unreached {...props} />
          <DraftedApology {...props} />
          <Actions {...props} />
        </div>
        <div class="stack">
          <Facts {...props} />
          {props.declared && <DeclaredPart declared={props.declared} lang={lang} />}
          <Requests {...props} />
          <National {...props} />
          <Files {...props} />
          <IssuedPapers {...props} />
          <section>
            <h2>{t.timeline[lang]}</h2>
            <Timeline lang={lang} steps={props.steps.map(({ title, at, by, note }) => ({ state: "done", title, at, by, detail: note }))} />
            {!props.isTold && <p class="quiet">{t.toldOnPage[lang]}</p>}
          </section>
        </div>
      </div>
    </>
  );
}

function Received({ lang, ref }: DossierProps): Html {
  return (
    <Notice kind="success" title={t.received[lang]} announce>
      <div class="row">
        <LinkButton href={paths.receipt(ref)} icon="printer" print autofocus shortcut="P">
          {t.printReceipt[lang]}
        </LinkButton>
        <LinkButton href={paths.counter()} kind="secondary" shortcut="N">
          {t.nextResident[lang]}
        </LinkButton>
      </div>
    </Notice>
  );
}

function Due({ due, clockWord, why, lang, ref, fresh }: DossierProps): Html {
  return (
    <section class="ds-card card stack" aria-labelledby="due-title">
      <h2 id="due-title">{t.due[lang]}</h2>
      {due ? <DueMoment {...due} big /> : <p>{clockWord}</p>}
      {why && <WhyThisDate lines={why.lines} basis={why.basis} lang={lang} />}
      {!fresh && (
        <p>
          <a href={paths.receipt(ref)}>{t.printReceipt[lang]} (PDF)</a>
        </p>
      )}
    </section>
  );
}

function Facts({ lang, person, request, handedIn, fee, assignee }: DossierProps): Html {
  const rows = [
    ...person,
    { term: t.requestShown[lang], detail: request },
    {
      term: t.handedIn[lang],
      detail:
        handedIn.length > 0 ? (
          <ul>
            {handedIn.map((paper) => (
              <li>{paper}</li>
            ))}
          </ul>
        ) : (
          t.nothingHandedIn[lang]
        ),
    },
    { term: t.fee[lang], detail: fee },
    { term: t.assignee[lang], detail: assignee ?? t.nobody[lang] },
  ];
  return (
    <section>
      <h2>{t.person[lang]}</h2>
      <SummaryList rows={rows} lang={lang} />
      <p class="quiet">{t.readNote[lang]}</p>
    </section>
  );
}

/** A receiver said no for good: only an officer can reach the resident now. */
function Unreached({ unreached, lang }: DossierProps): Html {
  if (unreached.length === 0) return null;
  return (
    <Notice kind="warn" title={t.unreachedTitle[lang](unreached.join(", "))}>
      <p>{t.unreachedText[lang]}</p>
    </Notice>
  );
}

function IssuedPapers({ papers, lang }: DossierProps): Html {
  if (papers.length === 0) return null;
  return (
    <section>
      <h2>{t.papersIssued[lang]}</h2>
      <ul>
        {papers.map((paper) => (
          <li>
            <a href={paper.href}>{paper.name}</a> <span class="quiet">{paper.standing}</span> · <a href={paper.verifyHref}>{t.checkPage[lang]}</a>
            {paper.revokeHref && (
              <>
                {" · "}
                <a href={paper.revokeHref}>{t.revoke[lang]}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
