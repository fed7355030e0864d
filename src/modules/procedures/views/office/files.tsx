import type { Lang } from "../../../../base/lang.ts";
import { type FieldErrors, type Typed, typedList, typedText } from "../../../../web/form.ts";
import { Button, LinkButton } from "../../../../web/views/button.tsx";
import { CheckGroup, type Option, RadioGroup } from "../../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../../web/views/form/errors.tsx";
import { FileField, TextArea } from "../../../../web/views/form/text.tsx";
import type { Html } from "../../../../web/views/html.ts";
import { Notice } from "../../../../web/views/parts.tsx";
import { paths } from "../../paths.ts";
import { fileTexts as t } from "../../texts/files.ts";
import type { DossierProps } from "./dossier.tsx";

/** A file of a dossier as its page shows it. */
export type ShownFile = { readonly name: string; readonly under: string; readonly href: string | null; readonly removeHref: string | null };

/** The files of a dossier, and the way to add one. Nothing where its procedure asks for none. */
export function Files({ files, addFileHref, lang }: DossierProps): Html {
  if (files.length === 0 && addFileHref === null) return null;
  return (
    <section class="stack">
      <h2>{t.title[lang]}</h2>
      <ul>
        {files.map((file) => (
          <li>
            {file.href === null ? file.name : <a href={file.href}>{file.name}</a>} <span class="quiet">{file.under}</span>
            {file.removeHref !== null && (
              <>
                {" · "}
                <a href={file.removeHref}>
                  {t.remove[lang]}
                  <span class="sr-only"> {file.name}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      {addFileHref !== null && (
        <p>
          <LinkButton href={addFileHref} kind="secondary">
            {t.add[lang]}
          </LinkButton>
        </p>
      )}
    </section>
  );
}

export type AddFileProps = {
  readonly lang: Lang;
  readonly ref: string;
  readonly code: string;
  readonly papers: readonly Option[];
  readonly accept: string;
  readonly maxMegabytes: number;
  readonly scanned: boolean;
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** A file for one paper, with the rule beside the field. */
export function AddFilePage({ lang, ref, code, papers, accept, maxMegabytes, scanned, errors, typed }: AddFileProps): Html {
  const [only] = papers.length === 1 ? papers : [];
  return (
    <>
      <p class="quiet">{code}</p>
      <h1>{t.addTitle[lang]}</h1>
      <ErrorSummary errors={errors} lang={lang} />
      {!scanned && (
        <Notice kind="warn" title={t.notScannedTitle[lang]}>
          {t.notScanned[lang]}
        </Notice>
      )}
      <form method="post" action={paths.addFile(ref)} enctype="multipart/form-data" class="form">
        <RadioGroup name="paper" lang={lang} label={t.paper[lang]} options={papers} value={typedText(typed, "paper") || only?.value} error={errors.paper?.[lang]} />
        <FileField name="file" lang={lang} label={t.file[lang]} hint={t.rule[lang]} accept={accept} maxMegabytes={String(maxMegabytes)} error={errors.file?.[lang]} />
        <CheckGroup
          name="notCard"
          lang={lang}
          label={t.confirm[lang]}
          options={[{ value: "yes", text: t.notCard[lang] }]}
          values={typedList(typed, "notCard")}
          error={errors.notCard?.[lang]}
        />
        <Button>{t.save[lang]}</Button>
        <p>
          <a href={paths.dossier(ref)}>{t.cancel[lang]}</a>
        </p>
      </form>
    </>
  );
}

export type RemoveFileProps = { readonly lang: Lang; readonly ref: string; readonly code: string; readonly name: string; readonly errors: FieldErrors; readonly typed: Typed };

/** Removing is a decision with a reason. */
export function RemoveFilePage({ lang, ref, code, name, errors, typed }: RemoveFileProps): Html {
  return (
    <>
      <h1>{t.removeTitle[lang]}</h1>
      <ErrorSummary errors={errors} lang={lang} />
      <p>{name}</p>
      <p>{t.removeText[lang]}</p>
      <form method="post" action={paths.removeFile(ref, code)} class="form">
        <TextArea name="reason" lang={lang} label={t.removeReason[lang]} value={typedText(typed, "reason")} error={errors.reason?.[lang]} rows={3} maxlength={300} />
        <Button kind="danger">{t.removeButton[lang]}</Button>
        <p>
          <a href={paths.dossier(ref)}>{t.cancel[lang]}</a>
        </p>
      </form>
    </>
  );
}
