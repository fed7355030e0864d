import { formatMoment } from "../../base/day/format.ts";
import type { Lang } from "../../base/lang.ts";
import type { Html } from "../../web/views/html.ts";
import { Card, EmptyState, SummaryList } from "../../web/views/parts.tsx";
import { DataTable, Pager } from "../../web/views/table.tsx";
import { LetterBody, type LetterParts } from "../subscriptions/index.ts";
import { paths } from "./paths.ts";
import { texts } from "./texts.ts";

export type NoticeLine = {
  readonly id: number;
  readonly at: Date;
  readonly code: string;
  readonly href: string;
  readonly text: string;
  /** How it was told besides on the page, each way in a sentence. */
  readonly told: readonly string[];
  /** The letter as it was received; null when none was written. */
  readonly letterHref: string | null;
};

export type MailState = { readonly kind: "on"; readonly from: string } | { readonly kind: "demo" } | { readonly kind: "off" };

export type MailboxProps = { readonly lang: Lang; readonly lines: readonly NoticeLine[]; readonly mail: MailState; readonly nextHref: string | null };

/** The outbox of the post, newest first. */
export function MailboxPage({ lang, lines, mail, nextHref }: MailboxProps): Html {
  return (
    <>
      <h1>{texts.title[lang]}</h1>
      <p>{texts.lead[lang]}</p>
      <p class="quiet">{mail.kind === "on" ? texts.mailOn[lang](mail.from) : mail.kind === "demo" ? texts.mailDemo[lang] : texts.mailOff[lang]}</p>
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
            { title: texts.state[lang], cell: (line) => <ToldCell line={line} lang={lang} /> },
          ]}
        />
      )}
      <Pager nextHref={nextHref} firstHref={paths.mailbox()} shown={texts.shown[lang](lines.length)} lang={lang} />
    </>
  );
}

function ToldCell({ line, lang }: { readonly line: NoticeLine; readonly lang: Lang }): Html {
  return (
    <>
      {texts.pageOnly[lang]}
      {line.told.map((one) => (
        <>
          <br />
          {one}
        </>
      ))}
      {line.letterHref !== null && (
        <>
          <br />
          <a href={line.letterHref}>
            {texts.letter[lang]}
            <span class="sr-only"> {line.code}</span>
          </a>
        </>
      )}
    </>
  );
}

/** A letter as it looks to whoever gets it. */
export function LetterPage({ lang, letter, from }: { readonly lang: Lang; readonly letter: LetterParts; readonly from: string | null }): Html {
  return (
    <>
      <h1>{texts.letterTitle[lang]}</h1>
      <p>{texts.letterLead[lang]}</p>
      <SummaryList
        lang={lang}
        rows={[
          { term: texts.from[lang], detail: from ?? texts.mailOff[lang] },
          { term: texts.subject[lang], detail: letter.subject },
        ]}
      />
      <Card>
        <div lang={letter.lang} class="stack">
          <LetterBody {...letter} />
        </div>
      </Card>
      <p>
        <a href={paths.mailbox()}>{texts.back[lang]}</a>
      </p>
    </>
  );
}
