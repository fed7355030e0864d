import { createElement, Fragment } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Lang } from "../../base/lang.ts";
import type { Assets } from "../look/assets.ts";
import type { Html } from "./html.ts";

/** Whose page it is: residents get no office styles, and a script only where a page asks for one; a screen has its own of both. */
export type Face = "resident" | "office" | "screen";

// A strict Content-Security-Policy refuses the style that htmx adds by itself; "reload" keeps no page in the browser.
const htmxConfig = JSON.stringify({ includeIndicatorCSS: false, history: "reload", extensions: "" });

/** A whole page as text, from `<!doctype html>` on. */
export function document(page: {
  readonly title: string;
  readonly lang: Lang;
  readonly face: Face;
  readonly assets: Assets;
  readonly body: Html;
  /** One sentence for search engines and link previews. */
  readonly description?: string | undefined;
  /** False for every page that shows a person's own matter. */
  readonly indexable?: boolean | undefined;
  /** A script of this page alone. */
  readonly script?: "push" | "offline" | "outbox" | null | undefined;
  /** Without scripts the page is asked for anew after so many seconds. */
  readonly freshAfterSeconds?: number | null | undefined;
}): string {
  const { assets, face, lang } = page;
  return `<!doctype html>${renderToString(
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <title>{page.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b5d3b" />
        <meta name="color-scheme" content="light" />
        <meta name="format-detection" content="telephone=no" />
        {page.description !== undefined && <meta name="description" content={page.description} />}
        {page.indexable !== true && <meta name="robots" content="noindex" />}
        <link rel="stylesheet" href={assets.styles.look} />
        {face !== "resident" && <link rel="stylesheet" href={assets.styles[face]} />}
        {assets.fonts.map((font) => (
          <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        <link rel="icon" href={assets.mark} type="image/svg+xml" />
        {face === "office" && <meta name="htmx-config" content={htmxConfig} />}
        {face !== "resident" && <script type="module" src={assets.scripts[face]} />}
        {page.script != null && <script type="module" src={assets.scripts[page.script]} />}
        {page.freshAfterSeconds != null && (
          <noscript>
            <meta http-equiv="refresh" content={String(page.freshAfterSeconds)} />
          </noscript>
        )}
      </head>
      <body class={face} data-size={face === "office" ? "sm" : undefined}>
        {page.body}
      </body>
    </html>,
  )}`;
}

/** A letter as a whole document of its own: no style and no script, and nothing that would be fetched from anywhere. */
export function letterDocument({ lang, title, body }: { readonly lang: Lang; readonly title: string; readonly body: Html }): string {
  return `<!doctype html>${renderToString(
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
      </head>
      <body>{body}</body>
    </html>,
  )}`;
}

/** A part of a page as text, for an answer to htmx. */
export function fragment(part: Html): string {
  return renderToString(createElement(Fragment, null, part));
}
