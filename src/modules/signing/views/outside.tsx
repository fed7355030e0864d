import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { Button, LinkButton } from "../../../web/views/button.tsx";
import { FileField, TextArea } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Card } from "../../../web/views/parts.tsx";
import { DataTable, Sub } from "../../../web/views/table.tsx";
import { paths } from "../paths.ts";
import { texts as t } from "../texts.ts";

/** A paper that was taken out to be signed. */
export type OutsideLine = {
  readonly ref: string;
  readonly matterCode: string;
  readonly version: number;
  readonly title: string;
  readonly paper: string;
  readonly code: string;
  readonly signer: string;
  readonly at: string;
  /** What it says stands already: only its signature is waited for, and it cannot be taken back. */
  readonly decided: boolean;
};

/** What is outside: to download again, or to take back. */
export function Outside({
  lang,
  lines,
  errors,
  typed,
}: {
  readonly lang: Lang;
  readonly lines: readonly OutsideLine[];
  readonly errors: FieldErrors;
  readonly typed: Typed;
}): Html {
  return (
    <section class="stack" aria-labelledby="outside-title">
      <h2 id="outside-title">{t.outsideTitle[lang]}</h2>
      <p>{t.outsideText[lang]}</p>
      <div class="row">
        <LinkButton href={paths.archive()} icon="download">
          {t.downloadAll[lang]}
        </LinkButton>
      </div>
      <DataTable
        caption={t.outsideTitle[lang]}
        captionHidden
        rows={lines}
        columns={[
          {
            title: t.paper[lang],
            cell: (line) => (
              <>
                <a href={paths.exported(line.code)} download>
                  {line.paper}
                </a>
                <Sub>
                  {line.title} · {line.matterCode}
                </Sub>
              </>
            ),
          },
          { title: t.signerOn[lang], cell: (line) => line.signer },
          { title: t.exportedAt[lang], cell: (line) => line.at },
          { title: t.takeBack[lang], cell: (line) => (line.decided ? t.decided[lang] : <TakeBack lang={lang} line={line} errors={errors} typed={typed} />) },
        ]}
      />
    </section>
  );
}

function TakeBack({ lang, line, errors, typed }: { readonly lang: Lang; readonly line: OutsideLine; readonly errors: FieldErrors; readonly typed: Typed }): Html {
  const mine = typedText(typed, "ref") === line.ref;
  return (
    <details class="verb-with-reason" open={mine}>
      <summary>{t.takeBack[lang]}</summary>
      <form method="post" action={paths.returnOf(line.ref)} class="form">
        <input type="hidden" name="version" value={line.version} />
        <input type="hidden" name="ref" value={line.ref} />
        {/* Each field of the list has a name of its own on the page, so that its label finds it. */}
        <TextArea
          name={mine ? "note" : `note-${line.ref}`}
          label={t.returnReason[lang]}
          lang={lang}
          rows={2}
          value={mine ? typedText(typed, "note") : ""}
          error={mine ? errors["note"]?.[lang] : undefined}
        />
        <Button kind="secondary" consequence={t.takeBackText[lang]}>
          {t.takeBack[lang]}
        </Button>
      </form>
    </details>
  );
}

/** Bringing back what was signed elsewhere. */
export function BringForm({ lang, errors }: { readonly lang: Lang; readonly errors: FieldErrors }): Html {
  return (
    <Card>
      <h2>{t.bringTitle[lang]}</h2>
      <form class="form" method="post" action={paths.imports()} enctype="multipart/form-data">
        <FileField
          name="tep"
          label={t.bringFiles[lang]}
          hint={t.bringHint[lang]}
          lang={lang}
          multiple
          maxMegabytes="2"
          accept="application/pdf,.pdf,application/zip,.zip"
          error={errors["tep"]?.[lang]}
        />
        <Button icon="file-check" consequence={t.bringConsequence[lang]}>
          {t.bring[lang]}
        </Button>
      </form>
    </Card>
  );
}
