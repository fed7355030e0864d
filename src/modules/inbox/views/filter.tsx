import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { CheckGroup, type Option, Select } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { DataTable, Sub } from "../../../web/views/table.tsx";
import { channels, groups, type Narrowing, supplements, writeNarrowing } from "../narrowing.ts";
import { paths } from "../paths.ts";
import { type CountedFilter, mostOfFilter } from "../queries/filters.ts";
import { filterTexts as t } from "../texts/filter.ts";
import { texts } from "../texts/inbox.ts";

type Named = { readonly id: number; readonly name: string };

export type FilterPageProps = {
  readonly lang: Lang;
  readonly colleagues: readonly Named[];
  readonly hamlets: readonly Named[];
  readonly titles: readonly string[];
  readonly filters: readonly CountedFilter[];
  readonly typed: Typed;
  readonly errors: FieldErrors;
};

/** A narrowing as the fields of its form. */
export function fieldsOf(narrowing: Narrowing): Typed {
  return Object.fromEntries(new URLSearchParams(writeNarrowing(narrowing)));
}

/** Narrows the inbox by what it shows, and keeps what is used often. */
export function FilterPage(props: FilterPageProps): Html {
  const { lang, errors } = props;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{t.title[lang]}</h1>
      <p class="lead">{t.lead[lang]}</p>
      <form method="post" action={paths.filter()} class="form">
        <NarrowingFields {...props} />
        <Button name="lam" value="show">
          {t.show[lang]}
        </Button>
        <h2>{t.keep[lang]}</h2>
        <p class="quiet">{t.keepLead[lang]}</p>
        <TextField name="ten" lang={lang} label={t.name[lang]} optional width="middle" maxlength={60} value={typedText(props.typed, "ten")} error={errors["ten"]?.[lang]} />
        <CheckGroup name="macDinh" lang={lang} label={t.opening[lang]} optional options={[{ value: "1", text: t.asDefault[lang] }]} values={[typedText(props.typed, "macDinh")]} />
        <Button name="lam" value="keep" kind="secondary">
          {t.save[lang]}
        </Button>
      </form>
      <h2>{t.kept[lang]}</h2>
      {props.filters.length === 0 ? <p class="quiet">{t.keptNone[lang]}</p> : <Kept {...props} />}
      <p>
        <a href={paths.inbox()}>{texts.backToInbox[lang]}</a>
      </p>
    </>
  );
}

function NarrowingFields({ lang, colleagues, hamlets, titles, typed, errors }: FilterPageProps): Html {
  const field = (name: string) => ({ name, lang, optional: true, value: typedText(typed, name), error: errors[name]?.[lang] });
  const named = ({ id, name }: Named): Option => ({ value: String(id), text: name });
  const asked = typedText(typed, "viec");
  // What a kept filter asks for may have no open work today.
  const allTitles = asked === "" || titles.includes(asked) ? titles : [asked, ...titles];
  return (
    <>
      <Select {...field("loc")} label={t.group[lang]} options={groups.map((one) => ({ value: one, text: texts[one][lang] }))} />
      <Select {...field("nguoi")} label={t.assignee[lang]} options={[{ value: "me", text: t.me[lang] }, { value: "nobody", text: t.nobody[lang] }, ...colleagues.map(named)]} />
      <Select {...field("thon")} label={t.hamlet[lang]} options={hamlets.map(named)} />
      <Select {...field("viec")} label={t.procedure[lang]} options={allTitles.map((title) => ({ value: title, text: title }))} />
      <TextField {...field("tu")} label={t.dueFrom[lang]} hint={t.daysHint[lang]} inputmode="numeric" width="short" maxlength={3} />
      <TextField {...field("den")} label={t.dueTo[lang]} inputmode="numeric" width="short" maxlength={3} />
      <Select {...field("bosung")} label={t.supplement[lang]} options={supplements.map((one) => ({ value: one, text: t[one][lang] }))} />
      <Select {...field("kenh")} label={t.channel[lang]} options={channels.map((one) => ({ value: one, text: t[one][lang] }))} />
    </>
  );
}

function Kept({ lang, filters }: FilterPageProps): Html {
  return (
    <DataTable<CountedFilter>
      caption={t.kept[lang]}
      captionHidden
      rows={filters}
      columns={[
        {
          title: t.name[lang],
          cell: ({ name, narrowing, isDefault }) => (
            <>
              <a href={paths.inbox(writeNarrowing(narrowing))}>{name}</a>
              {isDefault && <Sub>{t.isDefault[lang]}</Sub>}
            </>
          ),
        },
        { title: t.holds[lang], cell: ({ count }) => (count > mostOfFilter ? t.more[lang](mostOfFilter) : count), number: true },
        { title: t.change[lang], cell: (filter) => <Changes filter={filter} lang={lang} /> },
      ]}
    />
  );
}

function Changes({ filter, lang }: { readonly filter: CountedFilter; readonly lang: Lang }): Html {
  const { id, name, isDefault } = filter;
  const verb = (value: "default" | "noDefault" | "delete", text: string): Html => (
    <button type="submit" name="lam" value={value} class="ds-button" data-variant="tertiary" aria-label={t.of[lang](text, name)}>
      {text}
    </button>
  );
  return (
    <form method="post" action={paths.filterChange()} class="row">
      <input type="hidden" name="id" value={String(id)} />
      {isDefault ? verb("noDefault", t.noDefault[lang]) : verb("default", t.makeDefault[lang])}
      {verb("delete", t.delete[lang])}
    </form>
  );
}
