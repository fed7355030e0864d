import type { Lang } from "../../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../../web/form.ts";
import { Button } from "../../../../web/views/button.tsx";
import { ErrorSummary } from "../../../../web/views/form/errors.tsx";
import { DateField, TextArea, TextField } from "../../../../web/views/form/text.tsx";
import type { Html } from "../../../../web/views/html.ts";
import { changeLines } from "../../forms/work.ts";
import { paths } from "../../paths.ts";
import type { ProposalForm } from "../../proposal.ts";
import { officeTexts as t } from "../../texts/office.ts";
import { Conflict } from "./conflict.tsx";

export type ResultProps = {
  readonly lang: Lang;
  readonly ref: string;
  readonly code: string;
  readonly formName: string;
  readonly form: ProposalForm;
  readonly version: number;
  /** The second of two officers: the draft was not put before the chief. */
  readonly conflict: boolean;
  readonly errors: FieldErrors;
  /** What was typed, or what the officer starts from. */
  readonly typed: Typed;
};

/** The form of a result, in the order of the paper. */
export function ResultPage(props: ResultProps): Html {
  const { lang, ref, code, form, formName, version, errors } = props;
  const Fields = { CT08: NoticeFields, CT07: ConfirmationFields, CT03: AbsenceFields, CT06: RefusalFields }[form];
  return (
    <>
      <p class="quiet">
        <a href={paths.dossier(ref)}>
          {t.dossier[lang]} {code}
        </a>
      </p>
      <h1>
        {formName} ({form})
      </h1>
      {props.conflict && <Conflict typed={{}} lang={lang} />}
      <ErrorSummary errors={errors} lang={lang} />
      <form method="post" action={paths.result(ref, form)} class="form">
        <input type="hidden" name="version" value={version} />
        <Fields {...props} />
        <Button consequence={t.submitConsequence[lang]}>{t.submitToChief[lang]}</Button>
      </form>
    </>
  );
}

const field = ({ lang, typed, errors }: ResultProps, name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang] });

function NoticeFields(props: ResultProps): Html {
  const { lang } = props;
  return (
    <>
      <TextArea {...field(props, "decision")} label={t.decision[lang]} hint={t.decisionHint[lang]} rows={3} />
      <h2>{t.changes[lang]}</h2>
      {changeLines.map((n) => (
        <fieldset class="three">
          <legend>{t.changeN[lang](n)}</legend>
          <TextField {...field(props, `what${n}`)} label={t.what[lang]} optional />
          <TextField {...field(props, `before${n}`)} label={t.before[lang]} optional />
          <TextField {...field(props, `after${n}`)} label={t.after[lang]} optional />
        </fieldset>
      ))}
      <TextArea {...field(props, "remark")} label={t.remark[lang]} rows={2} optional />
    </>
  );
}

function ConfirmationFields(props: ResultProps): Html {
  const { lang } = props;
  return (
    <>
      <TextField {...field(props, "permanentAddress")} label={t.address[lang]} />
      <TextField {...field(props, "temporaryAddress")} label={t.temporaryAddress[lang]} optional />
      <TextField {...field(props, "currentAddress")} label={t.currentAddress[lang]} optional />
      <TextField {...field(props, "headOfHousehold")} label={t.headOfHousehold[lang]} optional />
      <TextField {...field(props, "relationToHead")} label={t.relationToHead[lang]} width="middle" optional />
      <DateField {...field(props, "validUntil")} label={t.validUntil[lang]} />
      <TextArea {...field(props, "remark")} label={t.remark[lang]} rows={2} optional />
    </>
  );
}

function AbsenceFields(props: ResultProps): Html {
  const { lang } = props;
  return (
    <>
      <DateField {...field(props, "absentFrom")} label={t.absentFrom[lang]} />
      <DateField {...field(props, "absentUntil")} label={t.absentUntil[lang]} />
      <TextField {...field(props, "destination")} label={t.destination[lang]} />
      <TextField {...field(props, "reason")} label={t.absentReason[lang]} />
    </>
  );
}

function RefusalFields(props: ResultProps): Html {
  const { lang } = props;
  return (
    <>
      <TextArea {...field(props, "reasons")} label={t.refusalReasons[lang]} rows={4} />
      <TextField {...field(props, "basis")} label={t.refusalBasis[lang]} optional />
      <TextArea {...field(props, "nextSteps")} label={t.nextSteps[lang]} rows={4} />
    </>
  );
}
