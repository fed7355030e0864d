import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedList, typedText } from "../../../web/form.ts";
import { Button, LinkButton } from "../../../web/views/button.tsx";
import { CheckGroup } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { DateField, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Card, Notice, Row, SummaryList, type SummaryRow } from "../../../web/views/parts.tsx";
import { StateTag, Timeline } from "../../../web/views/state.tsx";
import { paths } from "../paths.ts";
import { nightTexts } from "../texts/night.ts";
import { stayTexts as t } from "../texts/office.ts";

export type ShownPerson = { readonly number: number; readonly name: string; readonly facts: string; readonly paper: string; readonly standing: string; readonly gone: boolean };
export type ShownStep = { readonly title: string; readonly at: string; readonly by: string; readonly note: string | null; readonly summary: string };

export type StayProps = {
  readonly lang: Lang;
  readonly publicRef: string;
  readonly code: string;
  readonly version: number;
  /** Just entered: the number is what the officer wants now. */
  readonly fresh: boolean;
  readonly receipt: string;
  readonly facts: readonly SummaryRow[];
  readonly people: readonly ShownPerson[];
  readonly inTime: boolean;
  readonly why: { readonly lines: readonly string[]; readonly basis: string };
  readonly doubt: string | null;
  readonly steps: readonly ShownStep[];
  readonly mayEnter: boolean;
  readonly conflict: boolean;
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** One declaration: its number to be read out, who is there, and how it stands to the law. */
export function StayPage(props: StayProps): Html {
  const { lang, publicRef, code, fresh, receipt, facts, mayEnter, conflict, errors } = props;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <p class="quiet">
        <a href={paths.log()}>{t.backToLog[lang]}</a>
      </p>
      <h1>
        {t.code[lang]} {code}
      </h1>
      {conflict && <Notice kind="warn" title={t.conflictTitle[lang]} children={t.conflictText[lang]} announce />}
      <Notice kind={fresh ? "success" : "info"} title={fresh ? t.entered[lang] : t.readOut[lang]} announce={fresh}>
        <p class="large">
          <strong>{receipt}</strong>
        </p>
        <div class="row">
          <LinkButton href={paths.slip(publicRef)} icon="printer" print autofocus={fresh} shortcut="P">
            {t.printSlip[lang]}
          </LinkButton>
          {mayEnter && (
            <LinkButton href={paths.declaration()} kind="secondary" icon="plus">
              {t.next[lang]}
            </LinkButton>
          )}
          {mayEnter && (
            <LinkButton href={paths.correction(publicRef)} kind="secondary" icon="square-pen">
              {t.correct[lang]}
            </LinkButton>
          )}
        </div>
      </Notice>
      <div class="columns">
        <div class="stack">
          <People {...props} />
          {mayEnter && <Leave {...props} />}
        </div>
        <div class="stack">
          <section>
            <h2>{t.hostAndPlace[lang]}</h2>
            <SummaryList rows={facts} lang={lang} />
          </section>
          <Standing {...props} />
          <section>
            <h2>{t.historyTitle[lang]}</h2>
            <Timeline
              lang={lang}
              steps={props.steps.map(({ title, at, by, note, summary }) => ({ state: "done", title, at, by, detail: note ? `${note}. ${summary}` : summary }))}
            />
          </section>
        </div>
      </div>
    </>
  );
}

function People({ lang, people }: StayProps): Html {
  return (
    <section>
      <h2>{t.guests[lang]}</h2>
      <ul class="stack">
        {people.map((one) => (
          <li>
            <strong>{one.name}</strong>, {one.facts}
            <br />
            <span class="quiet">{one.paper}</span>
            <br />
            <StateTag state={one.gone ? "done" : "working"} lang={lang} word={one.standing} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing({ lang, inTime, why, doubt }: StayProps): Html {
  return (
    <Card>
      <h2>{t.standingTitle[lang]}</h2>
      <p>
        <StateTag state={inTime ? "done" : "late"} lang={lang} word={inTime ? nightTexts.inTimeWord[lang] : nightTexts.lateWord[lang]} />
      </p>
      <ul>
        {why.lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p class="quiet">{t.law[lang](why.basis)}</p>
      {doubt !== null && <p class="quiet">{doubt}</p>}
      <p class="quiet">{nightTexts.note[lang]}</p>
    </Card>
  );
}

function Leave({ lang, publicRef, version, people, errors, typed }: StayProps): Html {
  const wrong = ["guests", "leftOn", "leftTime"].some((name) => errors[name] !== undefined);
  const there = people.filter(({ gone }) => !gone);
  const ticked = typedList(typed, "guests");
  const field = (name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang] });
  return (
    <details class="verb-with-reason" open={wrong}>
      <summary>{t.leaveTitle[lang]}</summary>
      <form class="form" method="post" action={paths.departure(publicRef)}>
        <input type="hidden" name="version" value={version} />
        <CheckGroup
          {...field("guests")}
          label={t.whoLeft[lang]}
          options={people.map(({ number, name, standing }) => ({ value: String(number), text: name, hint: standing }))}
          values={wrong ? ticked : there.map(({ number }) => String(number))}
        />
        <DateField {...field("leftOn")} label={t.leftOn[lang]} hint={t.leftHint[lang]} optional />
        <TextField {...field("leftTime")} label={t.leftTime[lang]} hint={t.timeHint[lang]} width="short" inputmode="numeric" maxlength={6} optional />
        <Row>
          <Button kind="secondary" name="act" value="leave">
            {t.leave[lang]}
          </Button>
          {there.length < people.length && (
            <Button kind="quiet" name="act" value="back">
              {t.back[lang]}
            </Button>
          )}
        </Row>
      </form>
    </details>
  );
}
