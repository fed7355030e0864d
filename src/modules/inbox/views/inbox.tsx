import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { Select } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { ScanField } from "../../../web/views/form/scan.tsx";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState, Notice } from "../../../web/views/parts.tsx";
import { type Chip, FilterChips, Pager, type RowGroup } from "../../../web/views/table.tsx";
import { groups as allGroups, everything, isNarrowed, type Narrowing, writeNarrowing } from "../narrowing.ts";
import { paths } from "../paths.ts";
import { type CountedFilter, mostOfFilter } from "../queries/filters.ts";
import type { Handover } from "../queries/handovers.ts";
import type { Counts } from "../queries/list.ts";
import { handoverTexts } from "../texts/handover.ts";
import { texts } from "../texts/inbox.ts";
import { Coming } from "./coming.tsx";
import { type Line, Lines, type Ticks } from "./lines.tsx";

/** What only whoever gives work out sees. */
export type Giving = {
  readonly colleagues: readonly { id: number; name: string }[];
  readonly coming: readonly Line[];
  readonly moreComing: boolean;
  readonly toReturn: readonly Handover[];
};

export type InboxProps = {
  readonly lang: Lang;
  readonly now: Date;
  readonly narrowing: Narrowing;
  readonly counts: Counts;
  readonly filters: readonly CountedFilter[];
  readonly groups: readonly RowGroup<Line>[];
  readonly nextHref: string | null;
  readonly giving: Giving | null;
  readonly given: number | null;
  readonly typed: Typed;
  readonly ticks: Ticks;
  readonly errors: FieldErrors;
};

/** What is due, first things first. */
export function InboxPage(props: InboxProps): Html {
  const { lang, narrowing, counts, groups, giving, given, errors } = props;
  const shown = groups.reduce((sum, group) => sum + group.rows.length, 0);
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{texts.title[lang]}</h1>
      {given !== null && <Notice kind="success" title={texts.given[lang](given)} announce />}
      {giving && <Returns lang={lang} toReturn={giving.toReturn} />}
      {giving && giving.coming.length > 0 && <Coming lang={lang} now={props.now} rows={giving.coming} more={giving.moreComing} />}
      <SearchForm lang={lang} typed="" error={undefined} />
      <FilterChips label={texts.filters[lang]} chips={chipsOf(narrowing, counts, lang)} />
      <Kept {...props} />
      {shown === 0 ? <Empty lang={lang} narrowed={isNarrowed(narrowing) || narrowing.group !== null} /> : <Work {...props} />}
      <Pager nextHref={props.nextHref} firstHref={paths.inbox(writeNarrowing(narrowing))} shown={texts.shown[lang](shown)} lang={lang} />
    </>
  );
}

/** The field for codes, names and last digits. */
export function SearchForm({ lang, typed, error }: { readonly lang: Lang; readonly typed: string; readonly error: string | undefined }): Html {
  return (
    <form method="post" action={paths.inbox()}>
      <ScanField name="tim" lang={lang} label={texts.find[lang]} hint={texts.findHint[lang]} value={typed} error={error} shortcut="/" />
    </form>
  );
}

function chipsOf(narrowing: Narrowing, counts: Counts, lang: Lang): readonly Chip[] {
  const { group, assignee } = narrowing;
  const to = (change: Partial<Narrowing>): string => paths.inbox(writeNarrowing({ ...narrowing, ...change }));
  const mine = assignee === "me";
  return [
    { href: to({ group: null }), text: texts.all[lang], count: counts.all, current: group === null },
    ...allGroups.map((one) => ({
      href: to({ group: one }),
      text: texts[one][lang],
      count: one === "toSign" ? counts.signing : counts[one],
      current: group === one,
      danger: one === "late" && counts.late > 0,
    })),
    { href: to({ assignee: mine ? null : "me" }), text: texts.mine[lang], count: assignee === null || mine ? counts.mine : undefined, current: mine },
  ];
}

function Kept({ lang, filters, narrowing }: InboxProps): Html {
  const asked = writeNarrowing(narrowing);
  const count = (n: number): string => (n > mostOfFilter ? `${mostOfFilter}+` : String(n));
  return (
    <div class="row">
      {filters.length > 0 && (
        <FilterChips
          label={texts.mineFilters[lang]}
          chips={filters.map((one) => ({
            href: paths.inbox(writeNarrowing(one.narrowing)),
            text: `${one.name} (${count(one.count)})`,
            current: writeNarrowing(one.narrowing) === asked,
          }))}
        />
      )}
      {isNarrowed(narrowing) && <a href={paths.inbox(writeNarrowing(everything))}>{texts.showAll[lang]}</a>}
      <a href={paths.filter(asked)}>{texts.narrow[lang]}</a>
    </div>
  );
}

function Empty({ lang, narrowed }: { readonly lang: Lang; readonly narrowed: boolean }): Html {
  return <EmptyState icon="inbox" title={texts.emptyTitle[lang]} text={narrowed ? texts.emptyNarrowed[lang] : texts.emptyText[lang]} />;
}

function Work(props: InboxProps): Html {
  const { lang, now, groups, giving, ticks, narrowing, typed, errors } = props;
  if (!giving) return <Lines {...{ lang, now, groups }} caption={texts.title[lang]} ticks={null} />;
  return (
    <form method="post" action={`${paths.assignment()}?${writeNarrowing(narrowing)}`} class="stack">
      <div id="field-chon" tabIndex={-1}>
        <Lines {...{ lang, now, ticks }} groups={groups.map((group) => withTick(group, ticks, lang))} caption={texts.title[lang]} />
      </div>
      <section class="give-bar" aria-labelledby="give-title">
        <h2 id="give-title">{texts.giveTitle[lang]}</h2>
        <Select
          name="nguoi"
          lang={lang}
          label={texts.giveTo[lang]}
          options={giving.colleagues.map(({ id, name }) => ({ value: String(id), text: name }))}
          value={typedText(typed, "nguoi")}
          error={errors["nguoi"]?.[lang]}
          shortcut="A"
        />
        <Button consequence={texts.giveConsequence[lang]}>{texts.give[lang]}</Button>
      </section>
    </form>
  );
}

/** A group with a box that ticks all of it that is in view; without scripts the server reads the box. */
function withTick(group: RowGroup<Line>, ticks: Ticks, lang: Lang): RowGroup<Line> {
  const [first] = group.rows;
  if (!first || group.rows.length < 2) return group;
  const box = (
    <label class="tick-group">
      <input class="ds-input" type="checkbox" name="nhom" value={first.group} checked={ticks.groups.includes(first.group)} data-tick-group />
      <span>{texts.tickGroup[lang](group.rows.length)}</span>
    </label>
  );
  return {
    ...group,
    aside: (
      <>
        {group.aside}
        {box}
      </>
    ),
  };
}

function Returns({ lang, toReturn }: { readonly lang: Lang; readonly toReturn: readonly Handover[] }): Html {
  if (toReturn.length === 0) return null;
  return (
    <Notice kind="info" title={handoverTexts.returns[lang]}>
      <ul>
        {toReturn.map(({ id, fromName }) => (
          <li>
            <a href={paths.giveBack(id)}>{handoverTexts.returnNow[lang](fromName)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
