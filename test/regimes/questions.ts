import type { Right } from "../../src/kernel/rights.ts";
import type { Route } from "../../src/web/route.ts";
import type { Question } from "./desk.ts";
import { type Form, type Known, paramsOf, routeOf, sentFrom, shapeOf } from "./known.ts";
import type { Strange } from "./strange.ts";

/** Who asks what of which routes. `turn` says which of the strange things goes where and which part of it is tried; over some runs all of it is. */
export type Asking = { readonly routes: readonly Route[]; readonly among: readonly Route[]; readonly held: ReadonlySet<Right>; readonly strange: Strange; readonly turn: number };

/** So many addresses of one route are asked as they stand. */
const asTheyStand = 2;
/** What can be tried is tried in so many parts, one each time. */
export const parts = 4;

/** All that an officer asks: what she finds, and what somebody might try who has heard of a regime that is not hers. */
export function questionsOf(known: Known, asking: Asking): readonly Question[] {
  const addresses = Map.groupBy(known.addresses, (address) => routeOf(asking.routes, "GET", address));
  const forms = Map.groupBy(known.forms, ({ method, url }) => routeOf(asking.routes, method, url));
  const questions = asking.among.flatMap((route) => {
    if (route.needs === "anybody") return [];
    const found = { addresses: addresses.get(route) ?? [], forms: forms.get(route) ?? [] };
    if (route.needs !== "officer" && !asking.held.has(route.needs)) return [closedTo(route, found.addresses[0], asking)];
    return [...standing(found.addresses), ...triedAt(route, found, asking).filter((_, i) => (i + asking.turn) % parts === 0)];
  });
  return [...new Map(questions.map((question) => [JSON.stringify(question), question])).values()];
}

/** Everything that might be tried at a route. */
function triedAt(route: Route, { addresses, forms }: Known, asking: Asking): readonly Question[] {
  const { references, numbers } = asking.strange;
  const sent = forms.flatMap((form) => sendingsOf(route, form, asking));
  if (route.method === "GET") return [...[...references, ...numbers].map((one) => ({ url: turned(route, addresses[0], one), fields: null })), ...sent];
  // A change that no page offered is tried all the same, with nothing in it.
  if (forms.length === 0) return [...references, ...numbers].map((one) => ({ url: fill(route.url, () => one), fields: {} }));
  return sent;
}

/** Some addresses of a route as they stand, of each set of words after the question mark. */
function standing(addresses: readonly string[]): readonly Question[] {
  const alike = Map.groupBy(addresses, (address) => [...new URL(address, "http://house").searchParams.keys()].join());
  return [...alike.values()].flatMap((some) => some.slice(0, asTheyStand)).map((url) => ({ url, fields: null }));
}

/** What needs a right that she lacks is asked once: nothing is looked at before she is told so. */
function closedTo(route: Route, address: string | undefined, asking: Asking): Question {
  return { url: address ?? filled(route.url, asking), fields: route.method === "POST" ? {} : null };
}

/** The address with something strange in the place of each value that could be such a thing: a reference for a reference, a number for a number. */
function turned(route: Route, address: string | undefined, strange: string): string {
  if (address === undefined) return fill(route.url, () => strange);
  const groups = shapeOf(route.url).exec(address.split("?")[0] ?? "")?.groups ?? {};
  const path = fill(route.url, (name) => (alike(groups[name] ?? "", strange) ? strange : (groups[name] ?? strange)));
  const search = [...new URL(address, "http://house").searchParams].map(([name, value]) => [name, alike(value, strange) ? strange : value] as [string, string]);
  return search.length === 0 ? path : `${path}?${new URLSearchParams(search).toString()}`;
}

const isReference = (text: string): boolean => /^[0-9A-Z]{16}$/.test(text);
const isNumber = (text: string): boolean => /^\d{1,15}$/.test(text);
const alike = (one: string, other: string): boolean => (isReference(one) && isReference(other)) || (isNumber(one) && isNumber(other));

function sendingsOf(route: Route, form: Form, asking: Asking): readonly Question[] {
  const { references, words, numbers } = asking.strange;
  const reference = pick(references, asking.turn);
  const spoken = [pick(words, asking.turn), reference, pick(numbers, asking.turn)];
  const everywhere = spoken.map((word) =>
    Object.fromEntries(Object.entries(form.fields).map(([name, value]) => [name, value === "" || isReference(value) || isNumber(value) ? word : value])),
  );
  const inPlace = Object.fromEntries(
    Object.entries(form.fields).map(([name, value]) => [name, isReference(value) ? reference : isNumber(value) ? pick(numbers, asking.turn) : value]),
  );
  const here = [form.fields, inPlace, ...everywhere].map((fields) => sentFrom(form, fields));
  if (paramsOf(route.url).length === 0) return here;
  const there = references.map((one) => sentFrom({ ...form, url: turned(route, form.url, one) }, form.fields));
  return [...here, ...there];
}

const filled = (url: string, { strange, turn }: Asking): string => fill(url, () => pick([...strange.references, ...strange.numbers], turn));
const fill = (url: string, put: (name: string) => string): string => url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(put(name)));
const pick = (all: readonly string[], turn: number): string => all[turn % Math.max(1, all.length)] ?? "0";
