import { formatDate } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Unit } from "../../../kernel/units.ts";
import { type FieldErrors, type Typed, typedList } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { CheckGroup, Select } from "../../../web/views/form/choice.tsx";
import { DateField, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Card, EmptyState, Row } from "../../../web/views/parts.tsx";
import { DataTable, Sub } from "../../../web/views/table.tsx";
import { paths } from "../paths.ts";
import type { TeamMember } from "../queries/teams.ts";
import { teamTexts as t } from "../texts/dispute.ts";
import { intakeWords } from "../texts/office.ts";
import { Heading } from "./heading.tsx";
import { fieldsOf } from "./intake.tsx";

export type TeamsProps = {
  readonly lang: Lang;
  readonly team: readonly TeamMember[];
  readonly hamlets: readonly Unit[];
  readonly mayChange: boolean;
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** The teams of the hamlets, and the way in and out of them. */
export function TeamsPage(props: TeamsProps): Html {
  const { lang, team, mayChange, errors } = props;
  return (
    <>
      <Heading lang={lang} errors={errors} title={t.title[lang]} />
      <p>{t.lead[lang]}</p>
      {team.length === 0 ? <EmptyState icon="handshake" title={t.empty[lang]} /> : <TeamTable {...props} />}
      {mayChange && <AddForm {...props} />}
    </>
  );
}

function TeamTable({ lang, team, mayChange }: TeamsProps): Html {
  const leaving = {
    title: t.act[lang],
    cell: (one: TeamMember) => (
      <form method="post" action={paths.leaving()}>
        <input type="hidden" name="id" value={one.id} />
        <Button kind="quiet">{t.leave[lang]}</Button>
      </form>
    ),
  };
  return (
    <DataTable<TeamMember>
      caption={t.title[lang]}
      captionHidden
      rows={team}
      rowId={(one) => `mediator-${one.id}`}
      columns={[
        {
          title: t.member[lang],
          cell: (one) => (
            <>
              {one.fullName}
              <Sub>{[one.hamletName, one.leads && t.leads[lang]].filter(Boolean).join(" · ")}</Sub>
            </>
          ),
        },
        {
          title: t.phone[lang],
          cell: (one) => (
            <>
              {one.phone ?? t.noPhone[lang]}
              <Sub>{`${t.since[lang]} ${formatDate(one.fromDay, lang)}`}</Sub>
            </>
          ),
        },
        ...(mayChange ? [leaving] : []),
      ]}
    />
  );
}

function AddForm(props: TeamsProps): Html {
  const { lang, hamlets, typed } = props;
  const field = fieldsOf(props);
  return (
    <Card>
      <h2>{t.addTitle[lang]}</h2>
      <form class="form" method="post" action={paths.teams()}>
        <Select {...field("hamletId")} label={intakeWords.hamlet[lang]} options={hamlets.map(({ id, name }) => ({ value: String(id), text: name }))} />
        <TextField {...field("fullName")} label={intakeWords.fullName[lang]} maxlength={100} />
        <TextField {...field("phone")} label={t.phone[lang]} type="tel" width="middle" optional />
        <CheckGroup {...field("leads")} label={t.role[lang]} options={[{ value: "yes", text: t.leads[lang] }]} values={typedList(typed, "leads")} />
        <DateField {...field("fromDay")} label={t.since[lang]} />
        <Row>
          <Button icon="plus">{t.add[lang]}</Button>
        </Row>
      </form>
    </Card>
  );
}
