import type { Actor } from "./kernel/actor.ts";
import { gate, regimesOf } from "./kernel/actor.ts";
import { listCommunesWithBreaches } from "./kernel/breaches.ts";
import { noteBreaches } from "./kernel/deadline.ts";
import type { House } from "./kernel/house.ts";
import { wakeOutbox } from "./kernel/outbox.ts";
import { roles } from "./kernel/rights.ts";
import { inTx } from "./kernel/tx.ts";
import { alertPaths, alertWords } from "./modules/alerts/index.ts";
import { noticeWords } from "./modules/mailbox/index.ts";
import { procedurePaths } from "./modules/procedures/index.ts";
import { communesKeepingPersons, erasePastPersons } from "./modules/queue/index.ts";
import { communesKeepingAddresses, deliverDue, eraseAddresses, listCommunesWaiting, newRest, type Wording } from "./modules/subscriptions/index.ts";
import type { Database } from "./platform/database.ts";

export type WorkOptions = { readonly database: Database; readonly house: House; readonly clock: () => Date; readonly log: { warn(facts: object, text: string): void } };

/** Deadlines and what waits to be told every minute, persons and addresses that were kept long enough every hour; never twice at once. Deadlines go before all else. */
export const crontab = [
  "* * * * * deadlines:note ?max=3&priority=-10",
  "* * * * * outbox:wake ?max=3",
  "7 * * * * appointments:erase ?max=3",
  "17 * * * * addresses:erase ?max=3",
].join("\n");

/** The words of what leaves the house, and where they lead. */
export const wording: Wording = { notice: noticeWords, alert: alertWords, lookUpPath: procedurePaths.track(), alertsPath: alertPaths.alerts() };

/** The jobs of the house by name. Each is safe to run twice. */
export function makeTasks({ database, house, clock }: WorkOptions) {
  const asClock = (communeId: number): Actor => {
    const { provinceId } = house.units.getUnit(communeId);
    const rights = new Set(roles.clock);
    return { id: null, name: "", scope: { kind: "commune", communeId, provinceId: provinceId ?? 0 }, rights, regimes: regimesOf(rights) };
  };
  const run = <T>(actor: Actor, work: Parameters<typeof inTx<T>>[2]) => inTx(database, { house, actor, now: clock() }, work);
  const rest = newRest();
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
    "outbox.deliver": async (payload: unknown): Promise<void> => {
      const { communeId } = payload as { communeId: number };
      await deliverDue((work) => run(asClock(communeId), work), { wording, rest });
    },
    "outbox:wake": async (): Promise<void> => {
      await run(gate, async (tx) => {
        for (const communeId of await listCommunesWaiting(tx)) await wakeOutbox(tx, communeId);
      });
    },
    "addresses:erase": async (): Promise<void> => {
      for (const communeId of await run(gate, communesKeepingAddresses)) await run(asClock(communeId), eraseAddresses);
    },
  };
}
