import type { Day } from "../../../base/day.ts";
import { instantAt } from "../../../base/day.ts";
import { must } from "../../../kernel/actor.ts";
import { keepIdentity, listIdentities, openIdentity, type Who } from "../../../kernel/identity.ts";
import { findMatter, findMatterById, type Matter, move, openMatter } from "../../../kernel/matter.ts";
import { nextCode } from "../../../kernel/numbers.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { DayPosition } from "../../../web/position.ts";
import type { NewLetter, Part, Sorted } from "../forms/letters.ts";
import { termOf } from "../law.ts";
import { citizenLetter } from "../matter.ts";
import { countBook, findLetter, insertLetter, type LetterRow, listBook, listParts, updateLetter } from "../queries/letters.ts";
import type { Letter } from "../queries/tables.ts";
import { stateTexts } from "../texts/words.ts";

/** Enters a letter as it came, not sorted yet. @returns its reference */
export async function takeLetter(tx: Tx, given: NewLetter): Promise<string> {
  const { receivedOn, content, people, handledBefore, fullName, address, phone, idNumber } = given;
  const opened = await enter(tx, { receivedOn, content, people, handledBefore, kind: null, parentId: null });
  if (fullName ?? address ?? phone ?? idNumber) await keepIdentity(tx, opened, { role: "sender", who: { fullName, address, phone, idNumber, more: {} }, minor: false });
  return opened.publicRef;
}

type Entering = Pick<Letter, "receivedOn" | "people" | "handledBefore" | "kind" | "parentId"> & { readonly content: string };

async function enter(tx: Tx, { content, kind, ...row }: Entering): Promise<Matter> {
  const place = placeOf(tx.actor);
  const opened = await openMatter(tx, citizenLetter, {
    code: await nextCode(tx, "letter"),
    title: stateTexts.letterTitle.vi,
    channel: "counter",
    hamletId: null,
    assigneeId: null,
    // Until somebody has sorted it, it may be of any kind: it has the shortest term.
    term: termOf(tx, kind === null || kind === "mixed" ? "denunciation" : kind),
    facts: {},
    receivedAt: earlier(instantAt(row.receivedOn, "08:00"), tx.now),
  });
  const nothingYet = { competent: null, guidance: null, forwardedTo: null, result: null, remark: null };
  await insertLetter(tx, { ...place, ...row, ...nothingYet, matterId: opened.id, kind, sealed: tx.house.vault.seal(content) });
  return opened;
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

export type OpenedLetter = {
  readonly matter: Matter;
  readonly letter: Letter;
  readonly content: string;
  readonly parts: readonly LetterRow[];
  /** The mixed letter that it was taken out of. */
  readonly parent: Matter | null;
};

/** @throws Problem("notFound"), also when row security hides it */
export async function getLetter(tx: Tx, ref: string): Promise<OpenedLetter> {
  const { communeId } = placeOf(tx.actor);
  const matter = await findMatter(tx, communeId, { kind: citizenLetter.kind, ref });
  const at = { communeId, matterId: matter?.id ?? 0 };
  const letter = matter && (await findLetter(tx, at));
  if (!matter || !letter) throw new Problem("notFound");
  const parent = letter.parentId === null ? null : await findMatterById(tx, { communeId, matterId: letter.parentId });
  return { matter, letter, parent, content: tx.house.vault.open(letter.sealed), parts: await listParts(tx, at) };
}

/**
 * Puts a letter of one kind on its path: accepted or kept here within the term of its kind since it was received, or led on to whoever is competent.
 * One that was sorted by mistake is sorted again, until it is settled.
 */
export async function sortLetter(tx: Tx, ref: string, { version, kind, path, handledBefore, guidance, forwardedTo, why }: Sorted): Promise<void> {
  const { matter } = await getLetter(tx, ref);
  const seen = { version, facts: { kind }, ...(why === null ? {} : { note: why }) };
  if (path === "leadOn") await move(tx, citizenLetter, matter.id, "leadOn", seen);
  else if (kind === "complaint" || kind === "denunciation") await move(tx, citizenLetter, matter.id, "accept", seen);
  else await move(tx, citizenLetter, matter.id, "keepHere", { ...seen, restart: { ...termOf(tx, kind), from: matter.receivedAt } });
  await updateLetter(tx, { communeId: matter.communeId, matterId: matter.id }, { kind, competent: path === "accept", handledBefore, guidance, forwardedTo });
}

/** Splits a mixed letter: it ends here, and each part begins under the law of its own kind. Who sent it stays with the whole. */
export async function splitLetter(tx: Tx, ref: string, { version, parts }: { readonly version: number; readonly parts: readonly Part[] }): Promise<void> {
  const { matter, letter } = await getLetter(tx, ref);
  if (letter.parentId !== null) throw new Problem("notNow", { state: matter.state });
  await move(tx, citizenLetter, matter.id, "split", { version, facts: { parts: parts.map(({ kind }) => kind) } });
  await updateLetter(tx, { communeId: matter.communeId, matterId: matter.id }, { kind: "mixed" });
  const { receivedOn, people, handledBefore } = letter;
  for (const { kind, content } of parts) await enter(tx, { receivedOn, people, handledBefore, kind, content, parentId: matter.id });
}

export async function settleLetter(
  tx: Tx,
  ref: string,
  { version, result, remark }: { readonly version: number; readonly result: string; readonly remark: string | null },
): Promise<void> {
  const { matter } = await getLetter(tx, ref);
  await move(tx, citizenLetter, matter.id, "settle", { version });
  await updateLetter(tx, { communeId: matter.communeId, matterId: matter.id }, { result, remark });
}

/** One line of book 03/TCD. Who sent it and what it says stay closed until the book leaves for a purpose. */
export type BookLine = LetterRow & { readonly number: number };
export type BookPage = { readonly lines: readonly BookLine[]; readonly all: number; readonly next: DayPosition | null };
type Asked = { readonly from: Day; readonly to: Day; readonly after: DayPosition | null; readonly size: number };

export async function readLetterBook(tx: Tx, asked: Asked): Promise<BookPage> {
  const place = placeOf(tx.actor);
  must(tx.actor, "listening.read", place);
  const [rows, count] = [await listBook(tx, place, { ...asked, size: asked.size + 1 }), await countBook(tx, place, asked)];
  const shown = rows.slice(0, asked.size);
  const last = shown.at(-1);
  const next = rows.length > asked.size && last ? { on: last.receivedOn, id: last.matterId } : null;
  return { lines: shown.map((row, i) => ({ ...row, number: count.before + i + 1 })), all: count.all, next };
}

export type OpenedLine = BookLine & { readonly content: string; readonly who: Who | null };

/** Lines with who sent them, each look written down by PostgreSQL with the purpose. A part of a mixed letter is its sender's as well. */
export async function openLines(tx: Tx, lines: readonly BookLine[], purpose: string): Promise<readonly OpenedLine[]> {
  const place = placeOf(tx.actor);
  const opened: OpenedLine[] = [];
  for (const line of lines) {
    const [mark] = await listIdentities(tx, { communeId: place.communeId, id: line.parentId ?? line.matterId });
    const who = mark ? await openIdentity(tx, place, { id: mark.id, purpose }) : null;
    opened.push({ ...line, who, content: tx.house.vault.open(line.sealed) });
  }
  return opened;
}
