import { formatDate } from "../../../base/day/format.ts";
import { type Day, dayOf, daysBetween } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { LinkButton } from "../../../web/views/button.tsx";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState, Row, Stack } from "../../../web/views/parts.tsx";
import { StateTag } from "../../../web/views/state.tsx";
import { DataTable, Pager, Sub } from "../../../web/views/table.tsx";
import { instant } from "../../registers/index.ts";
import { paths } from "../paths.ts";
import type { OpenRow, WaitingVisit } from "../queries/disputes.ts";
import { officeTexts as t } from "../texts/office.ts";
import { stateTexts } from "../texts/work.ts";
import { lookOf } from "./look.ts";

export type ListProps = {
  readonly lang: Lang;
  readonly now: Date;
  readonly rows: readonly OpenRow[];
  readonly visits: readonly WaitingVisit[];
  readonly kindName: (kind: string) => string;
  readonly may: { readonly record: boolean; readonly figures: boolean };
  readonly nextHref: string | null;
  readonly paged: boolean;
};

/** Disputes that wait, and agreements that are to be looked after. */
export function ListPage(props: ListProps): Html {
  const { lang, may } = props;
  return (
    <>
      <h1>{t.title[lang]}</h1>
      <p>{t.lead[lang]}</p>
      <Row>
        {may.record && (
          <LinkButton href={paths.intake()} icon="plus" shortcut="N">
            {t.record[lang]}
          </LinkButton>
        )}
        <LinkButton href={paths.register()} kind="secondary" icon="book-open">
          {t.register[lang]}
        </LinkButton>
        <LinkButton href={paths.teams()} kind="secondary">
          {t.teams[lang]}
        </LinkButton>
        {may.figures && (
          <LinkButton href={paths.figures()} kind="secondary">
            {t.figures[lang]}
          </LinkButton>
        )}
      </Row>
      <Stack>
        <h2>{t.openTitle[lang]}</h2>
        <OpenTable {...props} />
      </Stack>
      <Stack>
        <h2>{t.visitsTitle[lang]}</h2>
        <Visits {...props} />
      </Stack>
    </>
  );
}

function OpenTable({ lang, now, rows, kindName, nextHref, paged }: ListProps): Html {
  if (rows.length === 0) return <EmptyState icon="handshake" title={t.openEmpty[lang]} text={t.openEmptyText[lang]} />;
  return (
    <>
      <DataTable<OpenRow>
        caption={t.openTitle[lang]}
        captionHidden
        rows={rows}
        rowId={(row) => `dispute-${row.id}`}
        columns={[
          {
            title: t.code[lang],
            cell: (row) => (
              <>
                <a href={paths.dispute(row.publicRef)}>{row.code}</a>
                <Sub>{t.receivedOn[lang](formatDate(dayOf(row.receivedAt), lang))}</Sub>
              </>
            ),
          },
          {
            title: t.kindAndPlace[lang],
            cell: (row) => (
              <>
                {kindName(row.kind)}
                <Sub>{[row.hamletName, row.spot].filter(Boolean).join(" · ")}</Sub>
              </>
            ),
          },
          {
            title: t.state[lang],
            cell: (row) => {
              const late = row.dueAt !== null && row.dueAt < now;
              return (
                <>
                  <StateTag state={late ? "late" : lookOf(row.state)} lang={lang} word={stateTexts[row.state as keyof typeof stateTexts][lang]} />
                  {row.dueAt && <Sub>{(late ? t.beginLate : t.beginBy)[lang](instant(row.dueAt, lang))}</Sub>}
                </>
              );
            },
          },
        ]}
      />
      <Pager nextHref={nextHref} firstHref={paged ? paths.disputes() : null} shown={t.shown[lang](rows.length)} lang={lang} />
    </>
  );
}

function Visits({ lang, now, visits, kindName }: ListProps): Html {
  if (visits.length === 0) return <p class="quiet">{t.visitsEmpty[lang]}</p>;
  return (
    <ul class="stack">
      {visits.map((visit) => (
        <li>
          <a href={paths.dispute(visit.publicRef)}>{t.visitOf[lang](visit.code, visit.number)}</a>
          <br />
          <span class="quiet">{[kindName(visit.kind), visit.hamletName].filter(Boolean).join(" · ")}</span>
          <br />
          <Planned on={visit.plannedOn} today={dayOf(now)} lang={lang} />
        </li>
      ))}
    </ul>
  );
}

function Planned({ on, today, lang }: { readonly on: Day; readonly today: Day; readonly lang: Lang }): Html {
  const late = on < today;
  const word = late ? t.visitLate[lang](formatDate(on, lang), daysBetween(on, today)) : t.visitComing[lang](formatDate(on, lang));
  return <StateTag state={late ? "late" : "working"} lang={lang} word={word} />;
}
