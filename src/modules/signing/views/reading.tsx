import type { Lang } from "../../../base/lang.ts";
import { Icon } from "../../../web/look/icons/icon.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Kbd } from "../../../web/views/kbd.tsx";
import { Notice, SummaryList } from "../../../web/views/parts.tsx";
import { paths } from "../paths.ts";
import { texts as t } from "../texts.ts";

export type ReadingProps = {
  readonly lang: Lang;
  readonly ref: string;
  readonly code: string;
  readonly version: number;
  readonly digest: string;
  readonly form: string;
  readonly title: string;
  readonly facts: readonly { readonly term: string; readonly detail: string }[];
  readonly href: string;
  /** Place among those that wait; null when it is too far down. */
  readonly place: { readonly i: number; readonly n: number } | null;
  readonly previous: string | null;
  readonly next: string | null;
  readonly seenAt: string | null;
  /** It was changed while it was being read. */
  readonly changed: boolean;
};

/** One proposal as it would be signed, with the facts beside it. */
export function ReadingPage(props: ReadingProps): Html {
  const { lang, code, title, form, facts, place, ref, changed, seenAt } = props;
  return (
    <>
      <p class="quiet">
        {place && `${t.place[lang](place.i, place.n)} · `}
        {code}
      </p>
      <h1>{title}</h1>
      {changed && (
        <Notice kind="warn" title={t.changedTitle[lang]} announce>
          {t.changedText[lang]}
        </Notice>
      )}
      <div class="reading">
        <SummaryList lang={lang} rows={[{ term: t.kind[lang], detail: form }, ...facts]} />
        {/* The same layout and the same data as the paper: a picture, so that it is there on a phone and without a reader of PDFs. */}
        <img class="sheet" src={`${paths.picture(ref)}?b=${props.digest.slice(0, 12)}`} alt={t.picture[lang](form)} width={595} height={842} />
        <div class="stack">
          {seenAt !== null && <p class="quiet">{t.alreadySeen[lang](seenAt)}</p>}
          <Verbs {...props} />
          <p>
            <a href={props.href}>{t.openMatter[lang]}</a>
          </p>
        </div>
      </div>
    </>
  );
}

function Verbs({ lang, ref, version, digest, previous, next }: ReadingProps): Html {
  return (
    <nav class="stack" aria-label={t.readingTitle[lang]}>
      <form method="post" action={paths.seen(ref)}>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="digest" value={digest} />
        <div class="verb">
          <button type="submit" class="ds-button" aria-keyshortcuts="J ArrowRight">
            <Icon name="eye" />
            <span>{next === null ? t.seenAndBack[lang] : t.seenAndNext[lang]}</span>
            <Kbd>J</Kbd>
          </button>
          <span class="hint">{t.seenConsequence[lang]}</span>
        </div>
      </form>
      <div class="row">
        {previous !== null && (
          <a href={paths.reading(previous)} class="ds-button" data-variant="secondary" aria-keyshortcuts="K ArrowLeft">
            <span>{t.previous[lang]}</span>
            <Kbd>K</Kbd>
          </a>
        )}
        {next !== null && (
          <a href={paths.reading(next)} class="ds-button" data-variant="secondary">
            <span>{t.skip[lang]}</span>
          </a>
        )}
        <a href={paths.folder()}>{t.toFolder[lang]}</a>
      </div>
    </nav>
  );
}
