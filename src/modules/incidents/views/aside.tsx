import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedList, typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { CheckGroup } from "../../../web/views/form/choice.tsx";
import { TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState, Row, Stack } from "../../../web/views/parts.tsx";
import { paths } from "../paths.ts";
import { officeTexts as t } from "../texts/office.ts";
import { fieldOf, Head } from "./intake.tsx";

export type AsideProps = {
  readonly lang: Lang;
  readonly words: string;
  readonly rows: readonly { readonly id: number; readonly code: string; readonly facts: string; readonly account: string }[];
  readonly all: number;
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** Reports that came in a rush: read, taken in or thrown away, many at once. */
export function AsidePage(props: AsideProps): Html {
  const { lang, words, rows, all, errors, typed } = props;
  const field = fieldOf(props);
  return (
    <Stack>
      <Head {...props} title={t.siftTitle[lang]} lead={t.siftLead[lang]} />
      <form class="form" method="post" action={paths.aside()}>
        <TextField name="words" lang={lang} label={t.siftSearch[lang]} hint={t.siftSearchHint[lang]} value={words} maxlength={100} type="search" />
        <Row>
          <Button kind="secondary" icon="search" name="act" value="search">
            {t.siftShow[lang]}
          </Button>
        </Row>
      </form>
      {rows.length === 0 && <EmptyState icon="inbox" title={t.siftEmpty[lang]} />}
      {rows.length > 0 && (
        <form class="form" method="post" action={paths.aside()}>
          <input type="hidden" name="words" value={words} />
          <p>{t.siftShown[lang](rows.length, all)}</p>
          <CheckGroup name="all" lang={lang} label={t.siftPick[lang]} options={[{ value: "yes", text: t.siftAll[lang](rows.length) }]} values={typedList(typed, "all")} optional />
          <CheckGroup
            name="pick"
            lang={lang}
            label={t.siftPick[lang]}
            error={errors["pick"]?.[lang]}
            options={rows.map(({ id, code, facts, account }) => ({ value: String(id), text: account, hint: `${code} · ${facts}` }))}
            values={typedList(typed, "pick")}
          />
          <TextField {...field("reason")} value={typedText(typed, "reason")} label={t.siftReason[lang]} maxlength={300} optional />
          <Row>
            <Button name="act" value="takeIn">
              {t.takeIn[lang]}
            </Button>
            <Button kind="secondary" name="act" value="discard">
              {t.discard[lang]}
            </Button>
          </Row>
        </form>
      )}
    </Stack>
  );
}
