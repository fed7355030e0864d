import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { RadioGroup } from "../../../web/views/form/choice.tsx";
import { DateField, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Card, Row } from "../../../web/views/parts.tsx";
import { formats, type Period } from "../forms.ts";
import { bookTexts as t } from "../texts/book.ts";

export type ExportProps = {
  readonly lang: Lang;
  readonly errors: FieldErrors;
  readonly typed: Typed;
  /** The period that was looked at; null: it is asked for here. */
  readonly period: Period | null;
  readonly action: string;
  readonly title: string;
  readonly lead: string;
};

/** The way of a whole book out of the house: the period, as what, and what for. */
export function ExportForm({ lang, errors, typed, period, action, title, lead }: ExportProps): Html {
  const words = { xlsx: t.xlsx[lang], pdf: t.pdf[lang] };
  return (
    <Card>
      <h2>{title}</h2>
      <p>{lead}</p>
      <form class="form" method="post" action={action}>
        {period ? (
          <>
            <input type="hidden" name="tu" value={period.from} />
            <input type="hidden" name="den" value={period.to} />
          </>
        ) : (
          <Row>
            <DateField name="tu" lang={lang} label={t.from[lang]} value={typedText(typed, "tu")} error={errors["tu"]?.[lang]} />
            <DateField name="den" lang={lang} label={t.to[lang]} value={typedText(typed, "den")} error={errors["den"]?.[lang]} />
          </Row>
        )}
        <TextField
          name="purpose"
          lang={lang}
          label={t.purpose[lang]}
          hint={t.purposeHint[lang]}
          maxlength={200}
          value={typedText(typed, "purpose")}
          error={errors["purpose"]?.[lang]}
        />
        <RadioGroup
          name="format"
          lang={lang}
          label={t.format[lang]}
          options={formats.map((value) => ({ value, text: words[value] }))}
          value={typedText(typed, "format") || "xlsx"}
          error={errors["format"]?.[lang]}
        />
        <Row>
          <Button icon="download">{t.exportVerb[lang]}</Button>
        </Row>
      </form>
    </Card>
  );
}
