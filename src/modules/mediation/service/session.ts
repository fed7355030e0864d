import { move } from "../../../kernel/matter.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { SessionForm } from "../forms/acts.ts";
import { dispute } from "../matter.ts";
import { insertSession, listSessions, setDispute } from "../queries/disputes.ts";
import { getDispute } from "./read.ts";

/** Writes a session down. The first one is the beginning that the law wants within its term; it counts when it was held, not when it was written. */
export async function holdSession(tx: Tx, publicRef: string, { version, heldAt, isPublic, policeHelped, told }: SessionForm): Promise<void> {
  const { matter, dispute: row } = await getDispute(tx, publicRef);
  const { communeId, provinceId, id: matterId } = matter;
  const number = (await listSessions(tx, { communeId, matterId })).length + 1;
  const facts = { number, heldAt: heldAt.toISOString(), isPublic, policeHelped };
  await move(tx, dispute, matterId, matter.state === "assigned" ? "begin" : "meet", { version, facts });
  if (row.startedAt === null) await setDispute(tx, { communeId, matterId }, { startedAt: heldAt });
  await insertSession(tx, {
    communeId,
    matterId,
    number,
    provinceId,
    heldAt,
    isPublic,
    policeHelped,
    toldSealed: tx.house.vault.seal(told),
    writtenAt: tx.now,
    writtenBy: tx.actor.id ?? 0,
  });
}
