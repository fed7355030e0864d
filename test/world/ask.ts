import { Fragment, h } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Actor } from "../../src/kernel/actor.ts";
import type { Tx } from "../../src/kernel/tx.ts";
import type { Answer, Asked, Route } from "../../src/web/route.ts";
import type { World } from "./index.ts";

type Asking = { readonly actor: Actor; readonly now: Date } & Partial<Pick<Asked, "params" | "query" | "body" | "cookies">>;

/** Asks one address of some routes in an actor's name, past the server and its frame. What was done stays, as on the page. */
export async function ask(world: World, routes: readonly Route[], [method, url]: readonly [Route["method"], string], asking: Asking): Promise<Answer> {
  const route = routes.find((one) => one.method === method && one.url === url);
  const handle = route?.handle;
  if (!handle) throw new RangeError(`nobody answers ${method} ${url}`);
  const { actor, now, params = {}, query = {}, body = {}, cookies = {} } = asking;
  const work = (tx: Tx) => handle({ tx, params: params as never, query, body, cookies, files: [], lang: "vi", officer: null, routes });
  return await world.commit(actor, work, now);
}

/** The page of an answer, as HTML without its frame. */
export function pageOf(answer: Answer): { readonly status: number; readonly html: string; readonly reads: readonly { readonly subject: string; readonly purpose: string }[] } {
  if (answer.kind !== "page") throw new TypeError(`answered with ${answer.kind}`);
  return { status: answer.status, html: renderToString(h(Fragment, null, answer.body)), reads: answer.reads };
}
