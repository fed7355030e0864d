import type { Lang } from "../../../../base/lang.ts";
import { Button } from "../../../../web/views/button.tsx";
import { TextField } from "../../../../web/views/form/text.tsx";
import type { Html } from "../../../../web/views/html.ts";
import { EmptyState, Stack } from "../../../../web/views/parts.tsx";
import { paths } from "../../paths.ts";
import { procedureTexts as t } from "../../texts/resident.ts";

/** A procedure in a list: what it is for, and how long and how much. */
export type ProcedureRow = { readonly code: string; readonly name: string; readonly purpose: string; readonly time: string; readonly cost: string };

export type ProceduresProps = {
  readonly lang: Lang;
  readonly rows: readonly ProcedureRow[];
  /** What was searched for; empty for the whole list. */
  readonly typed: string;
};

/** Every procedure of the counter, and a search that works without a script. */
export function ProceduresPage({ lang, rows, typed }: ProceduresProps): Html {
  return (
    <>
      <Stack>
        <h1>{t.listTitle[lang]}</h1>
        <p class="lead">{t.listLead[lang]}</p>
      </Stack>
      <form class="search" method="get" action={paths.procedures()}>
        <TextField name="q" type="search" label={t.searchLabel[lang]} hint={t.searchHint[lang]} value={typed} maxlength={100} lang={lang} />
        <Button icon="search">{t.search[lang]}</Button>
      </form>
      {rows.length === 0 ? <Nothing lang={lang} typed={typed} /> : <Found lang={lang} rows={rows} typed={typed} />}
    </>
  );
}

function Nothing({ lang, typed }: Pick<ProceduresProps, "lang" | "typed">): Html {
  return (
    <EmptyState icon="search" title={t.nothing[lang](typed)} text={t.nothingText[lang]}>
      <p>
        <a href={paths.procedures()}>{t.showAll[lang]}</a>
      </p>
    </EmptyState>
  );
}

function Found({ lang, rows, typed }: ProceduresProps): Html {
  return (
    <Stack>
      {typed !== "" && (
        <p role="status">
          {t.found[lang](rows.length, typed)} <a href={paths.procedures()}>{t.showAll[lang]}</a>
        </p>
      )}
      <ul class="entries">
        {rows.map((row) => (
          <li>
            <h2>
              <a href={paths.procedure(row.code)}>{row.name}</a>
            </h2>
            <p>{row.purpose}</p>
            <p class="quiet">
              {row.time} · {row.cost}
            </p>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
