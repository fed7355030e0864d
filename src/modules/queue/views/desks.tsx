import { formatDate } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { Button, LinkButton } from "../../../web/views/button.tsx";
import { RadioGroup } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { DateField, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState, Notice, Row, Stack } from "../../../web/views/parts.tsx";
import { DataTable } from "../../../web/views/table.tsx";
import { paths } from "../paths.ts";
import type { Desk } from "../queries/desks.ts";
import { lineTexts, deskTexts as t } from "../texts/office.ts";

export type DesksPageProps = {
  readonly lang: Lang;
  readonly now: readonly Desk[];
  readonly coming: readonly Desk[];
  /** Appointments that stand from today on. */
  readonly standing: number;
  readonly saved: boolean;
  readonly typed: Typed;
  readonly errors: FieldErrors;
};

/** How the desks of the post work, and the form that changes it. */
export function DesksPage(props: DesksPageProps): Html {
  const { lang, now, coming, standing, saved, errors } = props;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{t.title[lang]}</h1>
      <p class="lead">{t.lead[lang]}</p>
      {saved && <Notice kind="success" title={t.saved[lang]} announce />}
      <h2>{t.now[lang]}</h2>
      {now.length === 0 ? <EmptyState icon="users" title={t.none[lang]} text={t.noneText[lang]} /> : <Lines lang={lang} caption={t.now[lang]} desks={now} />}
      {coming.length > 0 && (
        <Stack>
          <h2>{t.coming[lang]}</h2>
          <Lines lang={lang} caption={t.coming[lang]} desks={coming} />
        </Stack>
      )}
      <p class="quiet">{t.standing[lang](standing)}</p>
      <DeskForm {...props} />
      <Row>
        <LinkButton href={paths.line()} kind="secondary">
          {lineTexts.title[lang]}
        </LinkButton>
      </Row>
    </>
  );
}

function Lines({ lang, caption, desks }: { readonly lang: Lang; readonly caption: string; readonly desks: readonly Desk[] }): Html {
  return (
    <DataTable<Desk>
      caption={caption}
      captionHidden
      rows={desks}
      columns={[
        { title: t.desk[lang], cell: ({ number, name }) => lineTexts.deskName[lang](number, name) },
        { title: t.from[lang], cell: ({ validFrom }) => formatDate(validFrom, lang) },
        { title: t.slot[lang], cell: ({ slotMinutes }) => t.minutes[lang](slotMinutes) },
        { title: t.places[lang], cell: ({ places }) => places, number: true },
        { title: t.state[lang], cell: ({ open }) => (open ? t.open[lang] : t.closed[lang]) },
      ]}
    />
  );
}

function DeskForm({ lang, typed, errors }: DesksPageProps): Html {
  const field = (name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang] });
  return (
    <form class="form" method="post" action={paths.desks()}>
      <h2>{t.write[lang]}</h2>
      <TextField {...field("number")} label={t.number[lang]} hint={t.numberHint[lang]} inputmode="numeric" width="short" maxlength={2} />
      <TextField {...field("name")} label={t.name[lang]} hint={t.nameHint[lang]} width="middle" maxlength={60} />
      <TextField {...field("slotMinutes")} label={t.slotLabel[lang]} hint={t.slotHint[lang]} inputmode="numeric" width="short" maxlength={3} />
      <TextField {...field("places")} label={t.placesLabel[lang]} hint={t.placesHint[lang]} inputmode="numeric" width="short" maxlength={2} />
      <DateField {...field("validFrom")} label={t.fromLabel[lang]} />
      <RadioGroup
        {...field("open")}
        label={t.openLabel[lang]}
        options={[
          { value: "yes", text: t.isOpen[lang] },
          { value: "no", text: t.isClosed[lang] },
        ]}
      />
      <Button>{t.save[lang]}</Button>
    </form>
  );
}
