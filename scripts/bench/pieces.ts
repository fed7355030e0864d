import type { Kind, Shot } from "./kinds.ts";
import type { Statement } from "./recording.ts";

/** A value of a statement: fixed, or an expression over variables written `{name}`. */
export type Part = { readonly fixed: unknown } | { readonly expression: string };

/** A statement of a recorded request, freed of what only that one request could say. */
export type Piece = {
  readonly text: string;
  readonly parts: readonly Part[];
  /** Its row becomes variables that begin so, and nothing after it can be sent before the row is here. */
  readonly gives: string | null;
};

/** A transaction as the product ran it. `owner` is false for the session's and for the note of the look. */
export type Run = { readonly pieces: readonly Piece[]; readonly own: boolean };

/** Variables that each request draws anew: whole numbers, from 1 to this. */
export const drawn = { fresh: 9_000_000_000_000_000, who: 2_000 } as const;

type Slot = { readonly on: RegExp; readonly column: string; readonly expression: string };
type Giver = { readonly on: RegExp; readonly gives: string };
type Rules = { readonly slots: readonly Slot[]; readonly givers: readonly Giver[] };

const any = /^/;
const nothing: Rules = { slots: [], givers: [] };
const rulesOf: Readonly<Record<Kind, (post: Post) => Rules>> = {
  inbox: () => nothing,
  search: () => nothing,
  dossier: () => nothing,
  tracking: () => nothing,
  move: () => ({
    givers: [{ on: /from "matters".* for update/, gives: "m_" }],
    slots: [
      { on: /^select "change_hash"/, column: "seq", expression: "{m_version}" },
      { on: /^insert into "(audit|timeline)"/, column: "seq", expression: "{m_version} + 1" },
      { on: /^update "matters"/, column: "version", expression: "{m_version} + 1" },
    ],
  }),
  receipt: ({ index, count }) => ({
    givers: [
      { on: /from "intakes".* for update/, gives: "i_" },
      { on: /^insert into "people"/, gives: "p_" },
      { on: /^insert into "matters"/, gives: "m_" },
    ],
    slots: [
      { on: /from "intakes"/, column: "ref", expression: `'pgbench-' || ({connection} * ${count} + ${index})` },
      { on: /^insert into "people"/, column: "id_number_hash", expression: "sha256(convert_to('bench' || {who}, 'UTF8'))" },
      { on: /^insert into "matters"/, column: "code", expression: "'' || {fresh}" },
      { on: /^insert into "matters"/, column: "public_ref", expression: "'' || {fresh}" },
      { on: /^insert into "audit"/, column: "subject", expression: "'matter:' || {m_id}" },
      { on: /^insert into "dossiers"/, column: "person_id", expression: "{p_id}" },
      { on: /^insert into "dossiers"/, column: "intake_id", expression: "{fresh}" },
      { on: /^update "intakes"/, column: "id", expression: "{i_id}" },
      { on: /^update "matters"/, column: "id", expression: "{m_id}" },
      { on: any, column: "matter_id", expression: "{m_id}" },
    ],
  }),
};

/** Which of the posts a shot is about, and how many there are: says which intake a connection may use. */
type Post = { readonly index: number; readonly count: number };

const postOf = ({ params }: Shot, count: number): Post => ({ index: Number(/\d+$/.exec(params["ref"] ?? "")?.[0] ?? 0) % count, count });

/** @param posts how many posts the requests are spread over */
export function runsOf(kind: Kind, recorded: { readonly shot: Shot; readonly statements: readonly Statement[] }, posts: number): readonly Run[] {
  const rules = rulesOf[kind](postOf(recorded.shot, posts));
  const runs: { pieces: Piece[]; own: boolean }[] = [];
  for (const { text, values } of recorded.statements) {
    if (text.startsWith("begin")) runs.push({ pieces: [], own: !text.includes("scope_gate") });
    const run = runs.at(-1);
    if (!run) throw new Error(`a statement outside a transaction: ${text}`);
    if (text.startsWith('insert into "reads"')) run.own = false;
    // The scope is set by several statements in one message; a driver that prepares takes them one by one.
    const texts = values.length === 0 ? text.split("; ") : [text];
    for (const one of texts) run.pieces.push(pieceOf(one, values, rules));
  }
  return runs;
}

function pieceOf(text: string, values: readonly unknown[], { slots, givers }: Rules): Piece {
  const columns = columnsOf(text);
  const parts = values.map((fixed, i): Part => {
    const slot = slots.find(({ on, column }) => on.test(text) && columns.get(i + 1) === column);
    return slot ? { expression: slot.expression } : { fixed };
  });
  return { text, parts, gives: givers.find(({ on }) => on.test(text))?.gives ?? null };
}

/** The column that each parameter is compared with or put into. */
function columnsOf(text: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const insert = /^insert into "\w+" \(([^)]*)\) values \(([^)]*)\)/.exec(text);
  const names = insert?.[1]?.split(", ") ?? [];
  for (const [i, value] of (insert?.[2]?.split(", ") ?? []).entries()) {
    if (value.startsWith("$")) found.set(Number(value.slice(1)), (names[i] ?? "").replaceAll('"', ""));
  }
  for (const [, column = "", number] of text.matchAll(/"(\w+)" = \$(\d+)/g)) found.set(Number(number), column);
  return found;
}
