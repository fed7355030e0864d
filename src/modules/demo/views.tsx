import type { Lang } from "../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../web/form.ts";
import { Button } from "../../web/views/button.tsx";
import { type Option, RadioGroup } from "../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../web/views/form/errors.tsx";
import type { Html } from "../../web/views/html.ts";
import { EmptyState, Notice } from "../../web/views/parts.tsx";
import { DataTable } from "../../web/views/table.tsx";
import { paths } from "./paths.ts";
import { standInTexts as t } from "./texts.ts";

export type StandInLine = { readonly number: string; readonly procedure: string; readonly submitted: string; readonly code: string | null; readonly steps: readonly string[] };

export type StandInProps = {
  readonly lang: Lang;
  readonly files: readonly StandInLine[];
  readonly filings: readonly Option[];
  readonly troubles: readonly ("none" | "twice" | "broken")[];
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** The stand-in of the national portal with both sides: what was filed there, and what the post has told of it. */
export function StandInPage({ lang, files, filings, troubles, errors, typed }: StandInProps): Html {
  return (
    <>
      <h1>{t.title[lang]}</h1>
      <Notice kind="warn" title={t.notReal[lang]}>
        {t.notRealText[lang]}
      </Notice>
      <ErrorSummary errors={errors} lang={lang} />
      <h2>{t.fileTitle[lang]}</h2>
      <form method="post" action={paths.standIn()} class="form">
        <RadioGroup name="filing" lang={lang} label={t.filing[lang]} options={filings} value={typedText(typed, "filing")} error={errors.filing?.[lang]} />
        <RadioGroup
          name="trouble"
          lang={lang}
          label={t.trouble[lang]}
          options={troubles.map((value) => ({ value, text: t[value][lang] }))}
          value={typedText(typed, "trouble") || "none"}
          error={errors.trouble?.[lang]}
        />
        <Button consequence={t.fileConsequence[lang]}>{t.file[lang]}</Button>
      </form>
      <h2>{t.filesTitle[lang]}</h2>
      {files.length === 0 ? (
        <EmptyState icon="inbox" title={t.empty[lang]} />
      ) : (
        <DataTable
          caption={t.filesTitle[lang]}
          captionHidden
          rows={files}
          columns={[
            { title: t.number[lang], cell: (file) => file.number },
            { title: t.procedure[lang], cell: (file) => file.procedure },
            { title: t.submitted[lang], cell: (file) => file.submitted },
            { title: t.code[lang], cell: (file) => file.code ?? t.noCode[lang] },
            {
              title: t.heard[lang],
              cell: (file) =>
                file.steps.length === 0 ? (
                  t.nothingHeard[lang]
                ) : (
                  <ul>
                    {file.steps.map((step) => (
                      <li>{step}</li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
      )}
    </>
  );
}
