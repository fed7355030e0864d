import type { Lang } from "../../../base/lang.ts";
import type { Html } from "../html.ts";
import { DemoBanner, LanguageLink } from "./head.tsx";

/** The frame of a page that hangs on a wall or stands at a door: no head, nothing that leads away but the other language. */
export function ScreenPage({
  lang,
  otherLanguageHref,
  demo,
  children,
}: {
  readonly lang: Lang;
  readonly otherLanguageHref: string;
  readonly demo: boolean;
  readonly children: Html;
}): Html {
  return (
    <div class="page">
      {demo && <DemoBanner lang={lang} />}
      <main id="main" class="screen-main band">
        {children}
      </main>
      <footer class="screen-foot band">
        <LanguageLink lang={lang} href={otherLanguageHref} />
      </footer>
    </div>
  );
}
