import type { Lang } from "../../../base/lang.ts";
import { Icon } from "../../look/icons/icon.tsx";
import { texts } from "../../texts.ts";
import type { Html } from "../html.ts";
import { TelLink } from "../phone.tsx";
import { Brand, DemoBanner, LanguageLink, SkipLink } from "./head.tsx";

/** What a resident's page says of the post; every sentence ready to show. */
export type PostFacts = {
  readonly name: string;
  /** Each null where it is not known, and then left out. */
  readonly hours: string | null;
  readonly address: string | null;
  /** As it is read aloud, "0204 000 113". */
  readonly phone: string | null;
};

export type ResidentPageProps = {
  readonly lang: Lang;
  readonly post: PostFacts;
  readonly homeHref: string;
  /** The same page in the other language. */
  readonly otherLanguageHref: string;
  readonly demo: boolean;
  /** Where the legal figures on the page come from. */
  readonly source?: string | undefined;
  /** The full width of 1080 px, for the home page and for tables; else one column of reading width. */
  readonly wide?: boolean | undefined;
  /** A full-width part between the main column and the footer. */
  readonly after?: Html;
  readonly children: Html;
};

/** The frame of a resident's page. */
export function ResidentPage({ lang, post, homeHref, otherLanguageHref, demo, source, wide, after, children }: ResidentPageProps): Html {
  return (
    <div class="page">
      <SkipLink lang={lang} />
      <header class="head band">
        <Brand postName={post.name} homeHref={homeHref} />
        <LanguageLink lang={lang} href={otherLanguageHref} />
      </header>
      {demo && <DemoBanner lang={lang} />}
      <main id="main" tabIndex={-1} class={wide === true ? "main main-wide band" : "main band"}>
        {children}
      </main>
      {after}
      <Foot lang={lang} post={post} source={source} />
    </div>
  );
}

function Foot({ lang, post, source }: { readonly lang: Lang; readonly post: PostFacts; readonly source: string | undefined }): Html {
  return (
    <footer class="foot band">
      <h2 class="sr-only">{texts.footFacts[lang]}</h2>
      <dl class="foot-facts">
        {post.hours !== null && (
          <div>
            <dt>
              <Icon name="clock" /> {texts.hours[lang]}
            </dt>
            <dd>{post.hours}</dd>
          </div>
        )}
        {post.phone !== null && (
          <div>
            <dt>
              <Icon name="phone" /> {texts.dutyPhone[lang]}
            </dt>
            <dd>
              <TelLink number={post.phone} />
            </dd>
          </div>
        )}
        {post.address !== null && (
          <div>
            <dt>
              <Icon name="map-pin" /> {texts.address[lang]}
            </dt>
            <dd>{post.address}</dd>
          </div>
        )}
      </dl>
      {source !== undefined && <p class="foot-source">{source}</p>}
    </footer>
  );
}
