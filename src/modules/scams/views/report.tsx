import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { Button, LinkButton } from "../../../web/views/button.tsx";
import { RadioGroup, Select } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { DateField, FileField, TextArea, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Notice, Row, Stack, SummaryList, type SummaryRow } from "../../../web/views/parts.tsx";
import { Timeline, type TimelineStep } from "../../../web/views/state.tsx";
import { acceptOf, evidence } from "../../attachments/index.ts";
import { stepKinds } from "../forms.ts";
import { type Outcome, outcomes } from "../matter.ts";
import { paths, type Written } from "../paths.ts";
import { outcomeTexts, stepTexts, officeTexts as t } from "../texts/office.ts";

type Filled = { readonly errors: FieldErrors; readonly typed: Typed };

export type ReportProps = Filled & {
  readonly lang: Lang;
  readonly publicRef: string;
  readonly code: string;
  readonly title: string;
  readonly version: number;
  readonly conflict: boolean;
  /** What was written down just now: it says so where the next one is typed. */
  readonly written: Written | null;
  readonly facts: readonly SummaryRow[];
  readonly told: string | null;
  readonly steps: readonly TimelineStep[];
  /** What was said before of how it ended; null while it goes on. */
  readonly ended: Readonly<Record<string, string>> | null;
  readonly marks: readonly { readonly text: string; readonly times: number }[];
  readonly files: readonly { readonly name: string; readonly href: string }[];
  readonly banks: readonly { readonly value: string; readonly text: string }[];
  readonly persons: Html;
  readonly conversation: Html;
  /** Whether this officer may step in: also when it has ended, but for what was put away. */
  readonly mayStep: boolean;
  readonly mayWarn: boolean;
  readonly mayAdd: boolean;
};

/** One report: what was told, what was done to the minute, how it ended. */
export function ReportPage(props: ReportProps): Html {
  const { lang, code, title, conflict, written, facts, told, steps, errors, persons, conversation, mayStep, mayWarn } = props;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      {conflict && (
        <Notice kind="warn" title={t.changed[lang]} announce>
          {t.changedText[lang]}
        </Notice>
      )}
      {written === "ending" && <Notice kind="success" title={t.endingWritten[lang]} announce />}
      <Stack>
        <p class="quiet">{code}</p>
        <h1>{title}</h1>
      </Stack>
      <SummaryList rows={facts} lang={lang} />
      <h2>{t.told[lang]}</h2>
      <p>{told ?? t.notTold[lang]}</p>
      <h2>{t.persons[lang]}</h2>
      {persons}
      <h2>{t.steps[lang]}</h2>
      {steps.length === 0 ? <p class="quiet">{t.noSteps[lang]}</p> : <Timeline steps={steps} lang={lang} />}
      {mayStep && <StepForm {...props} />}
      <Marks {...props} />
      <Evidence {...props} />
      {mayStep && <EndingForm {...props} />}
      {mayWarn && (
        <Row>
          <LinkButton href={paths.alerts()} kind="secondary" icon="megaphone">
            {t.alerts[lang]}
          </LinkButton>
        </Row>
      )}
      <h2>{t.messages[lang]}</h2>
      {conversation}
    </>
  );
}

const fieldsOf =
  ({ lang, errors, typed }: Filled & { readonly lang: Lang }) =>
  (name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang] });

function StepForm(props: ReportProps): Html {
  const { lang, publicRef, version, banks, written } = props;
  const field = fieldsOf(props);
  return (
    <form class="form" method="post" action={paths.step(publicRef)}>
      {written === "step" && <Notice kind="success" level={3} title={t.stepWritten[lang]} announce />}
      <h3>{t.addStep[lang]}</h3>
      <input type="hidden" name="version" value={version} />
      <Select {...field("step")} label={t.step[lang]} options={stepKinds.map((kind) => ({ value: kind, text: stepTexts[kind][lang] }))} autofocus={written === "step"} />
      <Select {...field("bank")} label={t.bank[lang]} options={[{ value: "", text: "–" }, ...banks]} />
      <DateField {...field("doneOn")} label={t.doneOn[lang]} />
      <TextField {...field("doneTime")} label={t.doneTime[lang]} width="short" maxlength={10} />
      <TextArea {...field("note")} label={t.note[lang]} rows={2} maxlength={1_000} />
      <Row>
        <Button>{t.writeStep[lang]}</Button>
      </Row>
    </form>
  );
}

function Marks(props: ReportProps): Html {
  const { lang, publicRef, marks, mayAdd, written } = props;
  return (
    <Stack>
      <h2>{t.marks[lang]}</h2>
      {marks.length === 0 && <p class="quiet">{t.noMarks[lang]}</p>}
      <ul>
        {marks.map(({ text, times }) => (
          <li>
            <span class="code">{text}</span> <span class="quiet">{t.markTimes[lang](times)}</span>
          </li>
        ))}
      </ul>
      {mayAdd && (
        <form class="form" method="post" action={paths.mark(publicRef)}>
          {written === "mark" && <Notice kind="success" level={3} title={t.markAdded[lang]} announce />}
          <TextField {...fieldsOf(props)("mark")} autofocus={written === "mark"} label={t.addMark[lang]} autocomplete="off" maxlength={600} />
          <Row>
            <Button kind="secondary">{t.add[lang]}</Button>
          </Row>
        </form>
      )}
    </Stack>
  );
}

function Evidence({ lang, publicRef, files, mayStep, errors }: ReportProps): Html {
  return (
    <Stack>
      <h2>{t.files[lang]}</h2>
      {files.length === 0 && <p class="quiet">{t.noFiles[lang]}</p>}
      <ul>
        {files.map(({ name, href }) => (
          <li>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
      {mayStep && (
        <form class="form" method="post" action={paths.files(publicRef)} enctype="multipart/form-data">
          <FileField name="file" lang={lang} label={t.addFile[lang]} maxMegabytes={String(evidence.maxMegabytes)} accept={acceptOf(evidence)} error={errors["file"]?.[lang]} />
          <Row>
            <Button kind="secondary" icon="paperclip">
              {t.keepFile[lang]}
            </Button>
          </Row>
        </form>
      )}
    </Stack>
  );
}

function EndingForm(props: ReportProps): Html {
  const { lang, publicRef, version, ended, typed } = props;
  // What was typed stands before what was said earlier, also where it was emptied.
  const field = fieldsOf({ ...props, typed: { ...ended, ...typed } });
  const names = Object.keys(outcomes) as Outcome[];
  return (
    <form class="form" method="post" action={paths.outcome(publicRef)}>
      <h2>{ended ? t.endingAgain[lang] : t.ending[lang]}</h2>
      {ended && <p>{t.endingAgainLead[lang]}</p>}
      <input type="hidden" name="version" value={version} />
      <RadioGroup {...field("outcome")} label={t.outcome[lang]} options={names.map((name) => ({ value: name, text: outcomeTexts[name][lang] }))} />
      <TextField {...field("attempted")} label={t.attempted[lang]} hint={t.amountHint[lang]} width="short" maxlength={30} />
      <TextField {...field("lost")} label={t.lost[lang]} width="short" maxlength={30} />
      <TextField {...field("saved")} label={t.saved[lang]} width="short" maxlength={30} />
      <TextField {...field("endNote")} label={ended ? t.whyAgain[lang] : t.note[lang]} maxlength={1_000} />
      <Row>
        <Button>{ended ? t.settleAgain[lang] : t.settle[lang]}</Button>
      </Row>
    </form>
  );
}
