import type { Route } from "../../src/web/route.ts";
import type { Desk, Question } from "./desk.ts";

/** A form as it stands on a page: where it goes, what it would send, and which of it is typed or chosen rather than fixed. */
export type Form = { readonly method: "GET" | "POST"; readonly url: string; readonly fields: Readonly<Record<string, string>> };

/** What whoever may do everything finds by going from page to page: addresses and forms. */
export type Known = { readonly addresses: readonly string[]; readonly forms: readonly Form[] };

/** So many addresses of one route, and so many forms that ask the same, are enough. */
const enough = { addresses: 12, forms: 2 };

/** The route that an address belongs to; fixed words go before what may be anything. */
export function routeOf(routes: readonly Route[], method: "GET" | "POST", url: string): Route | null {
  const path = url.split("?")[0] ?? "";
  const fitting = routes.filter((route) => route.method === method && shapeOf(route.url).test(path));
  return fitting.sort((one, other) => paramsOf(one.url).length - paramsOf(other.url).length)[0] ?? null;
}

const shapes = new Map<string, RegExp>();

/** The addresses of a route, with what stands for its parameters caught by name. */
export function shapeOf(url: string): RegExp {
  const known = shapes.get(url);
  if (known) return known;
  const made = new RegExp(`^${url.replace(/[.+*]/g, "\\$&").replace(/:(\w+)/g, "(?<$1>[^/]+?)")}$`);
  shapes.set(url, made);
  return made;
}

export const paramsOf = (url: string): readonly string[] => [...url.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");

/** Goes from every address without a parameter to whatever its pages lead to, as whoever is signed in at the desk; and where no page leads, by guessing. */
export async function walk(desk: Desk, routes: readonly Route[], guesses: readonly string[]): Promise<Known> {
  const found = collecting(routes);
  for (const route of routes) if (route.method === "GET" && paramsOf(route.url).length === 0) found.meet(route.url);
  await follow(desk, found);
  for (const route of routes) {
    if (route.method !== "GET" || found.hasMet(route)) continue;
    for (const guess of guesses) {
      const url = route.url.replace(/:\w+/g, guess);
      if ((await desk.ask({ url, fields: null })).status === 200) found.meet(url);
    }
    await follow(desk, found);
  }
  return found.known();
}

type Collecting = ReturnType<typeof collecting>;

/** Keeps what is met, until there is enough of its like. */
function collecting(routes: readonly Route[]) {
  const addresses = new Map<string, string[]>();
  const forms = new Map<string, Form[]>();
  const waiting: string[] = [];
  const add = <T>(all: Map<string, T[]>, key: string, one: T, most: number): boolean => {
    const alike = all.get(key) ?? [];
    if (alike.includes(one) || alike.length >= most) return false;
    all.set(key, [...alike, one]);
    return true;
  };
  return {
    waiting,
    meet: (address: string): void => {
      const route = routeOf(routes, "GET", address);
      const asked = [...new URL(address, "http://house").searchParams.keys()].sort().join(" ");
      if (route && add(addresses, `${route.url} ${asked}`, address, enough.addresses)) waiting.push(address);
    },
    meetForm: (form: Form): void => {
      const route = routeOf(routes, form.method, form.url);
      if (route) add(forms, `${form.method} ${route.url} ${Object.keys(form.fields).sort().join(" ")}`, form, enough.forms);
    },
    hasMet: (route: Route): boolean => [...addresses.keys()].some((key) => key.startsWith(`${route.url} `)),
    known: (): Known => ({ addresses: [...addresses.values()].flat(), forms: [...forms.values()].flat() }),
  };
}

async function follow(desk: Desk, found: Collecting): Promise<void> {
  for (let address = found.waiting.shift(); address !== undefined; address = found.waiting.shift()) {
    const { type, body, headers, status } = await desk.ask({ url: address, fields: null });
    if (status === 303) found.meet(headers.split("\n")[0] ?? "");
    if (!type.startsWith("text/html")) continue;
    const html = body.toString();
    for (const href of linksIn(html)) found.meet(href);
    for (const form of formsIn(html, address)) found.meetForm(form);
  }
}

const plain = (text: string): string => text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&#39;", "'").replaceAll("&amp;", "&");
const attribute = (tag: string, name: string): string | null => {
  const found = tag.match(new RegExp(`\\s${name}="([^"]*)"`));
  return found ? plain(found[1] ?? "") : null;
};

/** Every address of the house that a page leads to, shows, or looks at. */
function linksIn(html: string): readonly string[] {
  return [...html.matchAll(/\s(?:href|src|data-src|hx-get)="(\/[^"#]*)/g)].map(([, href]) => plain(href ?? ""));
}

function formsIn(html: string, address: string): readonly Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = "", inside = ""]) => {
    const method = attribute(` ${head}`, "method")?.toUpperCase() === "POST" ? "POST" : "GET";
    return { method, url: attribute(` ${head}`, "action") ?? address.split("?")[0] ?? "", fields: fieldsIn(inside) };
  });
}

/** The fields of a form and what stands in them; of what is to be chosen the first. */
function fieldsIn(inside: string): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const [tag] of inside.matchAll(/<(?:input|textarea|button)\b[^>]*>/g)) {
    const name = attribute(tag, "name");
    if (name !== null) fields[name] ??= attribute(tag, "value") ?? "";
  }
  for (const [, head = "", options = ""] of inside.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const name = attribute(` ${head}`, "name");
    const values = [...options.matchAll(/<option\b[^>]*>/g)].map(([option]) => attribute(option, "value") ?? "");
    if (name !== null) fields[name] = values.find((value) => value !== "") ?? "";
  }
  return fields;
}

/** A form as the question that it sends. */
export function sentFrom({ method, url }: Form, fields: Readonly<Record<string, string>>): Question {
  if (method === "POST") return { url, fields };
  return { url: `${url.split("?")[0]}?${new URLSearchParams(fields).toString()}`, fields: null };
}
