import { formatMoment } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import { typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { LeftOver } from "../../../web/views/left-over.tsx";
import { Notice, Row } from "../../../web/views/parts.tsx";
import { paths } from "../paths.ts";
import type { FormerWords } from "../queries/corrections.ts";
import type { OpenedLine } from "../service/correct.ts";
import { correctTexts as t } from "../texts/correct.ts";
import { meetingTexts } from "../texts/meetings.ts";
import { officeTexts } from "../texts/office.ts";
import { headingTexts } from "../texts/words.ts";
import { type Filled, HeadingField } from "./list.tsx";

export type CorrectProps = Filled & {
  readonly lang: Lang;
  readonly opened: OpenedLine;
  /** Its meeting still runs, and it was not struck out. */
  readonly runs: boolean;
  readonly conflict: boolean;
};

/** A line that was taken in a room, to be put right or struck out. */
export function CorrectPage(props: CorrectProps): Html {
  const { lang, opened, runs, conflict, errors, typed } = props;
  const { matter, meeting, line, before } = opened;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <p class="quiet">
        <a href={paths.meeting(meeting.publicRef)}>{t.back[lang]}</a>
      </p>
      <h1>{t.title[lang](matter.code)}</h1>
      {conflict && <Notice kind="warn" title={officeTexts.conflictTitle[lang]} children={officeTexts.conflictText[lang]} announce />}
      {conflict && !runs && <LeftOver lang={lang} words={[typedText(typed, "said"), typedText(typed, "reason")]} />}
      {!runs && <blockquote class="large">{line.said}</blockquote>}
      {!runs && <p class="quiet">{t.over[lang]}</p>}
      {runs && <CorrectForm {...props} />}
      {runs && <StrikeForm {...props} />}
      <Before lang={lang} rows={before} />
    </>
  );
}

function CorrectForm({ lang, opened, errors, typed }: CorrectProps): Html {
  const { matter, line } = opened;
  return (
    <form class="form" method="post" action={paths.correct(matter.publicRef)}>
      <input type="hidden" name="version" value={matter.version} />
      <TextField
        name="said"
        lang={lang}
        label={meetingTexts.line[lang]}
        value={"said" in typed ? typedText(typed, "said") : line.said}
        error={errors["said"]?.[lang]}
        maxlength={1_000}
        autofocus
      />
      <HeadingField lang={lang} value={typedText(typed, "heading") || line.heading} error={errors["heading"]?.[lang]} />
      <Row>
        <Button>{t.keep[lang]}</Button>
      </Row>
    </form>
  );
}

function StrikeForm({ lang, opened, errors, typed }: CorrectProps): Html {
  const { publicRef, version } = opened.matter;
  return (
    <details class="verb-with-reason" open={errors["reason"] !== undefined || typedText(typed, "reason") !== ""}>
      <summary>{t.strikeTitle[lang]}</summary>
      <form class="form" method="post" action={paths.strike(publicRef)}>
        <input type="hidden" name="version" value={version} />
        <TextField name="reason" lang={lang} label={t.reason[lang]} value={typedText(typed, "reason")} error={errors["reason"]?.[lang]} maxlength={300} />
        <Button kind="danger" consequence={t.strikeHint[lang]}>
          {t.strike[lang]}
        </Button>
      </form>
    </details>
  );
}

/** What stood there before. */
export function Before({ lang, rows }: { readonly lang: Lang; readonly rows: readonly FormerWords[] }): Html | null {
  if (rows.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t.before[lang]}</h2>
      <ol>
        {rows.map(({ heading, said, at }) => (
          <li>
            {said} <span class="quiet">{`(${headingTexts[heading][lang]}, ${formatMoment(at, lang)})`}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
