import type { Lang } from "../../../base/lang.ts";
import { LinkButton } from "../../../web/views/button.tsx";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState, Figure, Grid, Row, Stack } from "../../../web/views/parts.tsx";
import { StateTag } from "../../../web/views/state.tsx";
import { DataTable, Pager, Sub } from "../../../web/views/table.tsx";
import { paths } from "../paths.ts";
import { officeTexts as t } from "../texts/office.ts";

/** A report ready to be shown in a list. */
export type ShownReport = {
  readonly ref: string;
  readonly code: string;
  readonly what: string;
  readonly stage: string;
  readonly state: string;
  readonly look: "received" | "working" | "done" | "late";
  readonly at: string;
  readonly due: string | null;
  readonly money: string | null;
};

export type ListProps = {
  readonly lang: Lang;
  readonly aside: number;
  readonly mayTake: boolean;
  readonly mayWarn: boolean;
  readonly open: readonly ShownReport[];
  readonly settled: readonly ShownReport[];
  readonly figures: readonly { readonly value: string; readonly meaning: string }[];
  readonly nextHref: string | null;
  readonly firstHref: string | null;
};

/** The duty officer's list: what is still going on first. */
export function ListPage({ lang, aside, mayTake, mayWarn, open, settled, figures, nextHref, firstHref }: ListProps): Html {
  return (
    <>
      <Stack>
        <h1>{t.title[lang]}</h1>
        <p>{t.lead[lang]}</p>
      </Stack>
      <Row>
        {mayTake && (
          <LinkButton href={paths.take()} icon="plus" shortcut="N">
            {t.take[lang]}
          </LinkButton>
        )}
        {mayTake && (
          <LinkButton href={paths.aside()} kind="secondary">
            {t.asideLink[lang](aside)}
          </LinkButton>
        )}
        {mayWarn && (
          <LinkButton href={paths.alerts()} kind="secondary" icon="megaphone">
            {t.alerts[lang]}
          </LinkButton>
        )}
      </Row>
      <h2>{t.open[lang]}</h2>
      {open.length === 0 ? <EmptyState icon="shield-check" title={t.none[lang]} text={t.noneText[lang]} /> : <Reports lang={lang} caption={t.open[lang]} rows={open} />}
      {figures.length > 0 && (
        <Stack>
          <h2>{t.month[lang]}</h2>
          <Grid items={figures.map((figure) => <Figure {...figure} />)} />
          <p class="quiet">{t.unconfirmed[lang]}</p>
        </Stack>
      )}
      {settled.length > 0 && (
        <Stack>
          <h2>{t.settled[lang]}</h2>
          <Reports lang={lang} caption={t.settled[lang]} rows={settled} />
          <Pager nextHref={nextHref} firstHref={firstHref} shown={t.shown[lang](settled.length)} lang={lang} />
        </Stack>
      )}
    </>
  );
}

function Reports({ lang, caption, rows }: { readonly lang: Lang; readonly caption: string; readonly rows: readonly ShownReport[] }): Html {
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      columns={[
        {
          title: t.code[lang],
          cell: ({ ref, code, stage }) => (
            <>
              <a href={paths.report(ref)}>{code}</a>
              <Sub>{stage}</Sub>
            </>
          ),
        },
        { title: t.what[lang], cell: ({ what }) => what },
        { title: t.state[lang], cell: ({ state, look }) => <StateTag state={look} word={state} lang={lang} /> },
        {
          title: t.received[lang],
          cell: ({ at, due, money }) => (
            <>
              {at}
              {due !== null && <Sub>{`${t.due[lang]} ${due}`}</Sub>}
              {money !== null && <Sub>{`${t.money[lang]}: ${money}`}</Sub>}
            </>
          ),
        },
      ]}
    />
  );
}
