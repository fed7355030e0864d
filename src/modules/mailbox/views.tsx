import { formatMoment } from "../../base/day/format.ts";
import type { Lang } from "../../base/lang.ts";
import type { Html } from "../../web/views/html.ts";
import { EmptyState } from "../../web/views/parts.tsx";
import { DataTable, Pager } from "../../web/views/table.tsx";
import { paths } from "./paths.ts";
import { texts } from "./texts.ts";

export type NoticeLine = { readonly id: number; readonly at: Date; readonly code: string; readonly href: string; readonly text: string; readonly sent: boolean };

export type MailboxProps = { readonly lang: Lang; readonly lines: readonly NoticeLine[]; readonly nextHref: string | null };

/** The outbox of the post, newest first. */
export function MailboxPage({ lang, lines, nextHref }: MailboxProps): Html {
  return (
    <>
      <h1>{texts.title[lang]}</h1>
      <p>{texts.lead[lang]}</p>
      {lines.length === 0 ? (
        <EmptyState icon="inbox" title={texts.emptyTitle[lang]} text={texts.emptyText[lang]} />
      ) : (
        <DataTable
          caption={texts.title[lang]}
          captionHidden
          rows={lines}
          columns={[
            { title: texts.text[lang], cell: (line) => line.text },
            { title: texts.about[lang], cell: (line) => <a href={line.href}>{line.code}</a> },
            { title: texts.at[lang], cell: (line) => formatMoment(line.at, lang) },
            { title: texts.state[lang], cell: (line) => (line.sent ? texts.sent[lang] : texts.waiting[lang]) },
          ]}
        />
      )}
      <Pager nextHref={nextHref} firstHref={paths.mailbox()} shown={texts.shown[lang](lines.length)} lang={lang} />
    </>
  );
}
