import type { Lang } from "../../../../base/lang.ts";
import { LinkButton } from "../../../../web/views/button.tsx";
import type { Html } from "../../../../web/views/html.ts";
import { Card, Stack, SummaryList, type SummaryRow } from "../../../../web/views/parts.tsx";
import { WhyThisDate } from "../../../../web/views/state.tsx";
import { paths } from "../../paths.ts";
import { prepareTexts } from "../../texts/declaration.ts";
import { procedureTexts as t } from "../../texts/resident.ts";
import { Cases, type ShownCase } from "./cases.tsx";
import { Fees, type FeesProps } from "./fees.tsx";
import { Sources, type SourcesProps, Unchecked } from "./sources.tsx";
import { HowToTell, type Telling } from "./telling.tsx";

/** A term with its meaning, and what it would come to today. */
export type ShownTerm = {
  /** Null when there is only one. */
  readonly label: string | null;
  readonly length: string;
  readonly meaning: string;
  readonly example: { readonly sentence: string; readonly lines: readonly string[]; readonly basis: string } | null;
};

export type ProcedureProps = {
  readonly lang: Lang;
  readonly code: string;
  readonly name: string;
  readonly purpose: string;
  readonly facts: readonly SummaryRow[];
  readonly bring: readonly string[];
  readonly cases: readonly ShownCase[];
  /** Where it is prepared at home; null for what is not filed at the counter. */
  readonly prepareHref: string | null;
  readonly terms: readonly ShownTerm[];
  readonly notCounted: readonly string[];
  /** Rules about when to file: before an expiry, before the night. */
  readonly rules: readonly string[];
  readonly fees: FeesProps;
  /** For what is told and not filed; null for all else. */
  readonly telling: Omit<Telling, "portal"> | null;
  readonly online: string;
  readonly validity: readonly string[];
  readonly after: readonly string[];
  readonly sources: SourcesProps;
  /** Whether the figures were read in the text itself. */
  readonly checked: boolean;
};

const portal = "https://dichvucong.gov.vn";

/** All that a resident wants to know before she comes. Marked up as a service of the state for search engines (schema.org, microdata: the pages carry no script). */
export function ProcedurePage(props: ProcedureProps): Html {
  const { lang, code, name, purpose, facts, bring, cases, telling, checked } = props;
  return (
    <article class="article" itemscope itemtype="https://schema.org/GovernmentService">
      <div>
        <p class="quiet">{t.codeShown[lang](code)}</p>
        <h1 itemprop="name">{name}</h1>
        <p class="lead" itemprop="description">
          {purpose}
        </p>
      </div>
      <Card>
        <h2>{t.inShort[lang]}</h2>
        <SummaryList rows={facts} lang={lang} />
        {!checked && <Unchecked lang={lang} />}
      </Card>
      {telling !== null && <HowToTell lang={lang} portal={portal} {...telling} />}
      <Stack>
        <h2>{t.bringTitle[lang]}</h2>
        <ul class="ticks">
          {bring.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      </Stack>
      <Cases lang={lang} cases={cases} />
      {props.prepareHref !== null && (
        <Card>
          <h2>{prepareTexts.title[lang]}</h2>
          <p>{prepareTexts.text[lang]}</p>
          <p class="no-print">
            <LinkButton href={props.prepareHref} icon="list-todo" big>
              {prepareTexts.prepare[lang]}
            </LinkButton>
          </p>
        </Card>
      )}
      <When {...props} />
      <Fees {...props.fees} />
      <Online lang={lang} online={props.online} />
      <After {...props} />
      <Sources {...props.sources} />
      {telling === null && (
        <p class="no-print">
          <LinkButton href={paths.track()} kind="secondary" icon="search">
            {t.trackOffer[lang]}
          </LinkButton>
        </p>
      )}
    </article>
  );
}

function When({ lang, terms, notCounted, rules, checked }: ProcedureProps): Html {
  return (
    <Stack>
      <h2>{t.termsTitle[lang]}</h2>
      {terms.length === 0 && <p>{t.atOnce[lang]}.</p>}
      {terms.map((term) => (
        <Term lang={lang} term={term} />
      ))}
      {rules.map((rule) => (
        <p>{rule}</p>
      ))}
      {notCounted.length > 0 && (
        <>
          <h3>{t.notCountedTitle[lang]}</h3>
          <ul>
            {notCounted.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </>
      )}
      {!checked && <Unchecked lang={lang} />}
    </Stack>
  );
}

function Term({ lang, term }: { readonly lang: Lang; readonly term: ShownTerm }): Html {
  return (
    <Card>
      {term.label !== null && <p>{term.label}</p>}
      <p>
        <strong class="large">{term.length}</strong>
      </p>
      <p class="quiet">{term.meaning}</p>
      {term.example !== null && (
        <>
          <p>
            {term.example.sentence} <span class="quiet">{t.exampleOnly[lang]}</span>
          </p>
          <WhyThisDate lines={term.example.lines} basis={term.example.basis} lang={lang} />
        </>
      )}
    </Card>
  );
}

function Online({ lang, online }: Pick<ProcedureProps, "lang" | "online">): Html {
  return (
    <Stack>
      <h2>{t.onlineTitle[lang]}</h2>
      <p>{online}</p>
      <p>
        {t.onlyPortal[lang]} <a href={portal}>{t.portal[lang]}</a>
      </p>
    </Stack>
  );
}

function After({ lang, after, validity, checked }: ProcedureProps): Html {
  return (
    <>
      {validity.length > 0 && (
        <Stack>
          <h2>{t.validityTitle[lang]}</h2>
          {validity.map((one) => (
            <p>{one}</p>
          ))}
          {!checked && <Unchecked lang={lang} />}
        </Stack>
      )}
      <Stack>
        <h2>{t.afterTitle[lang]}</h2>
        <ol>
          {after.map((one) => (
            <li>{one}</li>
          ))}
        </ol>
      </Stack>
    </>
  );
}
