import { z } from "zod";
import type { ApiAnswer } from "./api.ts";
import { apiRoot } from "./data.ts";
import type { Route } from "./route.ts";

type Tree = { readonly [name: string]: unknown };

/** The addresses that programs use. */
export function apiRoutesOf(routes: readonly Route[]): readonly Route[] {
  return routes.filter(({ url }) => url.startsWith(apiRoot));
}

/**
 * The description of the programs' face (OpenAPI 3.1), made of the very shapes that check what is asked.
 *
 * @throws Error for an address below /api that says nothing of itself
 */
export function openApiOf(routes: readonly Route[], { title, version, server }: { readonly title: string; readonly version: string; readonly server: string }): Tree {
  const byPath = Map.groupBy(apiRoutesOf(routes), ({ url }) => pathOf(url));
  const paths = [...byPath].map(([path, list]) => [path, Object.fromEntries(list.map((route) => [route.method.toLowerCase(), operationOf(route)]))]);
  // Anybody may read; the key that a program needs to send something is a field of its form, as GeoReport has it.
  return { openapi: "3.1.1", info: { title, version }, servers: [{ url: server }], security: [], paths: Object.fromEntries(paths) };
}

/** "/a/:id.xml" as OpenAPI writes it: "/a/{id}.xml". */
export function pathOf(url: string): string {
  return url.replace(/:(\w+)/g, "{$1}");
}

function operationOf({ url, method, api }: Route): Tree {
  if (!api) throw new Error(`${method} ${url} says nothing of itself`);
  const named = [...url.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: "path", required: true, schema: { type: "string" } }));
  const { properties = {}, required = [] } = schemaOf(api.query, "input") as { properties?: Tree; required?: readonly string[] };
  const asked = Object.entries(properties).map(([name, schema]) => ({ name, in: "query", required: required.includes(name), schema }));
  const sent = api.body && { requestBody: { required: true, content: { "application/x-www-form-urlencoded": { schema: schemaOf(api.body, "input") } } } };
  return {
    operationId: `${method.toLowerCase()}${url.replace(/[^a-zA-Z0-9]+(\w)/g, (_all, letter: string) => letter.toUpperCase())}`,
    summary: api.summary,
    parameters: [...named, ...asked],
    ...sent,
    responses: Object.fromEntries(Object.entries(api.answers).map(([status, answer]) => [status, responseOf(answer)])),
  };
}

function responseOf({ says, type, schema }: ApiAnswer): Tree {
  return { description: says, content: { [type]: schema ? { schema: schemaOf(schema, "output") } : {} } };
}

/** The shape as JSON Schema, the dialect of OpenAPI 3.1. */
function schemaOf(shape: z.ZodType, io: "input" | "output"): Tree {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: "any" });
  return schema;
}
