import type { Lang } from "../../../base/lang.ts";
import { LinkButton } from "../../../web/views/button.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Row, SummaryList, type SummaryRow } from "../../../web/views/parts.tsx";
import { DataTable } from "../../../web/views/table.tsx";
import { paths } from "../paths.ts";
import { bookTexts as t } from "../texts/book.ts";
import { courseTexts as c } from "../texts/course.ts";

export type CourseProps = {
  readonly lang: Lang;
  readonly ref: string;
  readonly dossierHref: string;
  readonly facts: readonly SummaryRow[];
  /** What, by whom, to whom, from, to, how long, in time or not. */
  readonly steps: readonly (readonly string[])[];
};

/** Through whose hands a dossier went. */
export function CoursePage({ lang, ref, dossierHref, facts, steps }: CourseProps): Html {
  const numbered = steps.map((cells, i) => [String(i + 1), ...cells]);
  const cell = (at: number) => (row: readonly string[]) => row[at] || "–";
  return (
    <>
      <h1>{c.title[lang]}</h1>
      <SummaryList rows={facts} lang={lang} />
      <DataTable<readonly string[]>
        caption={c.title[lang]}
        captionHidden
        rows={numbered}
        rowId={(row) => `step-${row[0]}`}
        columns={[
          { title: c.step[lang], cell: (row) => `${row[0]}. ${row[1]}` },
          { title: c.handedBy[lang], cell: cell(2) },
          { title: c.receivedBy[lang], cell: cell(3) },
          { title: c.from[lang], cell: cell(4) },
          { title: c.to[lang], cell: cell(5) },
          { title: c.length[lang], cell: cell(6) },
          { title: c.result[lang], cell: cell(7) },
        ]}
      />
      <p class="quiet">{c.note[lang]}</p>
      <Row>
        <LinkButton href={paths.coursePdf(ref)} icon="printer" print>
          {c.print[lang]}
        </LinkButton>
        <LinkButton href={dossierHref} kind="secondary" icon="file-text">
          {c.dossier[lang]}
        </LinkButton>
        <LinkButton href={paths.registers()} kind="quiet">
          {t.menuTitle[lang]}
        </LinkButton>
      </Row>
    </>
  );
}
