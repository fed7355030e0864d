import { formatMoment } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import { typedText } from "../../../web/form.ts";
import { Button, LinkButton } from "../../../web/views/button.tsx";
import type { Option } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { TextArea, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { LeftOver } from "../../../web/views/left-over.tsx";
import { Notice, Row, SummaryList } from "../../../web/views/parts.tsx";
import { StateTag } from "../../../web/views/state.tsx";
import { planFields } from "../forms/meetings.ts";
import { hasMinutes } from "../matter.ts";
import { paths } from "../paths.ts";
import type { OpenedMeeting } from "../service/meetings.ts";
import { meetingTexts as t } from "../texts/meetings.ts";
import { officeTexts } from "../texts/office.ts";
import { meetingKindTexts } from "../texts/words.ts";
import { lookOf, stateWord } from "../work.ts";
import { CommitmentForm, Promises } from "./commitments.tsx";
import { type Filled, OpinionTable } from "./list.tsx";
import { Outbox } from "./outbox.tsx";
import { ChangePlan } from "./plan.tsx";
import { Room } from "./room.tsx";

export type MeetingProps = Filled & {
  readonly lang: Lang;
  readonly now: Date;
  readonly opened: OpenedMeeting;
  readonly colleagues: readonly Option[];
  /** To whom a line of the room can be given at once. */
  readonly owners: readonly Option[];
  readonly hamlets: readonly Option[];
  /** The heading of the last line, still chosen. */
  readonly heading: string;
  /** A fresh reference, so that a line sent twice is taken once. */
  readonly lineKey: string;
  /** The cursor stands in the line of the room. */
  readonly atLine: boolean;
  /** Another, for a household or a promise that is written down. */
  readonly formKey: string;
  /** The cursor stands in the household that comes next. */
  readonly atHouseholds: boolean;
  /** Who is signed in: lines that wait on a device are his alone. */
  readonly account: number | null;
  readonly mayTake: boolean;
  readonly mayAnswer: boolean;
  readonly conflict: boolean;
};

function MinutesLinks({ lang, publicRef }: { readonly lang: Lang; readonly publicRef: string }): Html {
  return (
    <>
      <LinkButton href={paths.minutes(publicRef, "pdf")} kind="secondary" icon="printer">
        {t.minutesPdf[lang]}
      </LinkButton>
      <LinkButton href={paths.minutes(publicRef, "docx")} kind="secondary" icon="download">
        {t.minutesDocx[lang]}
      </LinkButton>
    </>
  );
}

/** What is typed into forms that stand on the page only before a meeting begins, and only while it runs. */
const beforeIt = [...planFields.filter((name) => name !== "hamlet"), "reason"];
const whileItRuns = ["said", "answer", "head", "promise", "conclusion"];

/** Fields of the forms that are not on the page now: somebody else began, ended or called off the meeting meanwhile. */
const goneFrom = ({ state }: { readonly state: string }, runs: boolean): readonly string[] => [...(state === "planned" ? [] : beforeIt), ...(runs ? [] : whileItRuns)];

/** One meeting from its plan to its minutes. */
export function MeetingPage(props: MeetingProps): Html {
  const { lang, now, opened, conflict, errors, mayTake } = props;
  const { matter, meeting, opinions } = opened;
  const ref = matter.publicRef;
  const runs = matter.state === "held" && mayTake;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <p class="quiet">
        <a href={paths.meetings()}>{t.back[lang]}</a>
      </p>
      <h1>{meeting.topic}</h1>
      {conflict && <Notice kind="warn" title={officeTexts.conflictTitle[lang]} children={officeTexts.conflictText[lang]} announce />}
      {conflict && <LeftOver lang={lang} words={goneFrom(matter, runs).map((name) => typedText(props.typed, name))} />}
      <div id="ve-cuoc-hop" data-follows>
        <Facts {...props} />
      </div>
      <Row>
        {meeting.kind !== "cell" && (
          <LinkButton href={paths.calendar(ref)} kind="secondary" icon="calendar-days">
            {t.calendar[lang]}
          </LinkButton>
        )}
        {hasMinutes(matter) && <MinutesLinks lang={lang} publicRef={ref} />}
      </Row>
      {runs ? <Room {...props} publicRef={ref} /> : <LastTime {...props} />}
      {runs && <Households {...props} runs />}
      {mayTake && <Outbox lang={lang} account={props.account} here={paths.meeting(ref)} />}
      <section class="stack" id="da-ghi">
        <h2>{opinions.length === 0 ? t.noneTaken[lang] : t.taken[lang](opinions.length)}</h2>
        {opinions.length > 0 && <OpinionTable lang={lang} now={now} rows={opinions} correct={runs} />}
      </section>
      {runs && <LastTime {...props} />}
      {!runs && <Households {...props} runs={false} />}
      <section class="stack" id="cam-ket" data-in-place>
        <h2>{t.commitments[lang]}</h2>
        {opened.commitments.length === 0 ? <p class="quiet">{t.noCommitments[lang]}</p> : <Promises lang={lang} now={now} rows={opened.commitments} />}
        {runs && <CommitmentForm {...props} action={paths.meetingStep(ref, "cam-ket")} />}
      </section>
      {mayTake && matter.state === "planned" && <Begin {...props} />}
      {mayTake && matter.state === "planned" && <ChangePlan {...props} />}
      {mayTake && matter.state === "planned" && <CallOff {...props} />}
      {runs && <Close {...props} />}
    </>
  );
}

