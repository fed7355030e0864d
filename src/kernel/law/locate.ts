import type { Document, LineCounter, Node, YAMLMap } from "yaml";
import { isAlias, isMap, isNode, isPair, isScalar, isSeq } from "yaml";

export type Place = { readonly line: number; readonly column: number };
type Path = ReadonlyArray<string | number>;

/** A file as read: the document keeps where each value stands, also through anchors and merges. */
export type Source = { readonly file: string; readonly document: Document; readonly lines: LineCounter };

/** Line and column of the value at `path`, or of the nearest thing around it when there is none; both count from 1. */
export function placeOf(source: Source, path: Path): Place {
  let node: Node | null = isNode(source.document.contents) ? source.document.contents : null;
  let nearest = node;
  for (const step of path) {
    node = childOf(source.document, node, step);
    if (node === null) break;
    nearest = node;
  }
  return placeAt(source, nearest?.range?.[0] ?? 0);
}

/** Where the name of a field stands, for a field that should not be there. */
export function placeOfKey(source: Source, path: Path, key: string): Place {
  let node: Node | null = isNode(source.document.contents) ? source.document.contents : null;
  for (const step of path) node = childOf(source.document, node, step);
  const map = resolved(source.document, node);
  const name = isMap(map) ? map.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.key : undefined;
  return isNode(name) ? placeAt(source, name.range?.[0] ?? 0) : placeOf(source, path);
}

export function placeAt(source: Source, offset: number): Place {
  const { line, col } = source.lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function childOf(document: Document, parent: Node | null, step: string | number): Node | null {
  const node = resolved(document, parent);
  if (isSeq(node)) return typeof step === "number" && isNode(node.items[step]) ? node.items[step] : null;
  return isMap(node) ? fieldOf(document, node, String(step)) : null;
}

function fieldOf(document: Document, map: YAMLMap, name: string): Node | null {
  const own = map.items.find((pair) => isPair(pair) && String(isScalar(pair.key) ? pair.key.value : pair.key) === name);
  if (own !== undefined) return isNode(own.value) ? own.value : null;
  for (const pair of map.items) {
    if (!isScalar(pair.key) || pair.key.source !== "<<" || !isNode(pair.value)) continue;
    const merged = resolved(document, pair.value);
    const found = isMap(merged) ? fieldOf(document, merged, name) : null;
    if (found !== null) return found;
  }
  return null;
}

function resolved(document: Document, node: Node | null): Node | null {
  return isAlias(node) ? (node.resolve(document) ?? null) : node;
}
