import type { Actor } from "./kernel/actor.ts";
import { gate, regimesOf } from "./kernel/actor.ts";
import { listCommunesWithBreaches } from "./kernel/breaches.ts";
import { noteBreaches } from "./kernel/deadline.ts";
import type { House } from "./kernel/house.ts";
import { deliverNotices, demoMailbox, type NoticeChannel } from "./kernel/outbox.ts";
import { roles } from "./kernel/rights.ts";
import { inTx } from "./kernel/tx.ts";
import { communesToApologise, draftApologies } from "./modules/procedures/index.ts";
import { communesKeepingPersons, erasePastPersons } from "./modules/queue/index.ts";
import type { Database } from "./platform/database.ts";

export type WorkOptions = { readonly database: Database; readonly house: House; readonly clock: () => Date; readonly log: { warn(facts: object, text: string): void } };

/** Deadlines every minute, apologies for what will be late every ten, persons of past appointments every hour; never twice at once. */
export const crontab = ["* * * * * deadlines:note ?max=3", "*/10 * * * * apologies:draft ?max=3", "7 * * * * appointments:erase ?max=3"].join("\n");

/** The jobs of the house by name. Each is safe to run twice. */
export function makeTasks({ database, house, clock }: WorkOptions) {
  const asClock = (communeId: number): Actor => {
    const { provinceId } = house.units.getUnit(communeId);
    const rights = new Set(roles.clock);
    return { id: null, name: "", scope: { kind: "commune", communeId, provinceId: provinceId ?? 0 }, rights, regimes: regimesOf(rights) };
  };
  const run = <T>(actor: Actor, work: Parameters<typeof inTx<T>>[2]) => inTx(database, { house, actor, now: clock() }, work);
  return {
    "deadlines:note": async (): Promise<void> => {
      for (const communeId of await run(gate, listCommunesWithBreaches)) {
        const actor = asClock(communeId);
        await run(actor, (tx) => noteBreaches(tx, { communeId, provinceId: house.units.getUnit(communeId).provinceId ?? 0 }));
      }
    },
    "apologies:draft": async (): Promise<void> => {
      for (const communeId of await run(gate, communesToApologise)) await run(asClock(communeId), draftApologies);
    },
    "appointments:erase": async (): Promise<void> => {
      for (const communeId of await run(gate, communesKeepingPersons)) await run(asClock(communeId), erasePastPersons);
    },
    "outbox.deliver": async (payload: unknown): Promise<void> => {
      const { communeId } = payload as { communeId: number };
      const channel = channelOf(house);
      if (channel) await run(asClock(communeId), (tx) => deliverNotices(tx, communeId, channel));
    },
  };
}

/** No channel can be configured yet: in a demonstration notices go to its mailbox, elsewhere they wait in the outbox and say so. */
function channelOf(house: House): NoticeChannel | null {
  return house.demo ? demoMailbox : null;
}
