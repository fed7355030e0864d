import { formatMoment, formatMonth } from "../../../base/day/format.ts";
import type { DayRange } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState } from "../../../web/views/parts.tsx";
import { type Column, DataTable, Pager, Sub } from "../../../web/views/table.tsx";
import type { Evidence } from "../evidence.ts";
import type { EvidenceRow } from "../queries/evidence.ts";
import { evidenceTexts, standingTexts, listTexts as t } from "../texts/evidence.ts";
import { postTexts } from "../texts/post.ts";

/** A dossier as the list shows it. `whose` and `href` are for the post itself; nobody else is given them. */
export type EvidenceLine = EvidenceRow & { readonly procedure: string; readonly whose: { readonly name: string; readonly last4: string } | null; readonly href: string | null };

export type EvidenceProps = {
  readonly lang: Lang;
  readonly kind: Evidence;
  readonly months: DayRange;
  readonly unitName: string;
  readonly procedure: string | null;
  readonly lines: readonly EvidenceLine[];
  readonly all: number;
  readonly withPersons: boolean;
  readonly nextHref: string | null;
  readonly firstHref: string | null;
  readonly backHref: string;
};

/** The dossiers behind one figure. */
export function EvidencePage(props: EvidenceProps): Html {
  const { lang, kind, unitName, procedure, lines, all, withPersons, nextHref, firstHref, backHref } = props;
  return (
    <>
      <p class="no-print">
        <a href={backHref}>{t.back[lang]}</a>
      </p>
      <h1>{t.title[lang](evidenceTexts[kind].name[lang], unitName)}</h1>
      <p>
        {whenOf(props)}. {procedure}
      </p>
      <p class="quiet">
        {evidenceTexts[kind].meaning[lang]} {!withPersons && t.noPersons[lang]}
      </p>
      {lines.length === 0 ? (
        <EmptyState icon="inbox" title={t.none[lang]} />
      ) : (
        <>
          <DataTable caption={evidenceTexts[kind].name[lang]} captionHidden rows={lines} columns={columnsOf(props)} />
          <Pager lang={lang} shown={t.count[lang](all)} nextHref={nextHref} firstHref={firstHref} />
        </>
      )}
    </>
  );
}

function whenOf({ kind, lang, months: { from, to } }: EvidenceProps): string {
  if (kind === "open" || kind === "lateNow") return t.now[lang];
  return t.ofMonth[lang](from === to ? formatMonth(to, lang) : postTexts.fromTo[lang](formatMonth(from, lang), formatMonth(to, lang)));
}

function columnsOf({ lang, withPersons }: EvidenceProps): readonly [Column<EvidenceLine>, ...Column<EvidenceLine>[]] {
  const whose: Column<EvidenceLine>[] = withPersons ? [{ title: t.whose[lang], cell: (line) => line.whose && <Whose {...line.whose} /> }] : [];
  return [
    { title: t.code[lang], cell: (line) => (line.href ? <a href={line.href}>{line.code}</a> : line.code) },
    ...whose,
    { title: t.procedure[lang], cell: (line) => line.procedure },
    { title: t.receivedAt[lang], cell: (line) => formatMoment(line.receivedAt, lang) },
    { title: t.dueAt[lang], cell: (line) => (line.dueAt ? formatMoment(line.dueAt, lang) : "–") },
    { title: t.answeredAt[lang], cell: (line) => (line.answeredAt ? formatMoment(line.answeredAt, lang) : "–") },
    {
      title: t.standing[lang],
      cell: (line) => (
        <>
          {standingIn(line, lang)}
          <Sub>{happeningsIn(line, lang)}</Sub>
        </>
      ),
    },
    { title: t.digitised[lang], cell: ({ digitised }) => (digitised === null ? "–" : t[digitised ? "yes" : "no"][lang]) },
  ];
}

function Whose({ name, last4 }: NonNullable<EvidenceLine["whose"]>): Html {
  return (
    <>
      {name} <Sub>…{last4}</Sub>
    </>
  );
}

function standingIn({ standing, isLateNow }: EvidenceRow, lang: Lang): string {
  if (standing) return standingTexts[standing][lang];
  return t[isLateNow ? "lateState" : "openState"][lang];
}

/** What else befell a dossier, in a few words. */
function happeningsIn({ pauses, unaskedPauses, returns, reopened, standing, wasWithdrawn }: EvidenceRow, lang: Lang): string {
  const told = [
    pauses > 0 && t.pauses[lang](pauses),
    unaskedPauses > 0 && t.unaskedPauses[lang](unaskedPauses),
    returns > 1 && t.returns[lang](returns),
    reopened > 0 && t.reopened[lang](reopened),
    wasWithdrawn && standing !== "withdrawn" && t.withdrawnLater[lang],
  ];
  return told.filter((one) => one !== false).join(", ");
}
