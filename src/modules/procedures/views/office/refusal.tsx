import type { Lang } from "../../../../base/lang.ts";
import { type FieldErrors, type Typed, typedList, typedText } from "../../../../web/form.ts";
import { Button } from "../../../../web/views/button.tsx";
import { CheckGroup, type Option } from "../../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../../web/views/form/errors.tsx";
import { TextArea } from "../../../../web/views/form/text.tsx";
import type { Html } from "../../../../web/views/html.ts";
import { paths } from "../../paths.ts";
import { courseTexts as t } from "../../texts/course.ts";
import { officeTexts } from "../../texts/office.ts";
import { Conflict } from "./conflict.tsx";

export type RefusalProps = {
  readonly lang: Lang;
  readonly ref: string;
  readonly code: string;
  readonly version: number;
  readonly form: string;
  /** Each reason with its legal basis. */
  readonly reasons: readonly Option[];
  /** The second of two officers: nothing was put before the chief. */
  readonly conflict: boolean;
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** Why a request cannot be granted: reasons of the law, and what they mean in this case. */
export function RefusalPage({ lang, ref, code, version, form, reasons, conflict, errors, typed }: RefusalProps): Html {
  const field = (name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang] });
  return (
    <>
      <p class="quiet">
        <a href={paths.dossier(ref)}>
          {officeTexts.dossier[lang]} {code}
        </a>
      </p>
      <h1>
        {t.refuse[lang]} ({form})
      </h1>
      {conflict && <Conflict typed={{ note: typedText(typed, "explanation") }} lang={lang} />}
      <ErrorSummary errors={errors} lang={lang} />
      <form method="post" action={paths.refusal(ref)} class="form">
        <input type="hidden" name="version" value={version} />
        <CheckGroup name="codes" lang={lang} label={t.refuseReasons[lang]} options={reasons} values={typedList(typed, "codes")} error={errors["codes"]?.[lang]} />
        <TextArea {...field("explanation")} label={t.refuseExplanation[lang]} rows={3} optional />
        <TextArea {...field("nextSteps")} label={t.refuseNext[lang]} hint={t.refuseNextHint[lang]} rows={3} optional />
        <Button consequence={officeTexts.submitConsequence[lang]}>{officeTexts.submitToChief[lang]}</Button>
      </form>
    </>
  );
}
