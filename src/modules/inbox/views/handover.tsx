import { formatDay } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { Button, LinkButton } from "../../../web/views/button.tsx";
import { Select } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { DateField, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState, Notice } from "../../../web/views/parts.tsx";
import { DataTable, FilterChips } from "../../../web/views/table.tsx";
import { partField, receiverField } from "../forms.ts";
import { paths } from "../paths.ts";
import type { Handover } from "../queries/handovers.ts";
import { type Division, divisions } from "../service/handover.ts";
import { handoverTexts as t } from "../texts/handover.ts";

type Holder = { readonly id: number; readonly name: string; readonly count: number };

export type HandoversProps = {
  readonly lang: Lang;
  readonly officers: readonly Holder[];
  readonly returns: readonly Handover[];
  /** How many were handed over, or given back, just now. */
  readonly done: number | null;
  readonly returned: number | null;
};

/** Whose work it is: the officers of the post with what they hold, and what waits to be given back. */
export function HandoversPage({ lang, officers, returns, done, returned }: HandoversProps): Html {
  return (
    <>
      <h1>{t.title[lang]}</h1>
      <p class="lead">{t.lead[lang]}</p>
      {done !== null && <Notice kind="success" title={t.done[lang](done)} announce />}
      {returned !== null && <Notice kind="success" title={t.gaveBack[lang](returned)} announce />}
      <DataTable<Holder>
        caption={t.officers[lang]}
        rows={officers}
        columns={[
          { title: t.officer[lang], cell: ({ name }) => <strong>{name}</strong> },
          { title: t.open[lang], cell: ({ count }) => (count === 0 ? <span class="quiet">{t.nothing[lang]}</span> : count), number: true },
          { title: t.choose[lang], cell: (officer) => officer.count > 0 && <a href={paths.handover(officer.id)}>{t.chooseOf[lang](officer.name)}</a> },
        ]}
      />
      {returns.length > 0 && <Returns lang={lang} returns={returns} />}
    </>
  );
}

function Returns({ lang, returns }: { readonly lang: Lang; readonly returns: readonly Handover[] }): Html {
  return (
    <DataTable<Handover>
      caption={t.returns[lang]}
      rows={returns}
      columns={[
        { title: t.officer[lang], cell: ({ fromName }) => <strong>{fromName}</strong> },
        { title: t.returnsOn[lang], cell: ({ returnOn }) => formatDay(returnOn, lang) },
        { title: t.reason[lang], cell: ({ reason }) => reason },
        { title: t.givenBy[lang], cell: ({ byName }) => byName },
        { title: t.see[lang], cell: ({ id, fromName }) => <a href={paths.giveBack(id)}>{t.returnTitle[lang](fromName)}</a> },
      ]}
    />
  );
}

/** A part of the work under a division: its key, its name, how much it is, and who was chosen for it. */
export type Part = { readonly key: string; readonly name: string; readonly count: number; readonly receiver: string };
type StateCount = { readonly state: string; readonly count: number; readonly late: number };

export type HandoverPageProps = {
  readonly lang: Lang;
  readonly from: { readonly id: number; readonly name: string };
  readonly division: Division;
  readonly parts: readonly Part[];
  readonly states: readonly StateCount[];
  readonly others: readonly { readonly id: number; readonly name: string }[];
  readonly typed: Typed;
  readonly errors: FieldErrors;
  /** Whether the work had changed when the form came in. */
  readonly changed: boolean;
};

/** All open work of one officer, and to whom it goes. */
export function HandoverPage(props: HandoverPageProps): Html {
  const { lang, from, states, errors, division } = props;
  const total = states.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) {
    return (
      <>
        <h1>{t.from[lang](from.name)}</h1>
        <EmptyState icon="inbox" title={t.noneLeft[lang]} text={t.noneLeftText[lang]} />
        <p>
          <a href={paths.handovers()}>{t.title[lang]}</a>
        </p>
      </>
    );
  }
  const names = { all: t.all, hamlet: t.hamlet, title: t.titleDivision } as const;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{t.from[lang](from.name)}</h1>
      {props.changed && (
        <Notice kind="warn" title={t.changed[lang]} announce>
          {t.changedText[lang]}
        </Notice>
      )}
      <p class="lead">{t.holds[lang](total)}</p>
      <DataTable<StateCount>
        caption={t.byState[lang]}
        rows={states}
        columns={[
          { title: t.state[lang], cell: ({ state }) => state },
          { title: t.count[lang], cell: ({ count }) => count, number: true },
          { title: t.late[lang], cell: ({ late }) => late, number: true },
        ]}
      />
      <h2>{t.divide[lang]}</h2>
      <FilterChips label={t.divide[lang]} chips={divisions.map((one) => ({ href: paths.handover(from.id, one), text: names[one][lang], current: one === division }))} />
      <HandoverForm {...props} />
    </>
  );
}

function HandoverForm({ lang, from, division, parts, others, typed, errors }: HandoverPageProps): Html {
  const field = (name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang] });
  const options = others.map(({ id, name }) => ({ value: String(id), text: name }));
  return (
    <form method="post" action={paths.handover(from.id, division)} class="form">
      {parts.map(({ key, name, count, receiver }, i) => (
        <>
          <input type="hidden" name={partField(i)} value={key} />
          <Select {...field(receiverField(i))} value={receiver} label={t.part[lang](name, count)} options={options} />
        </>
      ))}
      <TextField {...field("lyDo")} label={t.reason[lang]} hint={t.reasonHint[lang]} maxlength={500} />
      <DateField {...field("ngayVe")} label={t.returnOn[lang]} hint={t.returnHint[lang]} optional />
      <Button consequence={t.handConsequence[lang]}>{t.hand[lang]}</Button>
      <LinkButton href={paths.handovers()} kind="quiet">
        {t.title[lang]}
      </LinkButton>
    </form>
  );
}
