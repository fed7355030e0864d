/** The two languages of the interface; Vietnamese is the first. */
export const langs = ["vi", "en"] as const;
export type Lang = (typeof langs)[number];

/** A sentence in both languages, as it stands in data. */
export type Bilingual = { readonly vi: string; readonly en: string };

type Entry = { readonly vi: unknown; readonly en: unknown };
type SameShape<E> = E extends { readonly vi: infer V; readonly en: infer N }
  ? [V] extends [string]
    ? [N] extends [string]
      ? E
      : never
    : V extends (...args: infer A) => string
      ? N extends (...args: A) => string
        ? E
        : never
      : never
  : never;

/** Declares the texts of a module. An entry without one of the languages, or whose two sides take different arguments, does not compile. */
export function defineTexts<const T extends { readonly [key: string]: Entry }>(texts: T & { readonly [K in keyof T]: SameShape<T[K]> }): T {
  return texts;
}
