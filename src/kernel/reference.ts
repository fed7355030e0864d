import { randomInt } from "node:crypto";

// Without vowels, so that no word appears, and without what is misread: 0 O, 1 I L, 5 S, 2 Z, 8 B, U V.
export const letters = "34679CDFGHJKMNPQRTWXY";

/** A random reference that stands in addresses and on papers: 21^16, some 70 bits. */
export function newReference(): string {
  return Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join("");
}

/** What a person typed or a code carried, as a reference; null when it cannot be one. */
export function readReference(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s.–-]/g, "");
  return plain.length === 16 && [...plain].every((letter) => letters.includes(letter)) ? plain : null;
}

/** In groups of four, for people to read and type. */
export function showReference(reference: string): string {
  return reference.replace(/(.{4})(?=.)/g, "$1-");
}
