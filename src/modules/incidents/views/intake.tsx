import type { Lang } from "../../../base/lang.ts";
import type { Unit } from "../../../kernel/units.ts";
import { type FieldErrors, type Typed, typedList, typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { CheckGroup, RadioGroup, Select } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { DateField, TextArea, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Row } from "../../../web/views/parts.tsx";
import { channels, reportKinds } from "../forms/report.ts";
import type { Nature } from "../law.ts";
import { paths } from "../paths.ts";
import { channelTexts, kindTexts, officeTexts as t } from "../texts/office.ts";

export type IntakeProps = {
  readonly lang: Lang;
  /** The reference that this report will bear, so that sent twice it is one. */
  readonly publicRef: string;
  readonly natures: readonly Nature[];
  readonly hamlets: readonly Unit[];
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** One page, one field that must be filled: somebody is on the telephone. */
export function IntakePage(props: IntakeProps): Html {
  const { lang, publicRef, natures, hamlets, errors, typed } = props;
  const field = fieldOf(props);
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <p class="quiet">
        <a href={paths.list()}>{t.back[lang]}</a>
      </p>
      <h1>{t.intake[lang]}</h1>
      <p class="lead">{t.lead[lang]}</p>
      <form class="form" method="post" action={paths.intake()}>
        <input type="hidden" name="ref" value={publicRef} />
        <RadioGroup
          {...field("channel")}
          label={t.channel[lang]}
          options={channels.map((value) => ({ value, text: channelTexts[value][lang] }))}
          value={typedText(typed, "channel") || "phone"}
        />
        <TextArea {...field("account")} label={t.account[lang]} hint={t.accountHint[lang]} rows={6} maxlength={5_000} autofocus />
        <CheckGroup {...field("urgent")} label={t.urgent[lang]} options={[{ value: "yes", text: t.urgentText[lang] }]} values={typedList(typed, "urgent")} optional />
        <RadioGroup
          {...field("kind")}
          label={t.kind[lang]}
          options={reportKinds.map((value) => ({ value, text: kindTexts[value][lang] }))}
          value={typedText(typed, "kind") || "tip"}
        />
        <Select
          {...field("nature")}
          label={t.nature[lang]}
          options={natures.map(({ id, name }) => ({ value: id, text: name[lang] }))}
          value={typedText(typed, "nature") || "other"}
        />
        <Select {...field("hamletId")} label={t.hamlet[lang]} options={hamlets.map(({ id, name }) => ({ value: String(id), text: name }))} optional />
        <TextField {...field("place")} label={t.place[lang]} maxlength={300} optional />
        <DateField {...field("happenedOn")} label={t.happenedOn[lang]} optional />
        <Teller {...props} />
        <Row>
          <Button icon="check" consequence={t.saveConsequence[lang]}>
            {t.save[lang]}
          </Button>
        </Row>
      </form>
    </>
  );
}

export const fieldOf =
  ({ lang, typed, errors }: { readonly lang: Lang; readonly typed: Typed; readonly errors: FieldErrors }) =>
  (name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang] });

function Teller(props: IntakeProps): Html {
  const { lang, typed } = props;
  const field = fieldOf(props);
  return (
    <section class="stack" aria-labelledby="teller-title">
      <h2 id="teller-title">{t.teller[lang]}</h2>
      <p class="hint">{t.tellerHint[lang]}</p>
      <TextField {...field("fullName")} label={t.fullName[lang]} maxlength={100} width="middle" optional />
      <TextField {...field("phone")} label={t.phone[lang]} type="tel" inputmode="tel" maxlength={20} width="middle" optional />
      <TextField {...field("address")} label={t.address[lang]} maxlength={300} optional />
      <CheckGroup {...field("nameRefused")} label={t.teller[lang]} options={[{ value: "yes", text: t.nameRefused[lang] }]} values={typedList(typed, "nameRefused")} optional />
      <Guarded {...props} />
    </section>
  );
}

/** Whether somebody is a minor, who stands beside her, and who interprets. */
export function Guarded(props: { readonly lang: Lang; readonly typed: Typed; readonly errors: FieldErrors }): Html {
  const { lang, typed } = props;
  const field = fieldOf(props);
  return (
    <>
      <CheckGroup {...field("minor")} label={t.minor[lang]} options={[{ value: "yes", text: t.minor[lang] }]} values={typedList(typed, "minor")} optional />
      <TextField {...field("guardian")} label={t.guardian[lang]} maxlength={200} optional />
      <TextField {...field("interpreter")} label={t.interpreter[lang]} maxlength={200} optional />
    </>
  );
}
