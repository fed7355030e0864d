import { must, type Place } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { DuePosition } from "../../../web/position.ts";
import { digestOf, findSignable, type IssuedPaper, listPapers, type Proposed, type Signable } from "../../papers/index.ts";
import { type FolderRow, findSeen, listFolder, putSeen } from "../queries.ts";

/** The post whose folder the actor may sign. @throws Problem("notPermitted") */
function folderOf(tx: Tx): Place {
  const place = placeOf(tx.actor);
  must(tx.actor, "counter.sign", place);
  return place;
}

/** A page of the folder; `whose` are shortened names. */
export async function readFolder(
  tx: Tx,
  { after, size }: { readonly after: DuePosition | null; readonly size: number },
): Promise<{ readonly rows: readonly FolderRow[]; readonly whose: ReadonlyMap<number, string> }> {
  const { signables } = tx.house;
  const rows = await listFolder(tx, folderOf(tx), { states: signables.map(({ states }) => states.waiting), after, size });
  return { rows, whose: await whoseOf(tx, rows) };
}

/** Whom matters of any kind are about. */
export async function whoseOf(tx: Tx, rows: ReadonlyArray<{ readonly id: number; readonly kind: string }>): Promise<ReadonlyMap<number, string>> {
  const named = await Promise.all(
    tx.house.signables.map((signable) =>
      signable.whoseOf(
        tx,
        rows.filter(({ kind }) => kind === signable.kind).map(({ id }) => id),
      ),
    ),
  );
  return new Map(named.flatMap((one) => [...one]));
}

export type OpenedProposal = { readonly signable: Signable; readonly proposed: Proposed; readonly digest: Buffer };

/** A proposal that waits, as it stands. @throws Problem notFound, notNow when it does not wait any more */
export async function openWaiting(tx: Tx, ref: string): Promise<OpenedProposal> {
  folderOf(tx);
  const { signable, matter } = await findSignable(tx, ref);
  if (matter.state !== signable.states.waiting) throw new Problem("notNow", { action: "sign", state: matter.state });
  const proposed = await signable.open(tx, ref);
  return { signable, proposed, digest: digestOf(proposed) };
}

/**
 * Writes down that the actor has seen a proposal as it was shown to him.
 *
 * @throws Problem("changedMeanwhile") when it is not that any more
 */
export async function noteSeen(tx: Tx, ref: string, shown: { readonly version: number; readonly digest: Buffer }): Promise<void> {
  const { proposed, digest } = await openWaiting(tx, ref);
  const { matter } = proposed;
  if (matter.version !== shown.version || !digest.equals(shown.digest)) throw new Problem("changedMeanwhile", { code: matter.code });
  const { communeId, provinceId, regime, id } = matter;
  await putSeen(tx, { communeId, provinceId, regime, accountId: tx.actor.id ?? 0, matterId: id, version: matter.version, digest, seenAt: tx.now });
}

/** What became of one matter of a batch. */
export type Done =
  | { readonly outcome: "signed" | "already"; readonly code: string; readonly paper: Pick<IssuedPaper, "form" | "number" | "symbol" | "code"> | null }
  | { readonly outcome: "exported"; readonly code: string }
  | { readonly outcome: "notSeen" | "changed"; readonly code: string }
  | { readonly outcome: "failed"; readonly code: string; readonly reference: string };

/** Signs one proposal that the actor has seen in its present form. Signed already, it says so and does nothing. */
export async function signSeen(tx: Tx, ref: string): Promise<Done> {
  return await doSeen(tx, ref, async ({ signable, proposed: { matter } }) => {
    const paper = await signable.sign(tx, ref, { version: matter.version });
    return { outcome: "signed", code: matter.code, paper };
  });
}

/** Takes one seen proposal away to be signed elsewhere. Outside already, it stays as it is. */
export async function exportSeen(tx: Tx, ref: string): Promise<Done> {
  return await doSeen(tx, ref, async ({ signable, proposed: { matter } }) => {
    await signable.sendOut(tx, ref, { version: matter.version });
    return { outcome: "exported", code: matter.code };
  });
}

async function doSeen(tx: Tx, ref: string, act: (opened: OpenedProposal) => Promise<Done>): Promise<Done> {
  const place = folderOf(tx);
  const { signable, matter } = await findSignable(tx, ref);
  const { states } = signable;
  if (states.signed.includes(matter.state)) return { outcome: "already", code: matter.code, paper: (await listPapers(tx, { ...place, matterId: matter.id }))[0] ?? null };
  if (matter.state === states.out) return { outcome: "exported", code: matter.code };
  if (matter.state !== states.waiting) return { outcome: "changed", code: matter.code };
  const seen = await findSeen(tx, matter);
  if (seen === null) return { outcome: "notSeen", code: matter.code };
  const opened = await openWaiting(tx, ref);
  if (seen.version !== opened.proposed.matter.version || !seen.digest.equals(opened.digest)) return { outcome: "changed", code: matter.code };
  return await act(opened);
}
