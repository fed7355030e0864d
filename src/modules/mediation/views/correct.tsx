import type { Lang } from "../../../base/lang.ts";
import type { Who } from "../../../kernel/identity.ts";
import { type FieldErrors, type Typed, typedList, typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { CheckGroup, RadioGroup } from "../../../web/views/form/choice.tsx";
import { TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Row } from "../../../web/views/parts.tsx";
import { mistakes } from "../forms/correction.ts";
import { correctTexts as t } from "../texts/correct.ts";
import { intakeWords as words } from "../texts/office.ts";

export type CorrectProps = {
  readonly lang: Lang;
  readonly action: string;
  readonly version: number;
  /** Whom it is about: opened just now, or from a form that came back. */
  readonly person: { readonly id: number; readonly who: Who | null; readonly minor: boolean };
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** A person who is open, to be written anew. */
export function CorrectParty({ lang, action, version, person, errors, typed }: CorrectProps): Html {
  const { id, who, minor } = person;
  const back = who === null;
  const field = (name: "fullName" | "phone" | "idNumber" | "address") => ({ name, lang, value: back ? typedText(typed, name) : (who[name] ?? ""), error: errors[name]?.[lang] });
  const ticked = back ? typedList(typed, "minor") : minor ? ["yes"] : [];
  return (
    <details class="verb-with-reason" open={back}>
      <summary>{t.title[lang]}</summary>
      <form class="form" method="post" action={action}>
        <p class="quiet">{t.lead[lang]}</p>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="identity" value={id} />
        <TextField {...field("fullName")} label={words.fullName[lang]} maxlength={100} />
        <TextField {...field("phone")} label={words.phone[lang]} type="tel" width="middle" optional />
        <TextField {...field("idNumber")} label={words.idNumber[lang]} inputmode="numeric" width="middle" maxlength={20} optional />
        <TextField {...field("address")} label={words.address[lang]} maxlength={200} optional />
        <CheckGroup name="minor" lang={lang} label={words.minor[lang]} options={[{ value: "yes", text: words.isMinor[lang] }]} values={ticked} />
        <RadioGroup
          name="mistake"
          lang={lang}
          label={t.mistake[lang]}
          options={mistakes.map((value) => ({ value, text: t[value][lang] }))}
          value={typedText(typed, "mistake")}
          error={errors["mistake"]?.[lang]}
        />
        <Row>
          <Button icon="check">{t.correct[lang]}</Button>
        </Row>
      </form>
    </details>
  );
}
