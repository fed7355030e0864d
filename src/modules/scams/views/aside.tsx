import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedList, typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { TextField } from "../../../web/views/form/text.tsx";
import { RowTick } from "../../../web/views/form/tick.tsx";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState, Row, Stack } from "../../../web/views/parts.tsx";
import { DataTable, Sub } from "../../../web/views/table.tsx";
import { paths } from "../paths.ts";
import { officeTexts as t } from "../texts/office.ts";

export type WaitingReport = { readonly ref: string; readonly code: string; readonly what: string; readonly at: string; readonly told: string | null };

type AsideProps = {
  readonly lang: Lang;
  readonly count: number;
  readonly sought: string;
  readonly rows: readonly WaitingReport[];
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** What came while the door was crowded: to be taken in or put away, many at once. */
export function AsidePage({ lang, count, sought, rows, errors, typed }: AsideProps): Html {
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <Stack>
        <h1>{`${t.asideTitle[lang]} (${count})`}</h1>
        <p>{t.asideLead[lang]}</p>
      </Stack>
      <form class="form" method="get" action={paths.aside()}>
        <TextField name="tim" type="search" lang={lang} label={t.search[lang]} width="middle" value={sought} />
        <Row>
          <Button kind="secondary" icon="search">
            {t.find[lang]}
          </Button>
        </Row>
      </form>
      {rows.length === 0 ? <EmptyState icon="inbox" title={t.asideNone[lang]} /> : <Sifting {...{ lang, rows, errors, typed }} />}
    </>
  );
}

function Sifting({ lang, rows, errors, typed }: Pick<AsideProps, "lang" | "rows" | "errors" | "typed">): Html {
  const ticked = typedList(typed, "refs");
  const wrong = errors["refs"] !== undefined;
  return (
    <form class="form" method="post" action={paths.aside()}>
      <DataTable
        caption={t.asideTitle[lang]}
        captionHidden
        rows={rows}
        columns={[
          {
            title: t.code[lang],
            cell: (row) => (
              <RowTick
                name="refs"
                value={row.ref}
                text={t.choose[lang](row.code)}
                id={row === rows[0] ? "field-refs" : undefined}
                checked={ticked.includes(row.ref)}
                wrong={wrong}
              />
            ),
          },
          {
            title: t.told[lang],
            cell: ({ told, what, at }) => (
              <>
                {told ?? t.notTold[lang]}
                <Sub>{`${what} · ${at}`}</Sub>
              </>
            ),
          },
        ]}
      />
      <TextField name="reason" lang={lang} label={t.discardWhy[lang]} maxlength={300} value={typedText(typed, "reason")} error={errors["reason"]?.[lang]} />
      <Row>
        <Button name="act" value="takeIn">
          {t.takeIn[lang]}
        </Button>
        <Button name="act" value="discard" kind="secondary">
          {t.discard[lang]}
        </Button>
      </Row>
    </form>
  );
}
