import type { Lang } from "../../base/lang.ts";
import { texts } from "../texts.ts";
import { LinkButton } from "./button.tsx";
import type { Html } from "./html.ts";

export type Column<R> = {
  readonly title: string;
  readonly cell: (row: R) => Html;
  /** A figure: set to the right, digits under digits. */
  readonly number?: boolean | undefined;
};

export type RowGroup<R> = {
  readonly title: string;
  readonly late?: boolean | undefined;
  readonly rows: readonly R[];
  /** Stands beside the title: how many there are in all, a box that ticks the group. */
  readonly aside?: Html | undefined;
};

type TableProps<R> = {
  /** Says what the table shows; read aloud, and seen unless `captionHidden`. */
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  /** The first column names the row. */
  readonly columns: readonly [Column<R>, ...Column<R>[]];
  /** The `id` of the row's element, for htmx and for links. */
  readonly rowId?: ((row: R) => string) | undefined;
} & ({ readonly rows: readonly R[] } | { readonly groups: readonly RowGroup<R>[] });

/** More columns than fit beside the sections of an office window. */
const manyColumns = 11;

/** A table. Below 640 px each row becomes a card, each cell with its column's title beside it; one of very many columns moves sideways by itself. */
export function DataTable<R>(props: TableProps<R>): Html {
  if (props.columns.length < manyColumns) return <PlainTable {...props} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways has to be reached by the keyboard
    <section class="table-moving" aria-label={props.caption} tabIndex={0}>
      <PlainTable {...props} />
    </section>
  );
}

function PlainTable<R>(props: TableProps<R>): Html {
  const { caption, captionHidden, columns, rowId } = props;
  const groups = "groups" in props ? props.groups : [{ title: null, rows: props.rows }];
  // The roles are repeated because a table that is laid out as blocks loses them in some browsers.
  return (
    <table class="table" role="table">
      <caption class={captionHidden === true ? "sr-only" : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th role="columnheader" scope="col" class={column.number === true ? "number" : undefined}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody role="rowgroup">
          {group.title !== null && (
            <tr role="row" class={"late" in group && group.late === true ? "group group-late" : "group"}>
              <th role="rowheader" scope="rowgroup" colSpan={columns.length}>
                {group.title}
                {"aside" in group && group.aside}
              </th>
            </tr>
          )}
          {group.rows.map((row) => (
            <TableRow row={row} columns={columns} id={rowId?.(row)} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function TableRow<R>({ row, columns, id }: { readonly row: R; readonly columns: readonly [Column<R>, ...Column<R>[]]; readonly id: string | undefined }): Html {
  const [first, ...others] = columns;
  return (
    <tr role="row" id={id}>
      <th role="rowheader" scope="row" class="main-cell">
        {first.cell(row)}
      </th>
      {others.map((column) => (
        <td role="cell" data-label={column.title} class={column.number === true ? "number" : undefined}>
          <div>{column.cell(row)}</div>
        </td>
      ))}
    </tr>
  );
}

/** A quiet second line in a cell. */
export function Sub({ children }: { readonly children: Html }): Html {
  return <span class="sub">{children}</span>;
}

/** The way on through a list that is read by key: forward, or back to the start. `shown` says what is in view. */
export function Pager({
  nextHref,
  firstHref,
  shown,
  lang,
}: {
  readonly nextHref: string | null;
  readonly firstHref: string | null;
  readonly shown: string;
  readonly lang: Lang;
}): Html {
  return (
    <nav class="pager" aria-label={texts.pages[lang]}>
      <span class="quiet">{shown}</span>
      <span class="row">
        {firstHref !== null && <a href={firstHref}>{texts.firstPage[lang]}</a>}
        {nextHref !== null && (
          <LinkButton href={nextHref} kind="secondary" icon="arrow-right">
            {texts.nextPage[lang]}
          </LinkButton>
        )}
      </span>
    </nav>
  );
}

export type Chip = {
  readonly href: string;
  readonly text: string;
  readonly count?: number | undefined;
  readonly current?: boolean | undefined;
  readonly danger?: boolean | undefined;
};

/** Ways to narrow a list, as links, each with how many it holds. */
export function FilterChips({ label, chips }: { readonly label: string; readonly chips: readonly Chip[] }): Html {
  return (
    <nav aria-label={label}>
      <ul class="chips">
        {chips.map((chip) => (
          <li>
            <a href={chip.href} class={chip.danger === true ? "chip chip-danger" : "chip"} aria-current={chip.current === true ? "true" : undefined}>
              {chip.text} {chip.count !== undefined && <b>{chip.count}</b>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
