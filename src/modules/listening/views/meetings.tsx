import { formatMoment } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import { typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { type Option, RadioGroup } from "../../../web/views/form/choice.tsx";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState, Row } from "../../../web/views/parts.tsx";
import { StateTag } from "../../../web/views/state.tsx";
import { DataTable, Pager, Sub } from "../../../web/views/table.tsx";
import { paths } from "../paths.ts";
import type { MeetingRow } from "../queries/meetings.ts";
import { meetingKinds } from "../queries/tables.ts";
import { meetingTexts as t } from "../texts/meetings.ts";
import { meetingKindTexts } from "../texts/words.ts";
import { lookOf, stateWord } from "../work.ts";
import type { Filled } from "./list.tsx";
import { Outbox } from "./outbox.tsx";
import { PlanFields } from "./plan.tsx";
import { Top } from "./top.tsx";

export type MeetingsProps = Filled & {
  readonly lang: Lang;
  readonly rows: readonly MeetingRow[];
  readonly hamlets: readonly Option[];
  readonly account: number | null;
  readonly mayPlan: boolean;
  readonly nextHref: string | null;
  readonly firstHref: string | null;
};

/** Meetings of the post, and planning one. */
export function MeetingsPage(props: MeetingsProps): Html {
  const { lang, rows, mayPlan, nextHref, firstHref, errors } = props;
  return (
    <>
      <Top lang={lang} errors={errors} title={t.title[lang]} lead={t.lead[lang]} />
      {mayPlan && <Outbox lang={lang} account={props.account} here={paths.meetings()} />}
      {rows.length === 0 ? (
        <EmptyState icon="calendar-days" title={t.emptyTitle[lang]} />
      ) : (
        <DataTable<MeetingRow>
          caption={t.title[lang]}
          captionHidden
          rows={rows}
          columns={[
            {
              title: t.what[lang],
              cell: (row) => (
                <>
                  <a href={paths.meeting(row.publicRef)}>{row.topic}</a>
                  <Sub>{[meetingKindTexts[row.kind][lang], row.hamletName ?? row.place].join(" · ")}</Sub>
                </>
              ),
            },
            { title: t.when[lang], cell: (row) => formatMoment(row.startsAt, lang) },
            { title: t.state[lang], cell: (row) => <StateTag state={lookOf(row.state)} lang={lang} word={stateWord(row.state)[lang]} /> },
            { title: t.opinions[lang], number: true, cell: (row) => row.opinions },
          ]}
        />
      )}
      <Pager nextHref={nextHref} firstHref={firstHref} shown={t.shown[lang](rows.length)} lang={lang} />
      {mayPlan && <PlanForm {...props} />}
    </>
  );
}

function PlanForm({ lang, hamlets, errors, typed }: MeetingsProps): Html {
  const field = (name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang] });
  return (
    <section class="stack">
      <h2>{t.planTitle[lang]}</h2>
      <form class="form" method="post" action={paths.meetings()}>
        <RadioGroup {...field("kind")} label={t.kind[lang]} options={meetingKinds.map((value) => ({ value, text: meetingKindTexts[value][lang] }))} />
        <PlanFields {...{ lang, hamlets, errors, typed }} />
        <Row>
          <Button icon="calendar-days">{t.plan[lang]}</Button>
        </Row>
      </form>
    </section>
  );
}
