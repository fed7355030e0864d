import type { Lang } from "../../../base/lang.ts";
import { texts } from "../../texts.ts";
import type { Html } from "../html.ts";

/** The mark: a roof over two people, one green, one gold. */
export function Mark(): Html {
  return (
    <svg class="mark" viewBox="0 0 40 40" width="44" height="44" aria-hidden="true" focusable="false">
      <rect width="40" height="40" rx="9" fill="#fff" />
      <g fill="none" stroke-linecap="round" stroke-linejoin="round" stroke-width="3">
        <path stroke="#0b5d3b" d="M7 18.5 20 8l13 10.5" />
        <path stroke="#0b5d3b" d="M8.5 32.5c.6-4 2.8-6 5.7-6s5.1 2 5.7 6" />
        <path stroke="#d9a514" d="M20.1 32.5c.6-4 2.8-6 5.7-6s5.1 2 5.7 6" />
      </g>
      <circle cx="14.2" cy="21" r="3.1" fill="#0b5d3b" />
      <circle cx="25.8" cy="21" r="3.1" fill="#d9a514" />
    </svg>
  );
}

/** The mark, the product's name and the post's name, as one link to the first page. */
export function Brand({ postName, homeHref }: { readonly postName: string; readonly homeHref: string }): Html {
  return (
    <a class="brand" href={homeHref}>
      <Mark />
      <div>
        <strong>{texts.product.vi}</strong>
        <span>{postName}</span>
      </div>
    </a>
  );
}

/** The link to the same page in the other language. */
export function LanguageLink({ lang, href }: { readonly lang: Lang; readonly href: string }): Html {
  const other = lang === "vi" ? "en" : "vi";
  return (
    <a class="head-link" href={href} lang={other} hreflang={other}>
      {texts.otherLanguage[lang]}
    </a>
  );
}

export function SkipLink({ lang }: { readonly lang: Lang }): Html {
  return (
    <a class="skip" href="#main">
      {texts.skipToMain[lang]}
    </a>
  );
}

/** Says on every page of a trial that nothing in it is real. */
export function DemoBanner({ lang }: { readonly lang: Lang }): Html {
  return (
    <aside class="demo band" aria-label={texts.demoLabel[lang]}>
      {texts.demo[lang]}
    </aside>
  );
}
