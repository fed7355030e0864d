import type { Lang } from "../../../base/lang.ts";
import type { Html } from "../../../web/views/html.ts";
import { Notice, Stack } from "../../../web/views/parts.tsx";
import { PhoneBar } from "../../../web/views/phone.tsx";
import type { DisputeKind, Exclusion } from "../law.ts";
import { publicTexts as t } from "../texts/public.ts";

export type AboutProps = {
  readonly lang: Lang;
  readonly dutyPhone: string | null;
  /** Within what time the mediators begin, in words. */
  readonly term: string;
  readonly kinds: readonly DisputeKind[];
  readonly exclusions: readonly Exclusion[];
};

/** For residents: how to ask for mediation, and where to go with what is not mediated. */
export function AboutPage({ lang, dutyPhone, term, kinds, exclusions }: AboutProps): Html {
  return (
    <>
      <PhoneBar lang={lang} dutyPhone={dutyPhone} />
      <Stack>
        <h1>{t.title[lang]}</h1>
        <p class="lead">{t.lead[lang]}</p>
      </Stack>
      <Notice kind="danger" title={t.danger[lang]} />
      <Stack>
        <h2>{t.how[lang]}</h2>
        <ol class="stack">
          <li>{t.ask[lang]}</li>
          <li>{t.term[lang](term)}</li>
          <li>{t.result[lang]}</li>
        </ol>
        <p>{t.secret[lang]}</p>
      </Stack>
      <Stack>
        <h2>{t.kinds[lang]}</h2>
        <ul>
          {kinds.map(({ name }) => (
            <li>{name[lang]}</li>
          ))}
        </ul>
      </Stack>
      <Stack>
        <h2>{t.excluded[lang]}</h2>
        {exclusions.map(({ name, why, goTo, basis }) => (
          <section class="stack">
            <h3>{name[lang]}</h3>
            <p>{why[lang]}</p>
            <p>
              <strong>{goTo[lang]}</strong>
            </p>
            <p class="quiet">{basis}</p>
          </section>
        ))}
      </Stack>
    </>
  );
}
