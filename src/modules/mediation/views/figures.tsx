import type { Lang } from "../../../base/lang.ts";
import type { FieldErrors, Typed } from "../../../web/form.ts";
import type { Html } from "../../../web/views/html.ts";
import { Stack } from "../../../web/views/parts.tsx";
import { DataTable } from "../../../web/views/table.tsx";
import type { Period } from "../../registers/index.ts";
import { PeriodForm } from "../../registers/index.ts";
import { ruleName } from "../law.ts";
import { paths } from "../paths.ts";
import type { KindCount } from "../queries/register.ts";
import type { Figures } from "../service/register.ts";
import { figureTexts as t } from "../texts/register.ts";
import { stateTexts } from "../texts/work.ts";
import { Heading } from "./heading.tsx";
import { periodLine } from "./register.tsx";

export type FiguresProps = {
  readonly lang: Lang;
  readonly rules: Parameters<typeof ruleName>[0];
  readonly shown: (Figures & { readonly period: Period }) | null;
  readonly errors: FieldErrors;
  readonly typed: Typed;
};
type Line = { readonly what: string; readonly count: number };

/** What the disputes of a period came to. */
export function FiguresPage(props: FiguresProps): Html {
  const { lang, errors, shown } = props;
  return (
    <>
      <Heading lang={lang} errors={errors} title={t.title[lang]} />
      <p>{t.lead[lang]}</p>
      <PeriodForm {...props} action={paths.figures()} />
      {shown && <Tables {...props} shown={shown} />}
    </>
  );
}

function Tables({ lang, rules, shown }: FiguresProps & { readonly shown: Figures & { readonly period: Period } }): Html {
  const { sums, kinds, visits, period } = shown;
  const outcomes: readonly Line[] = [
    { what: stateTexts.settled[lang], count: sums.settled },
    ...(["kept", "partly", "broken"] as const).map((finding) => ({ what: t[finding][lang], count: sums[finding] })),
    ...(["unsettled", "ended", "excluded"] as const).map((outcome) => ({ what: stateTexts[outcome][lang], count: sums[outcome] })),
    { what: t.open[lang], count: sums.open },
    { what: t.all[lang], count: sums.all },
    { what: t.startedLate[lang], count: sums.startedLate },
    { what: t.visitsPlanned[lang], count: visits.planned },
    { what: t.visitsMade[lang], count: visits.made },
    { what: t.visitsLate[lang], count: visits.late },
  ];
  return (
    <Stack>
      <h2>{periodLine(period, lang)}</h2>
      <DataTable<Line>
        caption={t.outcomeCaption[lang]}
        rows={outcomes}
        columns={[
          { title: t.what[lang], cell: ({ what }) => what },
          { title: t.count[lang], number: true, cell: ({ count }) => String(count) },
        ]}
      />
      <DataTable<KindCount>
        caption={t.kindCaption[lang]}
        rows={kinds}
        columns={[
          { title: t.kind[lang], cell: ({ kind }) => ruleName(rules, "kind", kind)[lang] },
          { title: t.count[lang], number: true, cell: ({ all }) => String(all) },
          { title: t.settled[lang], number: true, cell: ({ settled }) => String(settled) },
        ]}
      />
    </Stack>
  );
}
