import { formatDay } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import type { FieldErrors } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState, SummaryList } from "../../../web/views/parts.tsx";
import { DataTable, Sub } from "../../../web/views/table.tsx";
import { paths } from "../paths.ts";
import type { Handover, Returnable } from "../queries/handovers.ts";
import { handoverTexts as t } from "../texts/handover.ts";
import { texts } from "../texts/inbox.ts";

type Row = Returnable & { readonly href: string };

/** What of handed over work is still open, and the question whether it goes back. */
export function ReturnPage({
  lang,
  handover,
  rows,
  errors,
}: {
  readonly lang: Lang;
  readonly handover: Handover;
  readonly rows: readonly Row[];
  readonly errors: FieldErrors;
}): Html {
  const { id, fromName, byName, reason, returnOn } = handover;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{t.returnTitle[lang](fromName)}</h1>
      <SummaryList
        lang={lang}
        rows={[
          { term: t.returnsOn[lang], detail: formatDay(returnOn, lang) },
          { term: t.reason[lang], detail: reason },
          { term: t.givenBy[lang], detail: byName },
        ]}
      />
      {rows.length === 0 ? <EmptyState icon="inbox" title={t.nothingBack[lang]} /> : <Rows lang={lang} rows={rows} />}
      <form method="post" action={paths.giveBack(id)} class="row" id="field-lam">
        {rows.length > 0 && (
          <Button name="lam" value="giveBack" consequence={t.giveBackConsequence[lang]}>
            {t.giveBack[lang]}
          </Button>
        )}
        <Button name="lam" value="leave" kind="secondary" consequence={t.leaveConsequence[lang]}>
          {t.leave[lang]}
        </Button>
      </form>
    </>
  );
}

function Rows({ lang, rows }: { readonly lang: Lang; readonly rows: readonly Row[] }): Html {
  return (
    <>
      <p>{t.returnLead[lang](rows.length)}</p>
      <DataTable<Row>
        caption={t.returns[lang]}
        captionHidden
        rows={rows}
        columns={[
          {
            title: texts.work[lang],
            cell: ({ href, title, code }) => (
              <>
                <a href={href}>{title}</a>
                <Sub>{code}</Sub>
              </>
            ),
          },
          { title: t.heldBy[lang], cell: ({ toName }) => toName },
        ]}
      />
    </>
  );
}
