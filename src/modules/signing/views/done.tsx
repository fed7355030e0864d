import type { Lang } from "../../../base/lang.ts";
import { LinkButton } from "../../../web/views/button.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Notice } from "../../../web/views/parts.tsx";
import { type StateLook, StateTag } from "../../../web/views/state.tsx";
import { DataTable } from "../../../web/views/table.tsx";
import { printingPaths } from "../../printing/index.ts";
import { paths } from "../paths.ts";
import { texts as t } from "../texts.ts";

/** What became of one thing of a batch. */
export type DoneLine = { readonly name: string; readonly ok: boolean; readonly look: StateLook; readonly word: string; readonly href: string | null };

/** What became of a batch, one by one: nothing is hidden behind a count. */
export function DonePage({ lang, title, of, lines }: { readonly lang: Lang; readonly title: string; readonly of: string; readonly lines: readonly DoneLine[] }): Html {
  const ok = lines.filter((line) => line.ok).length;
  return (
    <>
      <h1>{title}</h1>
      <Notice kind={ok === lines.length ? "success" : "warn"} title={t.doneCount[lang](ok, lines.length)} announce>
        {t.again[lang]}
      </Notice>
      <DataTable
        caption={title}
        captionHidden
        rows={lines}
        columns={[
          { title: of, cell: (line) => (line.href === null ? line.name : <a href={line.href}>{line.name}</a>) },
          { title: t.result[lang], cell: (line) => <StateTag state={line.look} lang={lang} word={line.word} /> },
        ]}
      />
      <div class="row">
        <LinkButton href={paths.folder()} shortcut="J">
          {t.toFolder[lang]}
        </LinkButton>
        <LinkButton href={printingPaths.printing("ky-hom-nay")} kind="secondary" icon="printer">
          {t.printThem[lang]}
        </LinkButton>
      </div>
    </>
  );
}
