import { formatDate } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import type { FieldErrors, Typed } from "../../../web/form.ts";
import type { Html } from "../../../web/views/html.ts";
import { Card, Notice, SummaryList } from "../../../web/views/parts.tsx";
import { Persons, type PersonsProps } from "../../../web/views/persons.tsx";
import { StateTag } from "../../../web/views/state.tsx";
import { instant } from "../../registers/index.ts";
import { type Exclusion, ruleName, type TermRule } from "../law.ts";
import { paths } from "../paths.ts";
import type { Again } from "../queries/disputes.ts";
import type { OpenedDispute } from "../service/read.ts";
import { disputeTexts as t } from "../texts/dispute.ts";
import { officeTexts, wordOf, words } from "../texts/office.ts";
import { startTexts as s } from "../texts/start.ts";
import { stateTexts } from "../texts/work.ts";
import { Acts, type ActsProps } from "./acts.tsx";
import { CorrectParty, type CorrectProps } from "./correct.tsx";
import { Heading } from "./heading.tsx";
import { lookOf } from "./look.ts";
import { PastEndings, Visits } from "./visits.tsx";

export type DisputeProps = {
  readonly lang: Lang;
  readonly now: Date;
  readonly opened: OpenedDispute;
  readonly rules: Parameters<typeof ruleName>[0];
  readonly start: TermRule;
  /** Why it is not mediated and where to go with it, if it is not. */
  readonly excluded: Exclusion | null;
  readonly persons: Pick<PersonsProps, "action" | "opened">;
  /** The person who may be written anew now. */
  readonly correcting: CorrectProps["person"] | null;
  readonly acts: Omit<ActsProps, "lang" | "errors" | "typed">;
  readonly conflict: boolean;
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** One dispute: what it is about, how it stands to the law, who mediates, how it went and what was promised. */
export function DisputePage(props: DisputeProps): Html {
  const { lang, opened, errors, typed, conflict } = props;
  const { matter } = opened;
  return (
    <>
      <Heading lang={lang} errors={errors} title={t.title[lang](matter.code)} />
      <p>
        <StateTag state={lookOf(matter.state)} lang={lang} word={stateTexts[matter.state as keyof typeof stateTexts][lang]} />
      </p>
      {conflict && <Notice kind="warn" title={officeTexts.conflictTitle[lang]} children={officeTexts.conflictText[lang]} announce />}
      <Excluded {...props} />
      <div class="columns">
        <div class="stack">
          <Facts {...props} />
          <section>
            <h2>{t.partiesTitle[lang]}</h2>
            <Persons {...props.persons} lang={lang} marks={opened.marks} roleWord={(role) => wordOf(words.sides, role)[lang]} errors={errors} typed={typed} />
            {props.correcting !== null && (
              <CorrectParty {...{ lang, errors, typed }} action={paths.correction(matter.publicRef)} version={matter.version} person={props.correcting} />
            )}
          </section>
          <Sessions {...props} />
          <Ended {...props} />
          <PastEndings {...props} />
          <Visits {...props} />
        </div>
        <div class="stack">
          <Clock {...props} />
          <Acts {...props.acts} lang={lang} errors={errors} typed={typed} />
          <Repeats {...props} />
        </div>
      </div>
    </>
  );
}

function Excluded({ lang, excluded }: DisputeProps): Html {
  if (!excluded) return null;
  return (
    <Notice kind="warn" title={t.excludedTitle[lang]}>
      <p>
        <strong>{excluded.name[lang]}.</strong> {excluded.why[lang]}
      </p>
      <p>
        <strong>{t.goTo[lang]}:</strong> {excluded.goTo[lang]}
      </p>
      <p class="quiet">{t.law[lang](excluded.basis)}</p>
    </Notice>
  );
}

function Facts({ lang, opened, rules }: DisputeProps): Html {
  const { dispute, mediators, told } = opened;
  return (
    <section>
      <h2>{t.factsTitle[lang]}</h2>
      <SummaryList
        lang={lang}
        rows={[
          { term: t.kind[lang], detail: ruleName(rules, "kind", dispute.kind)[lang] },
          { term: t.place[lang], detail: [dispute.spot, dispute.hamletName].filter(Boolean).join(", ") },
          { term: t.askedBy[lang], detail: words.askers[dispute.askedBy][lang] },
          { term: t.recorded[lang], detail: instant(dispute.receivedAt, lang) },
          { term: t.mediators[lang], detail: mediators.map(({ fullName }) => fullName).join(", ") || t.noMediators[lang] },
          { term: t.told[lang], detail: <span class="as-written">{told}</span> },
        ]}
      />
    </section>
  );
}

function Clock({ lang, now, opened, start }: DisputeProps): Html {
  const { startBy, startedAt, endedAt } = opened.dispute;
  const waits = startBy !== null && startedAt === null && endedAt === null;
  const late = startBy !== null && (startedAt ?? endedAt ?? now) > startBy;
  return (
    <Card>
      <h2>{t.begin[lang]}</h2>
      {startBy === null && <p>{t.notRunning[lang]}</p>}
      {waits && (
        <p>
          <StateTag state={late ? "late" : "working"} lang={lang} word={(late ? t.passed : t.before)[lang](instant(startBy, lang))} />
        </p>
      )}
      {startedAt !== null && startBy !== null && (
        <p>
          <StateTag state={late ? "late" : "done"} lang={lang} word={(late ? t.begunLate : t.begunInTime)[lang](instant(startedAt, lang))} />
        </p>
      )}
      {startedAt !== null && startBy !== null && <p class="quiet">{t.before[lang](instant(startBy, lang))}</p>}
      {opened.starts.map(({ agreedOn, startOn, how }) => (
        <p>{s.agreed[lang](formatDate(agreedOn, lang), formatDate(startOn, lang), s[how][lang])}</p>
      ))}
      <p class="quiet">{t.law[lang](opened.starts.at(-1)?.basis ?? start.basis)}</p>
      {opened.starts.length === 0 && start.doubt && <p class="quiet">{start.doubt[lang]}</p>}
    </Card>
  );
}

function Sessions({ lang, opened }: DisputeProps): Html {
  return (
    <section>
      <h2>{t.sessionsTitle[lang]}</h2>
      {opened.sessions.length === 0 && <p class="quiet">{t.noSessions[lang]}</p>}
      <ol class="stack">
        {opened.sessions.map(({ number, heldAt, isPublic, policeHelped, told }) => (
          <li>
            <strong>
              {t.sessionN[lang](number)}, {instant(heldAt, lang)}
            </strong>
            <br />
            <span class="quiet">{[(isPublic ? t.public : t.private)[lang], (policeHelped ? t.helped : t.alone)[lang]].join(", ")}</span>
            <p class="as-written">{told}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Ended({ lang, opened, rules }: DisputeProps): Html {
  const { outcome, reason, endedAt } = opened.dispute;
  if (outcome === null || endedAt === null) return null;
  const why = ruleName(rules, outcome === "excluded" ? "exclusion" : "ending", reason ?? "")[lang];
  return (
    <section>
      <h2>{t.outcomeTitle[lang]}</h2>
      <SummaryList
        lang={lang}
        rows={[
          { term: t.outcomeTitle[lang], detail: stateTexts[outcome][lang] },
          { term: t.reason[lang], detail: why },
          { term: t.endedOn[lang], detail: instant(endedAt, lang) },
          ...(opened.agreement === null ? [] : [{ term: t.agreement[lang], detail: <span class="as-written">{opened.agreement}</span> }]),
        ]}
      />
    </section>
  );
}

function Repeats({ lang, opened, rules }: DisputeProps): Html {
  const { people, place } = opened.again;
  const line = ({ publicRef, code, state, kind, receivedAt }: Again): Html => (
    <li>
      <a href={paths.dispute(publicRef)}>{code}</a>, {formatDate(dayOf(receivedAt), lang)}: {ruleName(rules, "kind", kind)[lang]} (
      {stateTexts[state as keyof typeof stateTexts][lang]})
    </li>
  );
  return (
    <Card>
      <h2>{t.againTitle[lang]}</h2>
      <p class="quiet">{t.againLead[lang]}</p>
      <h3>{t.againPeople[lang]}</h3>
      {people.length === 0 ? <p>{t.againNone[lang]}</p> : <ul>{people.map(line)}</ul>}
      <h3>{t.againPlace[lang]}</h3>
      {place.length === 0 ? <p>{t.againNone[lang]}</p> : <ul>{place.map(line)}</ul>}
    </Card>
  );
}
