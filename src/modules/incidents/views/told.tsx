import { toldChannels } from "../../../kernel/told.ts";
import { typedList, typedText } from "../../../web/form.ts";
import { toldTexts as t } from "../../../web/told-texts.ts";
import { Button } from "../../../web/views/button.tsx";
import { CheckGroup, RadioGroup } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { TextArea } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Row } from "../../../web/views/parts.tsx";
import { reportKinds } from "../forms/report.ts";
import { paths } from "../paths.ts";
import { kindTexts, officeTexts } from "../texts/office.ts";
import { fieldOf, type IntakeProps, PhotoField, Teller, Where } from "./intake.tsx";

/** What an officer of any regime writes down for whoever tells it to her. */
export function TellPage(props: IntakeProps): Html {
  const { lang, publicRef, typed, errors } = props;
  const field = fieldOf(props);
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{t.title[lang]}</h1>
      <p class="lead">{t.lead[lang]}</p>
      <p>
        <a href={paths.tellScam()}>{officeTexts.tellScam[lang]}</a>
      </p>
      <form class="form" method="post" action={paths.tell()} enctype="multipart/form-data">
        <input type="hidden" name="ref" value={publicRef} />
        <RadioGroup
          {...field("channel")}
          label={t.channel[lang]}
          options={toldChannels.map((value) => ({ value, text: t[value][lang] }))}
          value={typedText(typed, "channel") || "counter"}
        />
        <TextArea {...field("account")} label={officeTexts.account[lang]} hint={officeTexts.accountHint[lang]} rows={6} maxlength={5_000} autofocus />
        <CheckGroup
          {...field("urgent")}
          label={officeTexts.urgent[lang]}
          options={[{ value: "yes", text: officeTexts.urgentText[lang] }]}
          values={typedList(typed, "urgent")}
          optional
        />
        <RadioGroup
          {...field("kind")}
          label={officeTexts.kind[lang]}
          options={reportKinds.map((value) => ({ value, text: kindTexts[value][lang] }))}
          value={typedText(typed, "kind") || "tip"}
        />
        <Where {...props} />
        <PhotoField lang={lang} errors={errors} label={t.photo[lang]} />
        <Teller {...props} />
        <Row>
          <Button icon="check">{t.save[lang]}</Button>
        </Row>
      </form>
    </>
  );
}
