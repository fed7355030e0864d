import { randomInt } from "node:crypto";
import type { Vault } from "../platform/vault.ts";

// Without vowels, so that no word appears, and without what is misread: 0 O, 1 I L, 5 S, 2 Z, 8 B, U V.
export const letters = "34679CDFGHJKMNPQRTWXY";

/** A random reference that stands in addresses and on papers: 21^16, some 70 bits. */
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
  const number = BigInt(`0x${vault.hash(`form ${kind} ${key}`).toString("hex")}`);
  return Array.from({ length: 16 }, (_, place) => letters[Number((number / 21n ** BigInt(place)) % 21n)]).join("");
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
