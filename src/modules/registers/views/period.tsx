import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { DateField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Row } from "../../../web/views/parts.tsx";
import { bookTexts as t } from "../texts/book.ts";

/** Asks for a period of days, for `parsePeriod`. */
export function PeriodForm({ lang, errors, typed, action }: { readonly lang: Lang; readonly errors: FieldErrors; readonly typed: Typed; readonly action: string }): Html {
  return (
    <form class="form" method="get" action={action}>
      <Row>
        <DateField name="tu" lang={lang} label={t.from[lang]} value={typedText(typed, "tu")} error={errors["tu"]?.[lang]} />
        <DateField name="den" lang={lang} label={t.to[lang]} value={typedText(typed, "den")} error={errors["den"]?.[lang]} />
      </Row>
      <Row>
        <Button kind="secondary" icon="calendar-days">
          {t.show[lang]}
        </Button>
      </Row>
    </form>
  );
}
