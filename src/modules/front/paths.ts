import type { Lang } from "../../base/lang.ts";
import { langs } from "../../base/lang.ts";

/** Every address of this module. */
export const paths = {
  home: () => "/",
  posts: () => "/don-vi",
  /** Changes the language and comes back to `back`. */
  language: (lang: Lang, back: string) => `/ngon-ngu/${lang}?ve=${encodeURIComponent(back)}`,
} as const;

/** The language of an address, or null. */
export function readLang(text: string): Lang | null {
  return langs.find((lang) => lang === text) ?? null;
}

/** A place to come back to, if it is a page of this site: a browser reads "//x" and "/\x" as another site. Else the first page. */
export function readBack(text: string | undefined): string {
  return text !== undefined && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text) ? text : paths.home();
}
