/** Vietnamese text: one spelling for storing it, one for finding it again. */

/** For storing: composed (NFC), trimmed, every run of spaces and line breaks one space. */
export function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\s\u200b\ufeff]+/gu, " ")
    .trim();
}

/** Whether the text is composed as the database keeps it. */
export function isNfc(text: string): boolean {
  return text.normalize("NFC") === text;
}

/**
 * For searching: lower case, without marks, d with stroke as d, spaces tidied, and i for y after a consonant, so that
 * all ways of writing one name meet. Two different names may meet as well ("Ly" and "Li"): it finds people, it never
 * says that two are one.
 * Applying it twice gives the same as once.
 */
export function normalise(text: string): string {
  const bare = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\u0111/g, "d");
  return tidy(bare).replace(/(?<=[bcdghklmnpqrstvx]|qu)y(?![a-z])/g, "i");
}