function Facts({ lang, opened }: MeetingProps): Html {
  const { matter, meeting, came } = opened;
  const agenda = meeting.agenda.split("\n").filter((line) => line !== "");
  const rows = [
    { term: t.state[lang], detail: <StateTag state={lookOf(matter.state)} lang={lang} word={stateWord(matter.state)[lang]} /> },
    ...(meeting.calledOffBecause ? [{ term: t.reason[lang], detail: meeting.calledOffBecause }] : []),
    { term: t.kind[lang], detail: [meetingKindTexts[meeting.kind][lang], ...(meeting.hamletName ? [meeting.hamletName] : [])].join(" · ") },
    { term: t.when[lang], detail: `${formatMoment(meeting.startsAt, lang)} – ${formatMoment(meeting.endsAt, lang)}` },
    { term: t.place[lang], detail: meeting.place },
    { term: t.hosts[lang], detail: meeting.hosts },
    { term: t.households[lang], detail: t.came[lang](came.households, came.people) },
    {
      term: t.agenda[lang],
      detail: (
        <ol>
          <li>{t.lastTime[lang]}</li>
          {agenda.map((line) => (
            <li>{line}</li>
          ))}
        </ol>
      ),
    },
    ...(meeting.conclusion ? [{ term: t.conclusion[lang], detail: meeting.conclusion }] : []),
  ];
  return <SummaryList rows={rows} lang={lang} />;
}

function LastTime({ lang, now, opened }: MeetingProps): Html {
  const { opinions, commitments } = opened.fromLastTime;
  return (
    <section class="stack">
      <h2>{t.lastTime[lang]}</h2>
      {opinions.length + commitments.length === 0 && <p class="quiet">{t.nothingLeft[lang]}</p>}
      {commitments.length > 0 && <Promises lang={lang} now={now} rows={commitments} />}
      {opinions.length > 0 && <OpinionTable lang={lang} now={now} rows={opinions} />}
    </section>
  );
}

function Households({ lang, opened, runs, formKey, atHouseholds, errors, typed }: MeetingProps & { readonly runs: boolean }): Html {
  const { matter, came } = opened;
  const field = (name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang] });
  return (
    <section class="stack" id="ho-du" data-in-place>
      <h2>{`${t.households[lang]}: ${t.came[lang](came.households, came.people)}`}</h2>
      {came.households > 0 && (
        <p>
          <a href={paths.households(matter.publicRef)}>{t.seeHouseholds[lang]}</a>
        </p>
      )}
      {runs && (
        <form class="form" method="post" action={paths.meetingStep(matter.publicRef, "ho-du")}>
          <input type="hidden" name="key" value={typedText(typed, "key") || formKey} />
          <TextField {...field("head")} label={t.head[lang]} hint={t.headHint[lang]} width="middle" maxlength={100} autofocus={atHouseholds} />
          <TextField {...field("people")} label={t.people[lang]} value={typedText(typed, "people") || "1"} width="short" inputmode="numeric" maxlength={2} />
          <Row>
            <Button kind="secondary" icon="plus">
              {t.note[lang]}
            </Button>
          </Row>
        </form>
      )}
    </section>
  );
}

function Begin({ lang, opened }: MeetingProps): Html {
  const { publicRef, version } = opened.matter;
  return (
    <form method="post" action={paths.meetingStep(publicRef, "bat-dau")}>
      <input type="hidden" name="version" value={version} />
      <Button consequence={t.beginHint[lang]}>{t.begin[lang]}</Button>
    </form>
  );
}

function CallOff({ lang, opened, errors, typed }: MeetingProps): Html {
  const { publicRef, version } = opened.matter;
  return (
    <details class="verb-with-reason" open={errors["reason"] !== undefined || typedText(typed, "reason") !== ""}>
      <summary>{t.callOffTitle[lang]}</summary>
      <form class="form" method="post" action={paths.meetingStep(publicRef, "hoan")}>
        <input type="hidden" name="version" value={version} />
        <TextField
          name="reason"
          lang={lang}
          label={t.reason[lang]}
          {...(opened.meeting.kind === "cell" ? {} : { hint: t.reasonHint[lang] })}
          value={typedText(typed, "reason")}
          error={errors["reason"]?.[lang]}
          maxlength={300}
        />
        <Button kind="danger">{t.callOff[lang]}</Button>
      </form>
    </details>
  );
}

function Close({ lang, opened, errors, typed }: MeetingProps): Html {
  const { publicRef, version } = opened.matter;
  return (
    <section class="stack" id="chot" data-in-place>
      <h2>{t.closeTitle[lang]}</h2>
      <form class="form" method="post" action={paths.meetingStep(publicRef, "ket-thuc")} data-outbox-after>
        <input type="hidden" name="version" value={version} />
        <TextArea name="conclusion" lang={lang} label={t.conclusion[lang]} rows={3} value={typedText(typed, "conclusion")} error={errors["conclusion"]?.[lang]} maxlength={2_000} />
        <Button kind="secondary" consequence={t.closeHint[lang]}>
          {t.closeVerb[lang]}
        </Button>
      </form>
    </section>
  );
}

/** Who came, by name. */
export function HouseholdsPage({
  lang,
  publicRef,
  rows,
}: {
  readonly lang: Lang;
  readonly publicRef: string;
  readonly rows: readonly { readonly number: number; readonly head: string; readonly people: number }[];
}): Html {
  return (
    <>
      <p class="quiet">
        <a href={paths.meeting(publicRef)}>{t.back[lang]}</a>
      </p>
      <h1>{t.householdsTitle[lang]}</h1>
      <ol>
        {rows.map(({ head, people }) => (
          <li>{`${head}: ${people}`}</li>
        ))}
      </ol>
    </>
  );
}
