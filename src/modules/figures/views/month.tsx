import { formatMonth } from "../../../base/day/format.ts";
import { addMonths, type Day, monthOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import type { FieldErrors } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { Select } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Row } from "../../../web/views/parts.tsx";
import { indicatorTexts as t } from "../texts/indicators.ts";

export type MonthFormProps = { readonly lang: Lang; readonly today: Day; readonly chosen: string; readonly errors: FieldErrors };

/** A month to look at: one of the last two years. */
export function MonthForm({ lang, today, chosen, errors, action }: MonthFormProps & { readonly action: string }): Html {
  const last = monthOf(today).from;
  const options = Array.from({ length: 24 }, (_, i) => addMonths(last, -i)).map((month) => ({ value: month.slice(0, 7), text: formatMonth(month, lang) }));
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <form class="form no-print" method="get" action={action}>
        <Row>
          <Select name="thang" lang={lang} label={t.chooseMonth[lang]} options={options} value={chosen} error={errors["thang"]?.[lang]} />
          <Button kind="secondary" icon="calendar-days">
            {t.show[lang]}
          </Button>
        </Row>
      </form>
    </>
  );
}
