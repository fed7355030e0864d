import { formatDate, formatMoment } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { LinkButton } from "../../../web/views/button.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Row, Stack } from "../../../web/views/parts.tsx";
import { StateTag } from "../../../web/views/state.tsx";
import { paths } from "../paths.ts";
import type { PublicMeeting } from "../queries/meetings.ts";
import type { PublicWord } from "../queries/public.ts";
import type { ShownPromise } from "../service/public.ts";
import { standingTexts, residentTexts as t } from "../texts/resident.ts";
import { meetingKindTexts } from "../texts/words.ts";

export type HamletsProps = {
  readonly lang: Lang;
  readonly unit: string;
  readonly hamlets: readonly { readonly code: string; readonly name: string; readonly words: number }[];
  readonly meetings: readonly PublicMeeting[];
};

/** Every hamlet of the commune, and the meetings to come. */
export function HamletsPage({ lang, unit, hamlets, meetings }: HamletsProps): Html {
  return (
    <>
      <Stack>
        <h1>{t.listTitle[lang]}</h1>
        <p class="lead">{t.listLead[lang](unit)}</p>
      </Stack>
      <Row>
        <LinkButton href={paths.say()} icon="message-square">
          {t.sayMore[lang]}
        </LinkButton>
      </Row>
      <ComingMeetings lang={lang} meetings={meetings} />
      <section class="stack">
        <h2>{t.hamlets[lang]}</h2>
        <ul>
          {hamlets.map(({ code, name, words }) => (
            <li>
              <a href={paths.publicHamlet(code)}>{name}</a>
              {words > 0 && <span class="quiet">{` · ${t.countWords[lang](words)}`}</span>}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

export type HamletProps = {
  readonly lang: Lang;
  readonly code: string;
  readonly name: string;
  readonly words: readonly PublicWord[];
  readonly promises: readonly (ShownPromise & { readonly by: string })[];
  readonly meetings: readonly PublicMeeting[];
};

/** What one hamlet said, and what was done. */
export function HamletPage({ lang, code, name, words, promises, meetings }: HamletProps): Html {
  return (
    <>
      <p class="quiet">
        <a href={paths.publicList()}>{t.backToList[lang]}</a>
      </p>
      <h1>{`${t.listTitle[lang]}: ${name}`}</h1>
      {words.length === 0 ? <p class="quiet">{t.noWords[lang]}</p> : <Words lang={lang} words={words} />}
      {promises.length > 0 && <Promises lang={lang} promises={promises} />}
      <ComingMeetings lang={lang} meetings={meetings} />
      <Row>
        <LinkButton href={paths.say()} icon="message-square">
          {t.sayMore[lang]}
        </LinkButton>
        <LinkButton href={paths.publicSheet(code)} kind="secondary" icon="printer">
          {t.sheet[lang]}
        </LinkButton>
        <LinkButton href={paths.loudspeaker(code)} kind="secondary" icon="megaphone">
          {t.loudspeaker[lang]}
        </LinkButton>
      </Row>
    </>
  );
}

function Words({ lang, words }: Pick<HamletProps, "lang" | "words">): Html {
  return (
    <ul class="stack">
      {words.map(({ id, said, done, publishedAt, contested }) => (
        <li id={`viec-${id}`}>
          <p>
            <b>{`${t.saidBy[lang]}: `}</b>
            {said}
          </p>
          <p>
            <b>{`${t.doneBy[lang]}: `}</b>
            {done} <span class="quiet">({t.on[lang](formatDate(dayOf(publishedAt), lang))})</span>
          </p>
          {contested && (
            <p>
              <StateTag state="working" lang={lang} word={t.contested[lang]} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

const looks = { open: "working", late: "late", carriedOut: "done", notCarriedOut: "returned" } as const;

function Promises({ lang, promises }: Pick<HamletProps, "lang" | "promises">): Html {
  return (
    <section class="stack">
      <h2>{t.promises[lang]}</h2>
      <ul class="stack">
        {promises.map(({ matterId, promise, by, standing, report, reportedAt }) => (
          <li id={`hua-${matterId}`}>
            <p>
              <b>{promise}</b>
              <br />
              <span class="quiet">{by}</span>
            </p>
            <p>
              <StateTag state={looks[standing]} lang={lang} word={standingTexts[standing][lang]} /> {report}
              {reportedAt && <span class="quiet">{` (${formatDate(dayOf(reportedAt), lang)})`}</span>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ComingMeetings({ lang, meetings }: { readonly lang: Lang; readonly meetings: readonly PublicMeeting[] }): Html {
  return (
    <section class="stack">
      <h2>{t.meetings[lang]}</h2>
      {meetings.length === 0 && <p class="quiet">{t.noMeetings[lang]}</p>}
      <ul class="stack">
        {meetings.map((one) => (
          <li>
            <strong>{one.topic}</strong> {one.calledOffAt !== null && <StateTag state="refused" lang={lang} word={t.calledOff[lang]} />}{" "}
            {one.calledOffBecause && t.calledOffWhy[lang](one.calledOffBecause)}
            <br />
            {[meetingKindTexts[one.kind][lang], formatMoment(one.startsAt, lang), one.place, ...(one.hamletName ? [one.hamletName] : [])].join(" · ")}
            <br />
            <a href={paths.calendar(one.publicRef)}>
              {t.addToCalendar[lang]}
              <span class="sr-only">: {one.topic}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is read out over the loudspeaker, paragraph by paragraph. */
export function LoudspeakerPage({ lang, code, name, lines }: { readonly lang: Lang; readonly code: string; readonly name: string; readonly lines: readonly string[] }): Html {
  return (
    <>
      <p class="quiet no-print">
        <a href={paths.publicHamlet(code)}>{name}</a>
      </p>
      <h1>{`${t.loudspeaker[lang]}: ${name}`}</h1>
      <p class="quiet">{t.loudspeakerLead[lang]}</p>
      <div class="stack large">
        {lines.map((line) => (
          <p>{line}</p>
        ))}
      </div>
    </>
  );
}
