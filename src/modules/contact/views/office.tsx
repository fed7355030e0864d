import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { CheckGroup } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Card, EmptyState, Row, Stack } from "../../../web/views/parts.tsx";
import { QrImage } from "../../../web/views/qr.tsx";
import { DataTable, Pager, Sub } from "../../../web/views/table.tsx";
import { contactKinds } from "../law.ts";
import { paths } from "../paths.ts";
import { officeTexts as t, takeTexts } from "../texts/office.ts";

/** A code as its officer sees it. */
export type ShownCode = { readonly code: string; readonly what: string; readonly withPhone: boolean; readonly at: string; readonly until: string; readonly valid: boolean };

export type CodesProps = {
  readonly lang: Lang;
  /** Shown large after it was taken. */
  readonly fresh: { readonly code: string; readonly what: string; readonly until: string; readonly scan: string; readonly address: string } | null;
  readonly codes: readonly ShownCode[];
  readonly nextHref: string | null;
  readonly firstHref: string | null;
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** One tap for a code; below it those that were taken. */
export function CodesPage({ lang, fresh, codes, nextHref, firstHref, errors, typed }: CodesProps): Html {
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{t.title[lang]}</h1>
      {fresh && <Fresh lang={lang} fresh={fresh} />}
      <form class="form" method="post" action={paths.codes()}>
        <TextField
          name="phone"
          type="tel"
          lang={lang}
          label={t.phone[lang]}
          hint={t.phoneHint[lang]}
          width="middle"
          maxlength={30}
          value={typedText(typed, "phone")}
          error={errors["phone"]?.[lang]}
        />
        {errors["phone"] && <CheckGroup name="numberUnknown" lang={lang} label={t.numberUnknownWhy[lang]} options={[{ value: "yes", text: t.numberUnknown[lang] }]} optional />}
        <Row>
          {contactKinds.map((kind) => (
            <Button name="kind" value={kind} kind={kind === "call" ? "primary" : "secondary"}>
              {takeTexts[kind][lang]}
            </Button>
          ))}
        </Row>
      </form>
      <p>{t.lead[lang]}</p>
      <Stack>
        <h2>{t.own[lang]}</h2>
        <p class="quiet">{t.ownHint[lang]}</p>
        {codes.length === 0 ? <EmptyState icon="shield-check" title={t.none[lang]} text={t.noneText[lang]} /> : <Codes lang={lang} codes={codes} />}
        <Pager nextHref={nextHref} firstHref={firstHref} shown={t.shown[lang](codes.length)} lang={lang} />
      </Stack>
    </>
  );
}

function Fresh({ lang, fresh }: { readonly lang: Lang; readonly fresh: NonNullable<CodesProps["fresh"]> }): Html {
  return (
    <Card>
      <h2>{t.newest[lang]}</h2>
      <p class="prepared-code code" role="status">
        {fresh.code}
      </p>
      <p>
        {fresh.what} · {t.validUntil[lang].toLowerCase()} {fresh.until}
      </p>
      <p>{t.readOut[lang](fresh.code, fresh.address)}</p>
      <QrImage text={fresh.scan} caption={t.qr[lang]} lang={lang} />
    </Card>
  );
}

function Codes({ lang, codes }: { readonly lang: Lang; readonly codes: readonly ShownCode[] }): Html {
  return (
    <DataTable
      caption={t.own[lang]}
      captionHidden
      rows={codes}
      columns={[
        { title: t.code[lang], cell: ({ code }) => <span class="code">{code}</span> },
        {
          title: t.kind[lang],
          cell: ({ what, withPhone }) => (
            <>
              {what}
              {withPhone && <Sub>{t.withPhone[lang]}</Sub>}
            </>
          ),
        },
        { title: t.takenAt[lang], cell: ({ at }) => at },
        { title: t.validUntil[lang], cell: ({ until, valid }) => (valid ? until : t.over[lang]) },
      ]}
    />
  );
}
