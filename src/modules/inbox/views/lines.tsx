import { distance, formatShortDay, formatTime } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { texts as common } from "../../../web/texts.ts";
import type { Html } from "../../../web/views/html.ts";
import { DueMoment, type StateLook, StateTag } from "../../../web/views/state.tsx";
import { type Column, DataTable, type RowGroup, Sub } from "../../../web/views/table.tsx";
import type { Group } from "../narrowing.ts";
import { texts } from "../texts/inbox.ts";

/** One line of a list of work, ready to show. */
export type Line = {
  readonly id: number;
  readonly version: number;
  readonly publicRef: string;
  readonly group: Group;
  readonly href: string;
  readonly title: string;
  readonly code: string;
  readonly hamletName: string | null;
  readonly whose: { readonly name: string; readonly last4: string } | null;
  readonly look: StateLook;
  readonly word: string;
  readonly escalated: boolean;
  readonly written: boolean;
  readonly assigneeName: string | null;
  readonly dueAt: Date | null;
};

/** What was ticked before a page came back with an error. */
export type Ticks = { readonly rows: readonly string[]; readonly groups: readonly string[] };

type LinesProps = {
  readonly lang: Lang;
  readonly now: Date;
  readonly caption: string;
  readonly groups: readonly RowGroup<Line>[];
  /** Null where nothing can be ticked. */
  readonly ticks: Ticks | null;
};

/** Work by group; each row opens its matter. */
export function Lines({ groups, lang, now, caption, ticks }: LinesProps): Html {
  return (
    <DataTable<Line>
      caption={caption}
      captionHidden
      groups={groups.filter((group) => group.rows.length > 0)}
      rowId={(line) => `matter-${line.id}`}
      columns={[{ title: texts.work[lang], cell: (line) => <Work line={line} ticks={ticks} lang={lang} /> }, ...factColumns(lang, now)]}
    />
  );
}

/** What stands beside the title of every list of work: whose it is, its state, who has it, when it is due. */
export function factColumns(lang: Lang, now: Date): readonly Column<Line>[] {
  return [
    { title: texts.whose[lang], cell: ({ whose }) => whose && unbroken(`${whose.name} \u2026\u2060${whose.last4}`) },
    {
      title: texts.state[lang],
      cell: (line) => (
        <>
          <StateTag state={line.look} lang={lang} word={line.word} />
          {line.written && <Sub>{common.written[lang]}</Sub>}
          {line.escalated && <Sub>{texts.escalated[lang]}</Sub>}
        </>
      ),
    },
    { title: texts.assignee[lang], cell: ({ assigneeName }) => assigneeName ?? <span class="quiet">{texts.nobody[lang]}</span> },
    { title: texts.due[lang], cell: (line) => <Due dueAt={line.dueAt} now={now} lang={lang} /> },
  ];
}

function Work({ line, ticks, lang }: { readonly line: Line; readonly ticks: Ticks | null; readonly lang: Lang }): Html {
  const name = (
    <>
      <a href={line.href}>{line.title}</a>
      <Sub>{[line.code, line.hamletName].filter(Boolean).join(" · ")}</Sub>
    </>
  );
  if (ticks === null) return name;
  const value = `${line.id}-${line.version}`;
  return (
    <div class="tick-row">
      <label class="tick">
        <input class="ds-input" type="checkbox" name="chon" value={value} checked={ticks.rows.includes(value)} />
        <span class="sr-only">{texts.tick[lang](line.code)}</span>
      </label>
      <input type="hidden" name="hang" value={`${line.group}:${value}`} />
      <div>{name}</div>
    </div>
  );
}

function Due({ dueAt, now, lang }: { readonly dueAt: Date | null; readonly now: Date; readonly lang: Lang }): Html {
  if (!dueAt) return <span class="quiet">{texts.noDue[lang]}</span>;
  return <DueMoment distance={distance(now, dueAt, lang)} exact={`${formatTime(dueAt)} ${formatShortDay(dayOf(dueAt), lang)}`} instant={dueAt.toISOString()} late={now > dueAt} />;
}

const unbroken = (text: string): string => text.replaceAll(" ", "\u00a0");
