import { formatDate } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import type { FieldErrors, Typed } from "../../../web/form.ts";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState, Stack } from "../../../web/views/parts.tsx";
import { StateTag } from "../../../web/views/state.tsx";
import { DataTable, Pager, Sub } from "../../../web/views/table.tsx";
import { ExportForm, type Period, PeriodForm } from "../../registers/index.ts";
import { ruleName } from "../law.ts";
import { paths } from "../paths.ts";
import type { Sums } from "../queries/register.ts";
import type { RegisterPage as Page, RegisterLine } from "../service/register.ts";
import { officeTexts, words } from "../texts/office.ts";
import { registerTexts as t } from "../texts/register.ts";
import { stateTexts } from "../texts/work.ts";
import { Heading } from "./heading.tsx";
import { lookOf } from "./look.ts";

type Rules = Parameters<typeof ruleName>[0];
export type RegisterProps = {
  readonly lang: Lang;
  readonly now: Date;
  readonly rules: Rules;
  /** Null: the period was not understood, and there is nothing to show. */
  readonly shown: (Page & { readonly period: Period; readonly nextHref: string | null; readonly paged: boolean }) | null;
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** The register of a period on the screen, without anybody's name, and the way out of the house. */
export function RegisterPage(props: RegisterProps): Html {
  const { lang, errors, typed, shown } = props;
  return (
    <>
      <Heading lang={lang} errors={errors} title={t.title[lang]} />
      <PeriodForm {...props} action={paths.register()} />
      {shown && <Lines {...props} shown={shown} />}
      {shown && shown.lines.length > 0 && (
        <ExportForm lang={lang} errors={errors} typed={typed} period={shown.period} action={paths.takeOut()} title={t.exportTitle[lang]} lead={t.exportLead[lang]} />
      )}
    </>
  );
}

/** "12 disputes: 5 settled, …" */
export const sumsLine = (sums: Sums, lang: Lang): string => t.sums[lang](sums);

/** The two days of a period in words. */
export const periodLine = ({ from, to }: Period, lang: Lang): string => t.period[lang](formatDate(from, lang), formatDate(to, lang));

function Lines({ lang, now, rules, shown }: RegisterProps & { readonly shown: NonNullable<RegisterProps["shown"]> }): Html {
  const { lines, sums, period, nextHref, paged } = shown;
  return (
    <Stack>
      <h2>{periodLine(period, lang)}</h2>
      {sums.all === 0 ? <EmptyState icon="book-open" title={t.empty[lang]} text={t.emptyText[lang]} /> : <p>{sumsLine(sums, lang)}</p>}
      {lines.length > 0 && <Table lines={lines} lang={lang} now={now} rules={rules} />}
      {lines.length > 0 && <Pager nextHref={nextHref} firstHref={paged ? paths.registerOf(period, null) : null} shown={t.shown[lang](lines.length, sums.all)} lang={lang} />}
    </Stack>
  );
}

function Table({ lang, lines, now, rules }: { readonly lang: Lang; readonly lines: readonly RegisterLine[]; readonly now: Date; readonly rules: Rules }): Html {
  const day = (at: Date | null, none: string): string => (at ? formatDate(dayOf(at), lang) : none);
  return (
    <DataTable<RegisterLine>
      caption={t.title[lang]}
      captionHidden
      rows={lines}
      rowId={(line) => `line-${line.matterId}`}
      columns={[
        {
          title: officeTexts.code[lang],
          cell: (line) => (
            <>
              <a href={paths.dispute(line.publicRef)}>{line.code}</a>
              <Sub>{formatDate(dayOf(line.receivedAt), lang)}</Sub>
            </>
          ),
        },
        {
          title: officeTexts.kindAndPlace[lang],
          cell: (line) => (
            <>
              {ruleName(rules, "kind", line.kind)[lang]}
              <Sub>{[line.hamletName, line.spot].filter(Boolean).join(" · ")}</Sub>
            </>
          ),
        },
        {
          title: t.mediators[lang],
          cell: (line) => (
            <>
              {line.mediators.join(", ") || t.notGiven[lang]}
              <Sub>{t.sessionsAndParties[lang](line.sessions, line.parties)}</Sub>
            </>
          ),
        },
        {
          title: t.begun[lang],
          cell: (line) => (
            <>
              {[day(line.assignedAt, t.notGiven[lang]), day(line.startedAt, t.notBegun[lang])].join(", ")}
              {line.startBy && <Sub>{((line.startedAt ?? line.endedAt ?? now) > line.startBy ? t.late : t.inTime)[lang]}</Sub>}
            </>
          ),
        },
        {
          title: t.outcome[lang],
          cell: (line) => (
            <>
              <StateTag state={lookOf(line.state)} lang={lang} word={stateTexts[line.state as keyof typeof stateTexts][lang]} />
              {line.finding && <Sub>{words.findings[line.finding][lang]}</Sub>}
              {line.reason && <Sub>{ruleName(rules, line.outcome === "excluded" ? "exclusion" : "ending", line.reason)[lang]}</Sub>}
            </>
          ),
        },
      ]}
    />
  );
}
