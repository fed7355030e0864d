import type { Lang } from "../../../../base/lang.ts";
import { Icon } from "../../../../web/look/icons/icon.tsx";
import type { Html } from "../../../../web/views/html.ts";
import { procedureTexts as t } from "../../texts/resident.ts";

export type SourcesProps = {
  readonly lang: Lang;
  readonly legalBasis: readonly string[];
  readonly source: string;
  readonly inForceFrom: string;
  readonly checked: boolean;
  readonly doubt: string | null;
};

const sourcesId = "can-cu";

/** An honest mark beside a figure of the law that nobody has yet read in the text itself; leads to the sources. */
export function Unchecked({ lang }: { readonly lang: Lang }): Html {
  return (
    <a class="unchecked" href={`#${sourcesId}`}>
      <Icon name="circle-question-mark" />
      {t.unchecked[lang]}
    </a>
  );
}

/** Where the figures come from, and how sure we are. */
export function Sources({ lang, legalBasis, source, inForceFrom, checked, doubt }: SourcesProps): Html {
  return (
    <section class="stack sources" id={sourcesId} aria-labelledby={`${sourcesId}-title`}>
      <h2 id={`${sourcesId}-title`}>{t.sourceTitle[lang]}</h2>
      <ul>
        {legalBasis.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      <p class="quiet">
        {t.inForceFrom[lang](inForceFrom)}. {t.source[lang](source)} ({checked ? t.checked[lang] : t.unchecked[lang]}).
      </p>
      {!checked && <p class="quiet">{t.uncheckedMeans[lang]}</p>}
      {doubt !== null && (
        <p class="quiet">
          <strong>{t.doubt[lang]}:</strong> {doubt}
        </p>
      )}
    </section>
  );
}
