import { createHash } from "node:crypto";
import stringify from "safe-stable-stringify";
import type { Bilingual } from "../../base/lang.ts";
import { findMatter, findMatterById, type Matter } from "../../kernel/matter.ts";
import { Problem } from "../../kernel/problem.ts";
import type { Read } from "../../kernel/record.ts";
import { placeOf, type Tx } from "../../kernel/tx.ts";
import type { Paper } from "../../platform/typst/typesetter.ts";
import type {} from "./house.ts";
import type { IssuedPaper } from "./queries.ts";
import type { PaperIdentity } from "./service/prepare.ts";
import { texts } from "./texts.ts";

/** A proposal as it stands now. */
export type Proposed = {
  readonly matter: Matter;
  /** What kind of paper it would be: "CT08", with its name. */
  readonly form: string;
  readonly title: Bilingual;
  /** What a reader should know beside the paper itself. */
  readonly facts: ReadonlyArray<{ readonly term: Bilingual; readonly detail: string }>;
  /** The page of the matter. */
  readonly href: string;
  readonly read: Read;
  readonly layout: (identity: PaperIdentity) => Paper;
};

/**
 * A kind of matter whose papers wait for a signature. Each kind brings its own verbs; whoever signs need not know which kinds there are. Each verb
 * runs inside the caller's transaction and does all of it or nothing.
 */
export type Signable = {
  /** As its `defineMatter` says. */
  readonly kind: string;
  /** The state in which a proposal waits, that in which its paper is outside to be signed, and those in which it is signed. */
  readonly states: { readonly waiting: string; readonly out: string; readonly signed: readonly string[] };
  /** Whom the matters of a list are about, shortened, by matter. */
  whoseOf(tx: Tx, matterIds: readonly number[]): Promise<ReadonlyMap<number, string>>;
  /** @throws Problem notFound, notNow when nothing is proposed */
  open(tx: Tx, publicRef: string): Promise<Proposed>;
  sign(tx: Tx, publicRef: string, seen: { readonly version: number }): Promise<IssuedPaper>;
  /** Numbers the paper and keeps it, unsigned, until it comes back. */
  sendOut(tx: Tx, publicRef: string, seen: { readonly version: number }): Promise<void>;
  /** Takes the paper that came back signed; it was checked before. */
  accept(tx: Tx, matter: Matter, signed: { readonly unsignedId: number; readonly form: string; readonly pdf: Buffer }): Promise<IssuedPaper>;
  takeBack(tx: Tx, publicRef: string, seen: { readonly version: number; readonly note: string }): Promise<void>;
  /** Writes into the timeline, for the resident to read, that a paper was taken back. */
  noteRevocation(tx: Tx, matter: Matter, revoked: { readonly paper: IssuedPaper; readonly reason: string }): Promise<void>;
};

/** The kind of a matter of the actor's post, by its reference. @throws Problem("notFound"), also for a kind whose papers nobody signs */
export async function findSignable(tx: Tx, publicRef: string): Promise<{ readonly signable: Signable; readonly matter: Matter }> {
  return known(tx, await findMatter(tx, placeOf(tx.actor).communeId, { ref: publicRef }));
}

/** The same, of a paper. */
export async function signableOf(
  tx: Tx,
  { communeId, matterId }: { readonly communeId: number; readonly matterId: number },
): Promise<{ readonly signable: Signable; readonly matter: Matter }> {
  return known(tx, await findMatterById(tx, { communeId, matterId }));
}

function known(tx: Tx, matter: Matter | null): { signable: Signable; matter: Matter } {
  const signable = tx.house.signables.find(({ kind }) => kind === matter?.kind);
  if (!matter || !signable) throw new Problem("notFound");
  return { signable, matter };
}

/** The paper that a proposal would become, without number, code or signature. */
export function draftOf(tx: Tx, { layout }: Proposed): Paper {
  return layout({ number: 0, symbol: texts.draft.vi, code: texts.draft.vi, verifyUrl: `${tx.house.publicUrl}/xac-minh`, issuedAt: tx.now });
}

/** What tells two proposals of one matter apart: everything that would be printed, whoever looks and whenever. */
export function digestOf({ matter, layout }: Proposed): Buffer {
  const { template, data } = layout({ number: 0, symbol: "", code: "", verifyUrl: "", issuedAt: matter.receivedAt });
  return createHash("sha256")
    .update(stringify({ version: matter.version, template, data }) ?? "")
    .digest();
}
