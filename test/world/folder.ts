import type { Matter } from "../../src/kernel/matter.ts";
import { digestOf, findSignable } from "../../src/modules/papers/index.ts";
import type { Proposal } from "../../src/modules/procedures/proposal.ts";
import { proposeResult } from "../../src/modules/procedures/service/work.ts";
import { noteSeen } from "../../src/modules/signing/index.ts";
import { actorOf, type Member, units } from "./cast.ts";
import { receive } from "./counter.ts";
import type { as, World } from "./index.ts";

type Actor = ReturnType<typeof as>;

export const proposalOf = (decision: string): Proposal => ({ form: "CT08", decision, changes: [], remark: null });

/** So many dossiers whose results wait for the chief. */
export async function propose(world: World, minh: Actor, count: number): Promise<readonly Matter[]> {
  const matters: Matter[] = [];
  for (let i = 0; i < count; i += 1) {
    const { publicRef } = await receive(world);
    matters.push(await world.commit(minh, (tx) => proposeResult(tx, publicRef, { version: 1, proposal: proposalOf(`Đã điều chỉnh, tờ ${i + 1}.`) })));
  }
  return matters;
}

/** Looks at proposals as the reading page shows them, and notes that they were seen. */
export async function see(world: World, actor: Actor, matters: readonly Pick<Matter, "publicRef">[]): Promise<void> {
  for (const { publicRef } of matters) {
    const shown = await world.try(actor, async (tx) => {
      const { signable } = await findSignable(tx, publicRef);
      const proposed = await signable.open(tx, publicRef);
      return { version: proposed.matter.version, digest: digestOf(proposed) };
    });
    await world.commit(actor, (tx) => noteSeen(tx, publicRef, shown));
  }
}

/** A deputy of the post of the standing cast, who may sign too. */
export async function addDeputy(world: World): Promise<Actor> {
  const deputy: Member = {
    id: 20,
    login: "thu.phuongson",
    name: "Nông Thị Thu",
    role: "chief",
    scope: { kind: "commune", communeId: units.phuongSon.id, provinceId: 1 },
    unitId: 3,
  };
  await world.asOwner(async (owner) => {
    await owner.query("insert into accounts (id, login, name, unit_id) overriding system value values ($1,$2,$3,$4)", [deputy.id, deputy.login, deputy.name, deputy.unitId]);
    await owner.query("insert into account_grants (account_id, role, unit_id, scope, valid_from) values ($1, 'chief', $2, 'commune', '2023-01-01')", [deputy.id, deputy.unitId]);
  });
  return actorOf(deputy);
}
