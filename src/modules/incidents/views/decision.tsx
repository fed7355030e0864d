import { type Typed, typedText } from "../../../web/form.ts";
import { RadioGroup } from "../../../web/views/form/choice.tsx";
import { DateField, TextArea, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { outcomes } from "../forms/work.ts";
import { decisionTexts as t } from "../texts/decision.ts";
import { ToldField } from "./ending.tsx";
import { fieldOf } from "./intake.tsx";

/** The paper by which a report that was kept at the post is decided on. */
export function DecisionFields(props: Parameters<typeof fieldOf>[0] & { readonly typed: Typed }): Html {
  const { lang, typed } = props;
  const field = fieldOf(props);
  return (
    <>
      <p>{t.closesIt[lang]}</p>
      <RadioGroup {...field("outcome")} label={t.outcome[lang]} options={outcomes.map((value) => ({ value, text: t[value][lang] }))} value={typedText(typed, "outcome")} />
      <TextField {...field("number")} label={t.number[lang]} hint={t.numberHint[lang]} width="middle" maxlength={40} />
      <DateField {...field("decidedOn")} label={t.decidedOn[lang]} />
      <TextArea {...field("reason")} label={t.ground[lang]} rows={3} maxlength={500} />
      <ToldField {...props} />
    </>
  );
}
