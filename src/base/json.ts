/** Where a text stops being JSON; line and column count from 1. */
export type TextPlace = { readonly line: number; readonly column: number };

type Walk = { at: number; expect: "value" | "firstValue" | "key" | "firstKey" | "colon" | "comma"; readonly open: ("{" | "[")[] };

const space = /[ \t\n\r]*/y;
// JSON forbids control characters inside a string.
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for
const plain = /[^"\\\u0000-\u001f]*/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const word = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * The first place at which a text cannot be JSON any more; null when it is JSON. The engine's own message often names no place, so
 * this walks the text once more, only after it was refused.
 */
export function findJsonFault(text: string): TextPlace | null {
  const walk: Walk = { at: 0, expect: "value", open: [] };
  for (;;) {
    walk.at = skip(space, text, walk.at);
    if (walk.expect === "comma" && walk.open.length === 0) return walk.at === text.length ? null : placeOf(text, walk.at);
    if (!advance(text, walk)) return placeOf(text, walk.at);
  }
}

/** The place of an offset in a text. */
export function placeOf(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

/** Goes over one token. @returns false when it may not stand there */
function advance(text: string, walk: Walk): boolean {
  const sign = text[walk.at];
  const inside = walk.open.at(-1);
  const closing = inside === "{" ? "}" : "]";
  if (sign === closing && (walk.expect === "comma" || walk.expect === (inside === "{" ? "firstKey" : "firstValue"))) {
    walk.open.pop();
    return pass(walk, "comma");
  }
  if (walk.expect === "comma") return sign === "," && pass(walk, inside === "{" ? "key" : "value");
  if (walk.expect === "colon") return sign === ":" && pass(walk, "value");
  if (walk.expect === "key" || walk.expect === "firstKey") return sign === '"' && scalar(text, walk, "colon");
  if (sign !== "{" && sign !== "[") return scalar(text, walk, "comma");
  walk.open.push(sign);
  return pass(walk, sign === "{" ? "firstKey" : "firstValue");
}

function pass(walk: Walk, expect: Walk["expect"]): true {
  walk.at++;
  walk.expect = expect;
  return true;
}

function scalar(text: string, walk: Walk, expect: Walk["expect"]): boolean {
  const end = text[walk.at] === '"' ? endOfString(text, walk) : skip(word, text, walk.at);
  if (end === null || end === walk.at) return false;
  walk.at = end;
  walk.expect = expect;
  return true;
}

/** Null when the string is broken; the walk then stands at the fault itself. */
function endOfString(text: string, walk: Walk): number | null {
  for (let at = walk.at + 1; ; ) {
    at = skip(plain, text, at);
    if (text[at] === '"') return at + 1;
    const next = skip(escaped, text, at);
    if (next === at) {
      walk.at = at;
      return null;
    }
    at = next;
  }
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
