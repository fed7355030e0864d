import type { Lang } from "../../../base/lang.ts";
import type { Unit } from "../../../kernel/units.ts";
import { type FieldErrors, type Typed, typedList, typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { CheckGroup, RadioGroup, Select } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { DateField, FileField, TextArea, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Row } from "../../../web/views/parts.tsx";
import { acceptOf, photo } from "../../attachments/index.ts";
import { channels, reportKinds } from "../forms/report.ts";
import type { Nature } from "../law.ts";
import { paths } from "../paths.ts";
import { channelTexts, kindTexts, officeTexts as t } from "../texts/office.ts";
import { residentTexts } from "../texts/resident.ts";

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
  const { lang, publicRef, typed } = props;
  const field = fieldOf(props);
  return (
    <>
      <Head {...props} title={t.intake[lang]} lead={t.lead[lang]} />
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
        <Where {...props} />
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

type WhereProps = Pick<IntakeProps, "lang" | "natures" | "hamlets" | "errors" | "typed">;

/** What it is about, where and when: what both faces ask in the same way. */
export function Where(props: WhereProps): Html {
  const { lang, natures, hamlets, typed } = props;
  const field = fieldOf(props);
  const options = natures.map(({ id, name }) => ({ value: id, text: name[lang] }));
  return (
    <>
      <Select {...field("nature")} label={t.nature[lang]} options={options} value={typedText(typed, "nature") || "other"} />
      <Select {...field("hamletId")} label={t.hamlet[lang]} options={hamlets.map(({ id, name }) => ({ value: String(id), text: name }))} optional />
      <TextField {...field("place")} label={t.place[lang]} maxlength={300} optional />
      <DateField {...field("happenedOn")} label={t.happenedOn[lang]} optional />
    </>
  );
}

/** One picture, drawn anew before it is kept. */
export function PhotoField({ lang, errors, label }: Pick<IntakeProps, "lang" | "errors"> & { readonly label: string }): Html {
  const props = { lang, label, hint: residentTexts.photoHint[lang], error: errors["photo"]?.[lang], maxMegabytes: String(photo.maxMegabytes), accept: acceptOf(photo) };
  return <FileField name="photo" {...props} optional />;
}

type HeadProps = { readonly lang: Lang; readonly errors: FieldErrors; readonly title: string; readonly lead: string };

/** What is wrong, the way back to the list, and what the page is for. */
export function Head({ lang, errors, title, lead }: HeadProps): Html {
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <p class="quiet">
        <a href={paths.list()}>{t.back[lang]}</a>
      </p>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
    </>
  );
}

/** Who tells it, as far as she says. */
export function Teller(props: IntakeProps): Html {
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
