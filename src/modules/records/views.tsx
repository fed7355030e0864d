import { formatMoment } from "../../base/day/format.ts";
import type { Lang } from "../../base/lang.ts";
import { ScanField } from "../../web/views/form/scan.tsx";
import type { Html } from "../../web/views/html.ts";
import { DataTable } from "../../web/views/table.tsx";
import { paths } from "./paths.ts";
import { texts } from "./texts.ts";

export type Entry = { readonly at: Date; readonly who: string | null; readonly what: string; readonly why: string; readonly where: string };

export type RecordProps = { readonly lang: Lang; readonly typed: string; readonly error: string | null; readonly looks: readonly Entry[]; readonly changes: readonly Entry[] };

/** The glass box: every look and every change, newest first. */
export function RecordPage({ lang, typed, error, looks, changes }: RecordProps): Html {
  return (
    <>
      <h1>{texts.title[lang]}</h1>
      <p>{texts.lead[lang]}</p>
      <form method="get" action={paths.record()}>
        <ScanField name="ma" lang={lang} label={texts.find[lang]} hint={texts.findHint[lang]} value={typed} error={error ?? undefined} shortcut="/" />
      </form>
      <Entries lang={lang} title={texts.looks[lang]} whyTitle={texts.purpose[lang]} entries={looks} />
      <Entries lang={lang} title={texts.changes[lang]} whyTitle={texts.what[lang]} entries={changes} />
    </>
  );
}

type EntriesProps = { readonly lang: Lang; readonly title: string; readonly whyTitle: string; readonly entries: readonly Entry[] };

function Entries({ lang, title, whyTitle, entries }: EntriesProps): Html {
  return (
    <section>
      <h2>{title}</h2>
      {entries.length === 0 ? (
        <p>{texts.nothing[lang]}</p>
      ) : (
        <DataTable
          caption={title}
          captionHidden
          rows={entries}
          columns={[
            { title: texts.at[lang], cell: (entry) => formatMoment(entry.at, lang) },
            { title: texts.who[lang], cell: (entry) => entry.who ?? texts.system[lang] },
            { title: whyTitle, cell: (entry) => `${entry.what} · ${entry.why}` },
            { title: texts.where[lang], cell: (entry) => entry.where },
          ]}
        />
      )}
    </section>
  );
}
