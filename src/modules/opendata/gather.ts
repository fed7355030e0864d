import { dayOf } from "../../base/day.ts";
import type { Place } from "../../kernel/actor.ts";
import { listInForce } from "../../kernel/law/table.ts";
import { showCommune, type Tx } from "../../kernel/tx.ts";
import { keyOf, type PublicAlert, type PublicMeeting, type PublicRequest, type RequestFilter, type RequestSource } from "../../web/public-sources.ts";
import type { PublicService } from "./law.ts";

/** So much of one kind is in a feed; a reader that comes every month misses nothing. */
const mostInFeed = 100;

/** Of the whole post, or of one hamlet: then what is for that hamlet and what is for all. */
export type Reach = { readonly place: Place; readonly hamletId: number | null };

/** What came from a source, under a name that is unique in the post. */
export type Named<T> = T & { readonly key: string };

/** Meetings, the latest first. */
export async function meetingsOf(tx: Tx, { place, hamletId }: Reach): Promise<readonly Named<PublicMeeting>[]> {
  const found = await gathered(tx, tx.house.publicSources.meetings, place, ({ uid }) => uid);
  const here = found.filter(({ hamlet }) => hamletId === null || hamlet === null || hamlet === hamletId);
  return here.sort((one, other) => other.start.getTime() - one.start.getTime() || order(one, other)).slice(0, mostInFeed);
}

/** Alerts of a post, the latest first, also those that are over. */
export async function alertsOf(tx: Tx, place: Place): Promise<readonly Named<PublicAlert>[]> {
  const found = await gathered(tx, tx.house.publicSources.alerts, place, ({ id }) => id);
  return found.sort((one, other) => other.sentAt.getTime() - one.sentAt.getTime() || order(one, other)).slice(0, mostInFeed);
}

/** Those that are for a hamlet, or for all. Asked last: what supersedes an alert may be for another hamlet. */
export function reaching(alerts: readonly Named<PublicAlert>[], hamletId: number | null): readonly Named<PublicAlert>[] {
  return alerts.filter(({ hamlets }) => hamletId === null || hamlets.length === 0 || hamlets.includes(hamletId));
}

/** Those that hold now: not over, and superseded by none of the others. */
export function inForce(alerts: readonly Named<PublicAlert>[], now: Date): readonly Named<PublicAlert>[] {
  const replaced = new Set(alerts.flatMap(({ key, id, supersedes = [] }) => supersedes.map((one) => keyBeside(key, id, one.id))));
  return alerts.filter(({ key, expiresAt }) => expiresAt > now && !replaced.has(key));
}

/** The alert of a name, or what took it back: its address goes on leading to the truth, and what was sent is never changed. */
export function lastWordOn(alerts: readonly Named<PublicAlert>[], key: string): Named<PublicAlert> | null {
  const takesBack = ({ cancels = false, supersedes = [], ...one }: Named<PublicAlert>): boolean => cancels && supersedes.some(({ id }) => keyBeside(one.key, one.id, id) === key);
  return alerts.find(takesBack) ?? alerts.find((one) => one.key === key) ?? null;
}

/** The name of another alert of the same source. */
export function keyBeside(key: string, id: string, other: string): string {
  return `${key.slice(0, key.length - id.length)}${other}`;
}

const safeName = /^[A-Za-z0-9.-]+$/;
const order = (one: { readonly key: string }, other: { readonly key: string }): number => (one.key < other.key ? -1 : 1);

type Source<T> = { readonly name: string; readonly list: (tx: Tx, place: Place) => Promise<readonly T[]> };

async function gathered<T>(tx: Tx, sources: readonly Source<T>[], place: Place, idOf: (one: T) => string): Promise<Named<T>[]> {
  await showCommune(tx, place.communeId);
  const found: Named<T>[] = [];
  for (const { name, list } of sources) {
    for (const one of await list(tx, place)) {
      const key = keyOf(name, idOf(one));
      if (!safeName.test(key)) throw new Error(`the source ${name} names something in a way that no address can bear`);
      found.push({ ...one, key });
    }
  }
  return found;
}

/** Public kinds of report today that some source takes in. */
export function servicesOf(tx: Tx): readonly PublicService[] {
  const served = new Set(tx.house.publicSources.requests.flatMap(({ services }) => services));
  return listInForce(tx.house.publicServices, dayOf(tx.now)).filter(({ id }) => served.has(id));
}

/** Requests of public kinds, the latest first. What a source gives of any other kind stays here. */
export async function requestsOf(tx: Tx, place: Place, filter: RequestFilter): Promise<readonly PublicRequest[]> {
  await showCommune(tx, place.communeId);
  const found: PublicRequest[] = [];
  for (const source of tx.house.publicSources.requests) {
    const services = publicOf(tx, source).filter((id) => filter.services.includes(id));
    if (services.length > 0) found.push(...(await source.list(tx, place, { ...filter, services })).filter(({ service }) => services.includes(service)));
  }
  return found.sort((one, other) => other.requestedAt.getTime() - one.requestedAt.getTime() || (one.id < other.id ? 1 : -1)).slice(0, filter.limit);
}

/** One request of a public kind. */
export async function findRequest(tx: Tx, place: Place, id: string): Promise<PublicRequest | null> {
  await showCommune(tx, place.communeId);
  for (const source of tx.house.publicSources.requests) {
    const found = await source.find(tx, place, id);
    if (found && publicOf(tx, source).includes(found.service)) return found;
  }
  return null;
}

/** Who takes in a service; null when it is not a public one today. */
export function sourceOf(tx: Tx, service: string): RequestSource | null {
  return tx.house.publicSources.requests.find((source) => publicOf(tx, source).includes(service)) ?? null;
}

function publicOf(tx: Tx, { services }: RequestSource): readonly string[] {
  return servicesOf(tx)
    .map(({ id }) => id)
    .filter((id) => services.includes(id));
}
