import type { Lang } from "../../../base/lang.ts";
import { Button, LinkButton } from "../../../web/views/button.tsx";
import { TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState, Notice, Row, Stack } from "../../../web/views/parts.tsx";
import { DueMoment, StateTag } from "../../../web/views/state.tsx";
import { DataTable, FilterChips, Pager, Sub } from "../../../web/views/table.tsx";
import { paths } from "../paths.ts";
import { officeTexts as t } from "../texts/office.ts";
import { stateTexts } from "../texts/work.ts";
import { lookOf } from "../work.ts";

/** One report as the list shows it; every sentence ready. */
export type ListLine = {
  readonly publicRef: string;
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  readonly hamlet: string | null;
  readonly state: string;
  readonly received: string;
  readonly due: { readonly distance: string; readonly exact: string; readonly instant: string; readonly late: boolean } | null;
  readonly assignee: string | null;
};

export type ListProps = {
  readonly lang: Lang;
  readonly show: "open" | "all";
  /** The number that was looked for; null where none was. */
  readonly sought: string | null;
  readonly lines: readonly ListLine[];
  readonly waiting: number;
  readonly onDuty: string | null;
  readonly mayReceive: boolean;
  readonly mayCount: boolean;
  readonly nextHref: string | null;
  readonly firstHref: string | null;
};

/** What the post works on, what waits to be sifted, and the way to receive the next report. */
export function ListPage(props: ListProps): Html {
  const { lang, show, sought, lines, waiting, onDuty, mayReceive, mayCount, nextHref, firstHref } = props;
  return (
    <Stack>
      <h1>{t.title[lang]}</h1>
      <p class="lead">{t.lead[lang]}</p>
      {onDuty !== null && <p>{t.onDuty[lang](onDuty)}</p>}
      <Row>
        {mayReceive && (
          <LinkButton href={paths.intake()} icon="plus" shortcut="N">
            {t.intake[lang]}
          </LinkButton>
        )}
        {mayReceive && (
          <LinkButton href={paths.aside()} kind="secondary">
            {t.waiting[lang](waiting)}
          </LinkButton>
        )}
        <LinkButton href={paths.roster()} kind="secondary">
          {t.roster[lang]}
        </LinkButton>
        {mayCount && (
          <LinkButton href={paths.figures()} kind="secondary">
            {t.figures[lang]}
          </LinkButton>
        )}
      </Row>
      {waiting > 0 && (
        <Notice kind="warn" title={t.waitingTitle[lang](waiting)}>
          {t.waitingText[lang]}
        </Notice>
      )}
      <form class="form" method="get" action={paths.list()}>
        <TextField name="so" type="search" lang={lang} label={t.find[lang]} hint={t.findHint[lang]} width="middle" maxlength={40} shortcut="/" value={sought ?? ""} optional />
        <Row>
          <Button kind="secondary" icon="search">
            {t.findVerb[lang]}
          </Button>
        </Row>
      </form>
      <FilterChips
        label={t.narrow[lang]}
        chips={[
          { href: paths.list(), text: t.showOpen[lang], current: sought === null && show === "open" },
          { href: paths.listOf("all"), text: t.showAll[lang], current: sought === null && show === "all" },
        ]}
      />
      {lines.length === 0 ? <Empty lang={lang} sought={sought} /> : <Lines lines={lines} lang={lang} />}
      {lines.length > 0 && <Pager nextHref={nextHref} firstHref={firstHref} shown={t.shown[lang](lines.length)} lang={lang} />}
    </Stack>
  );
}

function Empty({ lang, sought }: Pick<ListProps, "lang" | "sought">): Html {
  if (sought === null) return <EmptyState icon="inbox" title={t.empty[lang]} text={t.emptyText[lang]} />;
  return <EmptyState icon="search" title={t.noneFound[lang](sought)} text={t.noneFoundText[lang]} />;
}

function Lines({ lines, lang }: Pick<ListProps, "lines" | "lang">): Html {
  return (
    <DataTable<ListLine>
      caption={t.title[lang]}
      captionHidden
      rows={lines}
      rowId={(line) => `report-${line.publicRef}`}
      columns={[
        {
          title: t.code[lang],
          cell: (line) => (
            <>
              <a href={paths.report(line.publicRef)}>{line.code}</a>
              <Sub>{line.received}</Sub>
            </>
          ),
        },
        {
          title: t.what[lang],
          cell: (line) => (
            <>
              {line.title}
              <Sub>{line.kind}</Sub>
            </>
          ),
        },
        { title: t.where[lang], cell: (line) => line.hamlet ?? "" },
        {
          title: t.state[lang],
          cell: (line) => (
            <>
              <StateTag state={lookOf(line.state)} lang={lang} word={stateTexts[line.state as keyof typeof stateTexts]?.[lang]} />
              {line.assignee !== null && <Sub>{line.assignee}</Sub>}
            </>
          ),
        },
        { title: t.due[lang], cell: (line) => (line.due ? <DueMoment {...line.due} /> : <span class="quiet">{t.noTerm[lang]}</span>) },
      ]}
    />
  );
}
