import { randomInt } from "node:crypto";
import type { Vault } from "../platform/vault.ts";

// Without vowels, so that no word appears, without what is misread: 0 O, 1 I L, 5 S, 2 Z, 8 B, U V, and without what a Vietnamese keyboard makes into
// another letter while somebody types: a W, and a second D.
export const letters = "34679CFGHJKMNPQRTXY";
/** References of before have these too. */
const readable = `${letters}DW`;

/** A random reference that stands in addresses and on papers: 19^16, some 68 bits. */
export function newReference(): string {
  return Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join("");
}

/**
 * The reference of what a form makes that was given out with a key in it: the same however often the form is sent, and a new one for a form
 * without. Whoever sends another reference as the key cannot aim it at something that exists, so no answer tells whether it does.
 */
export function referenceFor(vault: Pick<Vault, "hash">, kind: string, typedKey: string): string {
  const key = readReference(typedKey);
  if (key === null) return newReference();
  const base = BigInt(letters.length);
  const number = BigInt(`0x${vault.hash(`form ${kind} ${key}`).toString("hex")}`);
  return Array.from({ length: 16 }, (_, place) => letters[Number((number / base ** BigInt(place)) % base)]).join("");
}

/** What a person typed or a code carried, as a reference; null when it cannot be one. */
export function readReference(text: string): string | null {
  const plain = plainLetters(text);
  return plain.length === 16 && [...plain].every((letter) => readable.includes(letter)) ? plain : null;
}

/** Letters and digits as they were meant, without spaces and strokes: also where the keyboard made one letter of W, or of two D. */
export const plainLetters = (typed: string): string =>
  typed
    .normalize("NFC")
    .toUpperCase()
    .replace(/[\s.–-]/g, "")
    .replaceAll("\u01af", "W")
    .replaceAll("\u0110", "DD");

/** In groups of four, for people to read and type. */
export function showReference(reference: string): string {
  return reference.replace(/(.{4})(?=.)/g, "$1-");
}
