import type { Lang } from "../../../../base/lang.ts";
import { LinkButton } from "../../../../web/views/button.tsx";
import { ErrorSummary } from "../../../../web/views/form/errors.tsx";
import type { Html } from "../../../../web/views/html.ts";
import { Card, Notice, OpenSign, Row, Stack, SummaryList, type SummaryRow } from "../../../../web/views/parts.tsx";
import { TelLink } from "../../../../web/views/phone.tsx";
import { DueMoment, type StateLook, StateTag, Timeline, type TimelineStep, WhyThisDate } from "../../../../web/views/state.tsx";
import { Telling, type TellingProps } from "../../../subscriptions/index.ts";
import { trackTexts as t } from "../../texts/resident.ts";

/** What a resident's dossier page shows: nothing in it says whose it is. */
export type TrackedProps = {
  readonly lang: Lang;
  readonly code: string;
  readonly procedure: string;
  readonly look: StateLook;
  readonly word: string;
  /** The last paper was taken back, or one replaced. */
  readonly ended: { readonly title: string; readonly text: string } | null;
  /** Late and not ready yet, or ready but later than promised. */
  readonly apology: { readonly title: string; readonly text: string } | null;
  /** The date was put off: the new one, and why. */
  readonly extended: { readonly title: string; readonly text: string } | null;
  readonly isLate: boolean;
  readonly moment: Moment;
  readonly why: { readonly lines: readonly string[]; readonly basis: string } | null;
  readonly now: WhatNow;
  readonly steps: readonly TimelineStep[];
  readonly facts: readonly SummaryRow[];
  readonly phone: string | null;
  readonly telling: TellingProps;
};

/** The due moment, or the sentence that stands where there is none. */
export type Moment = { readonly text: string; readonly time: string | null; readonly instant: string | null; readonly note: string | null };

export type WhatNow = {
  readonly sentence: string;
  /** What is still missing, each with what to do about it. */
  readonly missing: readonly { readonly name: string; readonly todo: string }[];
  /** It could have been said before: the post says so itself. */
  readonly again: { readonly title: string; readonly why: string } | null;
  readonly bring: readonly string[];
  /** Where to come and whether it is open; only when there is a reason to come. */
  readonly come: { readonly where: string; readonly open: boolean; readonly rest: string } | null;
  readonly note: string | null;
  readonly links: readonly { readonly href: string; readonly text: string; readonly main: boolean }[];
};

/** Where a dossier stands: state, when, why, what to do now, what was done, whom to ask. */
export function TrackedPage(props: TrackedProps): Html {
  const { lang, code, procedure, ended, apology, extended, steps, facts, phone, telling } = props;
  return (
    <>
      <ErrorSummary errors={telling.errors} lang={lang} />
      <div>
        <p class="quiet">
          {t.file[lang]} <span class="code">{code}</span>
        </p>
        <h1>{procedure}</h1>
      </div>
      {ended !== null && (
        <Notice kind="danger" title={ended.title}>
          <p>
            {ended.text} {phone !== null && <TelLink number={phone} />}
          </p>
        </Notice>
      )}
      {apology !== null && (
        <Notice kind="danger" title={apology.title}>
          <p>
            {apology.text} {phone !== null && <TelLink number={phone} />}
          </p>
        </Notice>
      )}
      {extended !== null && (
        <Notice kind="warn" title={extended.title}>
          <p>{extended.text}</p>
        </Notice>
      )}
      <Standing {...props} />
      <Now {...props} />
      <Telling {...telling} />
      <Stack>
        <h2>{t.history[lang]}</h2>
        <Timeline steps={steps} lang={lang} />
      </Stack>
      <Stack>
        <h2>{t.facts[lang]}</h2>
        <SummaryList rows={facts} lang={lang} />
        <p class="quiet">{t.privacy[lang]}</p>
      </Stack>
      <p>
        {phone === null ? t.askPlain[lang] : t.ask[lang]} {phone !== null && <TelLink number={phone} />}
      </p>
    </>
  );
}

function Standing({ lang, look, word, isLate, moment, why }: TrackedProps): Html {
  const { text, time, instant, note } = moment;
  return (
    <Card>
      <Row>
        <StateTag state={look} word={word} lang={lang} />
        {isLate && <StateTag state="late" word={t.lateTag[lang]} lang={lang} />}
      </Row>
      {instant !== null && time !== null ? (
        <DueMoment big late={isLate} distance={text} exact={time} instant={instant} note={note ?? undefined} />
      ) : (
        <Plain text={text} note={note} />
      )}
      {why !== null && <WhyThisDate lines={why.lines} basis={why.basis} lang={lang} />}
    </Card>
  );
}

function Plain({ text, note }: { readonly text: string; readonly note: string | null }): Html {
  return (
    <div class="due due-big">
      <strong>{text}</strong>
      {note !== null && <span>{note}</span>}
    </div>
  );
}

function Now({ lang, now }: TrackedProps): Html {
  return (
    <Stack>
      <h2>{t.whatNow[lang]}</h2>
      <p>{now.sentence}</p>
      {now.missing.length > 0 && (
        <Notice kind="warn" title={t.missing[lang]} level={3}>
          <ul>
            {now.missing.map(({ name, todo }) => (
              <li>
                <strong>{name}.</strong> {todo}
              </li>
            ))}
          </ul>
          {now.again !== null && (
            <p>
              {now.again.title} {now.again.why}
            </p>
          )}
        </Notice>
      )}
      {now.bring.length > 0 && (
        <ul class="ticks">
          {now.bring.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      )}
      {now.come !== null && (
        <p>
          {now.come.where}
          <br />
          <OpenSign open={now.come.open} rest={now.come.rest} lang={lang} />
        </p>
      )}
      {now.note !== null && <p class="quiet">{now.note}</p>}
      {now.links.length > 0 && (
        <Row>
          {now.links.map((link) => (
            <LinkButton href={link.href} kind={link.main ? "primary" : "secondary"} big={link.main}>
              {link.text}
            </LinkButton>
          ))}
        </Row>
      )}
    </Stack>
  );
}
