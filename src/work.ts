import type { Actor } from "./kernel/actor.ts";
import { clockIn, gate } from "./kernel/actor.ts";
import { listCommunesWithBreaches } from "./kernel/breaches.ts";
import { noteBreaches } from "./kernel/deadline.ts";
import type { Jobs } from "./kernel/jobs.ts";
import type { House } from "./kernel/house.ts";
import { deliverNotices, demoMailbox, type NoticeChannel } from "./kernel/outbox.ts";
import { listTouchedCommunes } from "./kernel/touches.ts";
import { inTx } from "./kernel/tx.ts";
import { countTouched } from "./modules/figures/index.ts";
import { releaseRatings } from "./modules/procedures/index.ts";
import { communesKeepingPersons, erasePastPersons } from "./modules/queue/index.ts";
import type { Database } from "./platform/database.ts";

export type WorkOptions = { readonly database: Database; readonly house: House; readonly clock: () => Date; readonly log: { warn(facts: object, text: string): void } };

/** Deadlines every minute, and what no job was there to count; persons of past appointments and ratings of the month that is over every hour. */
export const crontab = ["* * * * * deadlines:note ?max=3", "* * * * * matters:count ?max=3", "7 * * * * appointments:erase ?max=3", "11 * * * * ratings:release ?max=3"].join("\n");

/** The jobs of the house by name. Each is safe to run twice. */
export function makeTasks({ database, house, clock }: WorkOptions) {
  const asClock = (communeId: number): Actor => clockIn({ communeId, provinceId: house.units.getUnit(communeId).provinceId ?? 0 });
  const run = <T>(actor: Actor, work: Parameters<typeof inTx<T>>[2]) => inTx(database, { house, actor, now: clock() }, work);
  const countIn = async (communeId: number): Promise<void> => {
    while ((await run(asClock(communeId), countTouched)) > 0);
  };
  return {
    "deadlines:note": async (): Promise<void> => {
      for (const communeId of await run(gate, listCommunesWithBreaches)) {
        const actor = asClock(communeId);
        await run(actor, (tx) => noteBreaches(tx, { communeId, provinceId: house.units.getUnit(communeId).provinceId ?? 0 }));
      }
    },
    "appointments:erase": async (): Promise<void> => {
      for (const communeId of await run(gate, communesKeepingPersons)) await run(asClock(communeId), erasePastPersons);
    },
    "matters.count": async (payload: unknown): Promise<void> => await countIn((payload as Jobs["matters.count"]).communeId),
    "matters:count": async (): Promise<void> => {
      for (const communeId of await run(gate, listTouchedCommunes)) await countIn(communeId);
    },
    "ratings:release": async (): Promise<void> => void (await run(gate, releaseRatings)),
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
