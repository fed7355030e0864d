import { formatMoment } from "../../base/day/format.ts";
import type { Lang } from "../../base/lang.ts";
import type { Html } from "../../web/views/html.ts";
import { EmptyState, Notice } from "../../web/views/parts.tsx";
import { DataTable, Pager } from "../../web/views/table.tsx";
import { paths } from "./paths.ts";
import { officeTexts as t } from "./texts/office.ts";

export type MessageLine = { readonly text: string; readonly number: string; readonly code: string; readonly href: string; readonly at: Date; readonly sent: boolean };

export type ExchangeProps = { readonly lang: Lang; readonly connected: boolean; readonly lines: readonly MessageLine[]; readonly nextHref: string | null };

/** What the national portal is told by the post, newest first. */
export function ExchangePage({ lang, connected, lines, nextHref }: ExchangeProps): Html {
  return (
    <>
      <h1>{t.title[lang]}</h1>
      <p>{t.lead[lang]}</p>
      {!connected && (
        <Notice kind="info" title={t.notConnected[lang]}>
          {t.notConnectedText[lang]}
        </Notice>
      )}
      {lines.length === 0 ? (
        <EmptyState icon="inbox" title={t.emptyTitle[lang]} text={t.emptyText[lang]} />
      ) : (
        <DataTable
          caption={t.title[lang]}
          captionHidden
          rows={lines}
          columns={[
            { title: t.told[lang], cell: (line) => line.text },
            { title: t.about[lang], cell: (line) => <a href={line.href}>{line.code}</a> },
            { title: t.number[lang], cell: (line) => line.number },
            { title: t.at[lang], cell: (line) => formatMoment(line.at, lang) },
            { title: t.state[lang], cell: (line) => (line.sent ? t.sent[lang] : t.waiting[lang]) },
          ]}
        />
      )}
      <Pager nextHref={nextHref} firstHref={paths.exchange()} shown={t.shown[lang](lines.length)} lang={lang} />
    </>
  );
}
