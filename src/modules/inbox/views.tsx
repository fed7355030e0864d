import { distance, formatShortDay, formatTime } from "../../base/day/format.ts";
import { dayOf } from "../../base/day.ts";
import type { Lang } from "../../base/lang.ts";
import { ScanField } from "../../web/views/form/scan.tsx";
import type { Html } from "../../web/views/html.ts";
import { EmptyState } from "../../web/views/parts.tsx";
import { DueMoment, type StateLook, StateTag } from "../../web/views/state.tsx";
import { DataTable, FilterChips, Pager, type RowGroup, Sub } from "../../web/views/table.tsx";
import { paths } from "./paths.ts";
import { type Counts, type Filter, filters } from "./queries.ts";
import { texts } from "./texts.ts";

/** One line of the inbox, ready to show. */
export type Line = {
  readonly id: number;
  readonly href: string;
  readonly title: string;
  readonly under: string;
  readonly whose: { readonly name: string; readonly last4: string } | null;
  readonly look: StateLook;
  readonly word: string;
  readonly dueAt: Date | null;
};

export type InboxProps = {
  readonly lang: Lang;
  readonly now: Date;
  readonly filter: Filter;
  readonly counts: Counts;
  readonly groups: readonly RowGroup<Line>[];
  readonly nextHref: string | null;
  readonly typed: string;
  readonly error: string | null;
};

/** What is due, first things first. */
export function InboxPage(props: InboxProps): Html {
  const { lang, filter, counts, groups, typed, error } = props;
  const shown = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const chips = filters.map((one) => ({
    href: paths.inbox(one),
    text: texts[one][lang],
    count: counts[one],
    current: one === filter && typed === "",
    danger: one === "late" && counts.late > 0,
  }));
  return (
    <>
      <h1>{texts.title[lang]}</h1>
      <form method="post" action={paths.inbox()}>
        <ScanField name="tim" lang={lang} label={texts.find[lang]} hint={texts.findHint[lang]} value={typed} error={error ?? undefined} shortcut="/" />
      </form>
      <FilterChips label={texts.filters[lang]} chips={chips} />
      {shown === 0 ? <EmptyState icon="inbox" title={texts.emptyTitle[lang]} text={texts.emptyText[lang]} /> : <Lines {...props} />}
      <Pager nextHref={props.nextHref} firstHref={paths.inbox(filter)} shown={texts.shown[lang](shown)} lang={lang} />
    </>
  );
}

function Lines({ groups, lang, now }: InboxProps): Html {
  return (
    <DataTable<Line>
      caption={texts.title[lang]}
      captionHidden
      groups={groups.filter((group) => group.rows.length > 0)}
      rowId={(line) => `matter-${line.id}`}
      columns={[
        {
          title: texts.work[lang],
          cell: (line) => (
            <>
              <a href={line.href}>{line.title}</a>
              <Sub>{line.under}</Sub>
            </>
          ),
        },
        { title: texts.whose[lang], cell: (line) => line.whose && `${line.whose.name} …${line.whose.last4}`.replaceAll(" ", "\u00a0") },
        { title: texts.state[lang], cell: (line) => <StateTag state={line.look} lang={lang} word={line.word} /> },
        { title: texts.due[lang], cell: (line) => <Due dueAt={line.dueAt} now={now} lang={lang} /> },
      ]}
    />
  );
}

function Due({ dueAt, now, lang }: { readonly dueAt: Date | null; readonly now: Date; readonly lang: Lang }): Html {
  if (!dueAt) return <span class="quiet">{texts.noDue[lang]}</span>;
  return <DueMoment distance={distance(now, dueAt, lang)} exact={`${formatTime(dueAt)} ${formatShortDay(dayOf(dueAt), lang)}`} instant={dueAt.toISOString()} late={now > dueAt} />;
}
