import { normalise, tidy } from "../../base/vietnamese.ts";
import { texts } from "./texts.ts";

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const types = texts.types.map((word) => word.toLowerCase());
const bareTypes = types.map(normalise);

/**
 * Whether two spellings are one name: capitals, spaces, kinds of apostrophe and the place of the tone mark within a syllable (the
 * old and the new way of writing it) do not matter, every other mark does. A name without the word for its type is the name with it.
 */
export function sameName(one: string, other: string): boolean {
  if (keyOf(one) === keyOf(other)) return true;
  const untyped = shortNameOf(one) === tidy(one) || shortNameOf(other) === tidy(other);
  return untyped && keyOf(shortNameOf(one)) === keyOf(shortNameOf(other));
}

/** Whether two names differ by their marks alone. */
export function sameLetters(one: string, other: string): boolean {
  return normalise(one) === normalise(other);
}

/** The name without the word for its type; a numbered ward keeps it, because nobody says "12" for a ward. */
export function shortNameOf(name: string): string {
  const tidied = tidy(name);
  return without(types, tidied, tidied.toLowerCase());
}

/** What may be meant by a typed name, without marks: with and without a leading word for a type. */
export function searchKeysOf(text: string): readonly string[] {
  const key = normalise(text);
  return [...new Set([key, without(bareTypes, key, key)])].filter((each) => each !== "");
}

function without(words: readonly string[], name: string, plain: string): string {
  const type = words.find((word) => plain.startsWith(`${word} `));
  const short = type === undefined ? name : name.slice(type.length + 1);
  return /^\d+$/.test(short) ? name : short;
}

function keyOf(name: string): string {
  return tidy(name)
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`\u00b4]/gu, "'")
    .normalize("NFD")
    .replace(/[\p{L}\p{M}]+/gu, tonesLast);
}

function tonesLast(syllable: string): string {
  return syllable.replace(toneMarks, "") + (syllable.match(toneMarks) ?? []).join("");
}
