import { formatMoment } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Html } from "../../../web/views/html.ts";
import { Notice } from "../../../web/views/parts.tsx";
import { paths } from "../paths.ts";
import { texts } from "../texts/inbox.ts";
import { SearchForm } from "./inbox.tsx";
import { type Line, Lines } from "./lines.tsx";

/** The most that one search shows. */
export const mostFound = 20;

/** What a search found. No counts of the inbox: they would cost more than the search. */
export function FoundPage({ lang, now, typed, rows }: { readonly lang: Lang; readonly now: Date; readonly typed: string; readonly rows: readonly Line[] }): Html {
  return (
    <>
      <h1>{texts.title[lang]}</h1>
      <SearchForm lang={lang} typed={typed} error={rows.length === 0 ? texts.nothingFound[lang] : undefined} />
      {rows.length > 0 && <Lines lang={lang} now={now} caption={texts.found[lang]} groups={[{ title: `${texts.found[lang]} (${rows.length})`, rows }]} ticks={null} />}
      {rows.length >= mostFound && <p class="quiet">{texts.foundMore[lang]}</p>}
      <p>
        <a href={paths.inbox()}>{texts.backToInbox[lang]}</a>
      </p>
    </>
  );
}

/** A row that was not given, and what had happened to it. */
export type NotGiven = { readonly code: string; readonly href: string | null; readonly what: string };

/** After giving several: how many went, and by code which did not and why. */
export function GivenPage({
  lang,
  count,
  toName,
  notGiven,
}: {
  readonly lang: Lang;
  readonly count: number;
  readonly toName: string;
  readonly notGiven: readonly NotGiven[];
}): Html {
  return (
    <>
      <h1>{texts.giveTitle[lang]}</h1>
      <Notice kind={count > 0 ? "success" : "info"} title={texts.givenTo[lang](count, toName)} announce />
      <h2>{texts.notGiven[lang](notGiven.length)}</h2>
      <p>{texts.notGivenText[lang]}</p>
      <ul>
        {notGiven.map(({ code, href, what }) => (
          <li>
            {href === null ? code : <a href={href}>{code}</a>}: {what}
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.inbox()}>{texts.backToInbox[lang]}</a>
      </p>
    </>
  );
}

/** "Asked for what was missing · Hoang T. M. · Friday 20/11/2026, 15:02" */
export function happened(lang: Lang, { what, who, at }: { readonly what: string; readonly who: string | null; readonly at: Date }): string {
  return texts.whatHappened[lang](what, who ?? texts.clock[lang], formatMoment(at, lang));
}
