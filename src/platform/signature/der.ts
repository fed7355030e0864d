import type { AsnType, BaseBlock } from "asn1js";
import { Set as Asn1Set, Constructed, fromBER, Integer, Null, ObjectIdentifier, OctetString, Sequence } from "asn1js";

/** The bytes are not the ASN.1 that stands at this place of a signature. */
export class DerError extends Error {
  constructor(what: string) {
    super(`Not the expected ASN.1: ${what}`);
    this.name = "DerError";
  }
}

// A signature with a chain of four certificates has some 600 nodes.
const limits = { maxDepth: 24, maxNodes: 4_000, parseEmbedded: false, copyInput: false };

/** One value that fills `bytes` to the end, and whose parts fill it to the end as well. */
export function readDer(bytes: Uint8Array): AsnType {
  if (endOfValue(bytes, 0, bytes.length, 0) !== bytes.length) throw new DerError("value");
  const { offset, result } = tryRead(bytes);
  if (offset !== bytes.length || result.error !== "") throw new DerError("value");
  return result;
}

function tryRead(bytes: Uint8Array): ReturnType<typeof fromBER> {
  try {
    return fromBER(bytes, limits);
  } catch {
    // The parser reports most faults by its answer and a few by errors of many kinds.
    throw new DerError("value");
  }
}

/** The bytes the value was read from. */
export function rawBytes(node: BaseBlock): Uint8Array {
  return node.valueBeforeDecodeView;
}

export function sequence(node: AsnType | undefined): AsnType[] {
  return membersOf(node, Sequence);
}

export function set(node: AsnType | undefined): AsnType[] {
  return membersOf(node, Asn1Set);
}

/** The members below a constructed context tag `[tagNumber]`. */
export function tagged(node: AsnType | undefined, tagNumber: number): AsnType[] {
  if (!isTagged(node, tagNumber)) throw new DerError(`[${tagNumber}]`);
  return membersOf(node, Constructed);
}

export function isTagged(node: AsnType | undefined, tagNumber: number): boolean {
  return node instanceof Constructed && node.idBlock.tagClass === 3 && node.idBlock.tagNumber === tagNumber;
}

export function objectId(node: AsnType | undefined): string {
  if (!(node instanceof ObjectIdentifier)) throw new DerError("object identifier");
  return node.valueBlock.toString();
}

export function octets(node: AsnType | undefined): Uint8Array {
  if (!(node instanceof OctetString) || node.idBlock.isConstructed) throw new DerError("octet string");
  return node.valueBlock.valueHexView;
}

export function smallInteger(node: AsnType | undefined): number {
  if (!(node instanceof Integer) || node.idBlock.tagNumber !== 2) throw new DerError("integer");
  return node.valueBlock.valueDec;
}

/** The identifier of an algorithm that has no parameters, or NULL ones. */
export function algorithm(node: AsnType | undefined): string {
  const [id, parameters, ...rest] = sequence(node);
  if (rest.length > 0 || !(parameters === undefined || parameters instanceof Null)) throw new DerError("algorithm");
  return objectId(id);
}

function membersOf(node: AsnType | undefined, kind: typeof Sequence | typeof Asn1Set | typeof Constructed): AsnType[] {
  if (!(node instanceof kind) || node.lenBlock.isIndefiniteForm) throw new DerError(kind.NAME);
  return node.valueBlock.value;
}

/**
 * Where the value at `at` ends, after a look at every length in it. The parser takes a length that does not fit its
 * surroundings for what it should be, and a paper in which such a length was changed would pass.
 */
function endOfValue(bytes: Uint8Array, at: number, limit: number, depth: number): number {
  const tag = bytes[at] as number;
  const { content, length } = lengthAt(bytes, at + 1);
  const end = content + length;
  // Tag numbers above 30 take further bytes; nothing in a signature has one.
  if (depth > limits.maxDepth || (tag & 0x1f) === 0x1f || end > limit || !hasRightForm(tag)) throw new DerError("value");
  if ((tag & 0x20) === 0) return end;
  let next = content;
  while (next < end) next = endOfValue(bytes, next, end, depth + 1);
  return next;
}

/** Of the universal types, sequences and sets have parts and the others have none. */
function hasRightForm(tag: number): boolean {
  if ((tag & 0xc0) !== 0) return true;
  const hasParts = (tag & 0x20) !== 0;
  return hasParts === [0x10, 0x11].includes(tag & 0x1f);
}

/** A definite length in its shortest form. */
function lengthAt(bytes: Uint8Array, at: number): { content: number; length: number } {
  const first = bytes[at];
  if (first === undefined) throw new DerError("length");
  if (first < 0x80) return { content: at + 1, length: first };
  const count = first - 0x80;
  const rest = bytes.subarray(at + 1, at + 1 + count);
  const length = rest.reduce((sum, byte) => sum * 256 + byte, 0);
  if (count < 1 || count > 3 || rest.length < count || rest[0] === 0 || length < 0x80) throw new DerError("length");
  return { content: at + 1 + count, length };
}
