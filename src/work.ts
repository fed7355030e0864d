import type { Actor, Place } from "./kernel/actor.ts";
import { clockIn, gate, regimesOf, watchIn } from "./kernel/actor.ts";
import { listCommunesWithBreaches } from "./kernel/breaches.ts";
import { noteBreaches } from "./kernel/deadline.ts";
import type { House } from "./kernel/house.ts";
import type { Jobs } from "./kernel/jobs.ts";
import { wakeOutbox } from "./kernel/outbox.ts";
import { roles } from "./kernel/rights.ts";
import { listTouchedCommunes } from "./kernel/touches.ts";
import { inTx, type Tx } from "./kernel/tx.ts";
import { ensureMachine } from "./modules/accounts/index.ts";
import { alertPaths, alertWords } from "./modules/alerts/index.ts";
import { erasePastContacts } from "./modules/contact/index.ts";
import { workStandIn } from "./modules/demo/index.ts";
import { countTouched } from "./modules/figures/index.ts";
import { communesToEscalate, noteEscalations } from "./modules/inbox/index.ts";
import { noticeWords } from "./modules/mailbox/index.ts";
import { type Exchanged, exchange, openFileDrop, portalActorName } from "./modules/portal/index.ts";
import { communesKeepingPreparations, erasePreparations } from "./modules/preparation/index.ts";
import { communesToApologise, draftApologies, procedurePaths, releaseRatings } from "./modules/procedures/index.ts";
import { communesKeepingPersons, erasePastPersons } from "./modules/queue/index.ts";
import { communesKeepingAddresses, deliverDue, eraseAddresses, listCommunesWaiting, newRest, type Wording } from "./modules/subscriptions/index.ts";
import type { Database } from "./platform/database.ts";

export type WorkOptions = { readonly database: Database; readonly house: House; readonly clock: () => Date; readonly log: { warn(facts: object, text: string): void } };

/**
 * Deadlines that passed and that come near, what waits to be told, the national portal, and what no job was there to count, every minute;
 * apologies, and preparations that are over, every ten; persons of past appointments, codes of past contacts, ratings of the month that is over, and
 * addresses that were kept long enough, every hour; never twice at once. Deadlines go first.
 */
export const crontab = [
  "* * * * * deadlines:note ?max=3&priority=-10",
  "* * * * * deadlines:escalate ?max=3",
  "* * * * * outbox:wake ?max=3",
  "* * * * * portal:exchange ?max=1",
  "* * * * * matters:count ?max=3",
  "*/10 * * * * apologies:draft ?max=3",
  "*/10 * * * * preparations:erase ?max=3",
  "7 * * * * appointments:erase ?max=3",
  "11 * * * * ratings:release ?max=3",
  "17 * * * * addresses:erase ?max=3",
  "23 * * * * contacts:erase ?max=3",
].join("\n");

/** The words of what leaves the house, and where they lead. */
export const wording: Wording = { notice: noticeWords, alert: alertWords, lookUpPath: procedurePaths.track(), alertsPath: alertPaths.alerts() };

/** The jobs of the house by name. Each is safe to run twice. */
export function makeTasks({ database, house, clock, log }: WorkOptions) {
  const placeOf = (communeId: number): Place => ({ communeId, provinceId: house.units.getUnit(communeId).provinceId ?? 0 });
  const asClock = (communeId: number): Actor => clockIn(placeOf(communeId));
  const run = <T>(actor: Actor, work: Parameters<typeof inTx<T>>[2]) => inTx(database, { house, actor, now: clock() }, work);
  const rest = newRest();
  const countIn = async (communeId: number): Promise<void> => {
    while ((await run(asClock(communeId), countTouched)) > 0);
  };
  return {
    "deadlines:note": async (): Promise<void> => {
      for (const communeId of await run(gate, listCommunesWithBreaches)) {
        await run(watchIn(placeOf(communeId)), (tx) => noteBreaches(tx, placeOf(communeId)));
      }
    },
    "apologies:draft": async (): Promise<void> => {
      for (const communeId of await run(gate, communesToApologise)) await run(asClock(communeId), draftApologies);
    },
    "deadlines:escalate": async (): Promise<void> => {
      for (const communeId of await run(gate, communesToEscalate)) await run(watchIn(placeOf(communeId)), noteEscalations);
    },
    "appointments:erase": async (): Promise<void> => {
      for (const communeId of await run(gate, communesKeepingPersons)) await run(asClock(communeId), erasePastPersons);
    },
    "preparations:erase": async (): Promise<void> => {
      for (const communeId of await run(gate, communesKeepingPreparations)) await run(asClock(communeId), erasePreparations);
    },
    "portal:exchange": async (): Promise<void> => {
      if (house.portalDir !== null) await exchangeNow({ database, house, clock, log }, house.portalDir);
    },
    "matters.count": async (payload: unknown): Promise<void> => await countIn((payload as Jobs["matters.count"]).communeId),
    "matters:count": async (): Promise<void> => {
      for (const communeId of await run(gate, listTouchedCommunes)) await countIn(communeId);
    },
    "contacts:erase": async (): Promise<void> => void (await run(gate, erasePastContacts)),
    "ratings:release": async (): Promise<void> => void (await run(gate, releaseRatings)),
    "outbox.deliver": async (payload: unknown): Promise<void> => {
      const { communeId } = payload as { communeId: number };
      const onTrouble = (channel: string): void => log.warn({ channel }, "a way of telling residents reaches no server, or is refused: it rests for a minute");
      await deliverDue((work) => run(asClock(communeId), work), { wording, rest, onTrouble });
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

/** One round with the national portal through its folder. In a demonstration its stand-in works the other side. */
export async function exchangeNow({ database, house, clock, log }: WorkOptions, dir: string, options: { readonly settleMs?: number } = {}): Promise<Exchanged> {
  const onTrouble = (error: unknown): void => log.warn({ reason: error instanceof Error ? error.message : String(error) }, "a file of the national portal waits");
  const port = await openFileDrop(dir, { ...options, onTrouble });
  const run = <T>(actor: Actor, work: Parameters<typeof inTx<T>>[2]) => inTx(database, { house, actor, now: clock() }, work);
  const exchanged = await exchange({ port, house, now: clock(), run, actorIn: (place) => run(gate, (tx) => portalActor(tx, place)) });
  if (exchanged.refused > 0) log.warn({ refused: exchanged.refused }, "files of the national portal were refused; each has its reason beside it");
  if (house.demo) await workStandIn(dir);
  return exchanged;
}

/** The portal as an actor in a post: an account of its own, which nobody can sign in with. */
async function portalActor(tx: Tx, place: Place): Promise<Actor> {
  const name = portalActorName.vi;
  const scope = { kind: "commune", ...place } as const;
  const id = await ensureMachine(tx, { login: `cong-quoc-gia.${place.communeId}`, name, role: "nationalPortal", scope, unitId: place.provinceId });
  const rights = new Set(roles.nationalPortal);
  return { id, name, scope, rights, regimes: regimesOf(rights) };
}
