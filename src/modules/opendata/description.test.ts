import { Validator } from "@seriousme/openapi-schema-validator";
import { pino } from "pino";
import { expect, test } from "vitest";
import { unbuilt } from "../../../test/world/resident-server.ts";
import { allRoutes } from "../../modules.ts";
import { makeHouseFrame } from "../../shell.ts";
import { openApiOf, pathOf } from "../../web/openapi.ts";
import { get } from "../../web/route.ts";
import { makeServer } from "../../web/server.ts";
import { openSite } from "./opendata.stage.ts";

const site = openSite();

/** The server of the product, with every address that it answers to, as its router tells them. */
async function served(): Promise<{ readonly addresses: readonly string[]; readonly document: Document }> {
  const { database, house } = site.world;
  const server = await makeServer({
    database,
    house,
    routes: allRoutes,
    findOfficer: async () => null,
    frame: makeHouseFrame(house, unbuilt, () => []),
    assetsDir: process.cwd(),
    log: pino({ level: "silent" }),
    trustProxy: true,
    clock: () => site.now,
  });
  const document = (await server.inject("/api/openapi.json")).json<Document>();
  const addresses = addressesOf(server.printRoutes({ commonPrefix: false }));
  await server.close();
  return { addresses, document };
}
type Document = { readonly openapi: string; readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> };

/** The tree that the router prints, a line a piece of an address, as whole addresses with their methods. */
function addressesOf(tree: string): string[] {
  const pieces: string[] = [];
  return tree.split("\n").flatMap((line) => {
    const found = /^([\s│]*)[├└]── (\S*?)(?: \(([A-Z, ]+)\))?$/.exec(line);
    if (!found) return [];
    const [, indent = "", piece = "", methods = ""] = found;
    const depth = indent.length / 4;
    pieces.splice(depth, pieces.length, piece);
    const url = pieces.join("");
    return methods.split(", ").flatMap((method) => (method === "" || method === "HEAD" ? [] : [`${method} ${url}`]));
  });
}

test("every address of the server below /api stands in the document, and no other", async () => {
  const { addresses, document } = await served();
  const below = addresses.filter((address) => address.includes(" /api/")).map(pathOf);
  const told = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
  expect(below.length).toBeGreaterThan(15);
  expect(told.sort()).toEqual([...below].sort());
});

test("the document is an OpenAPI 3.1 document to somebody else's reader", async () => {
  const { document } = await served();
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  expect(document.openapi).toMatch(/^3\.1\./);
  const broken = structuredClone(document) as { paths?: unknown };
  broken.paths = { requests: {} };
  expect((await new Validator().validate(broken)).valid).toBe(false);
});

test("it tells of what is asked as it is checked: paging, standing, the fields of a new report", async () => {
  const { document } = await served();
  const list = document.paths["/api/open311/v2/requests.json"] as {
    get: { parameters: { name: string; schema: object }[] };
    post: { requestBody: { content: Record<string, { schema: { properties: object } }> } };
  };
  expect(list.get.parameters.map(({ name }) => name)).toEqual([
    "jurisdiction_id",
    "lang",
    "service_request_id",
    "service_code",
    "start_date",
    "end_date",
    "status",
    "page",
    "page_size",
  ]);
  expect(list.get.parameters.find(({ name }) => name === "status")?.schema).toMatchObject({ type: "string", pattern: "^(open|closed)(,(open|closed))*$" });
  const { properties } = list.post.requestBody.content["application/x-www-form-urlencoded"]?.schema ?? { properties: {} };
  expect(properties).toMatchObject({ description: { type: "string", maxLength: 4_000 }, "attribute[hamlet]": { type: "string" } });
});

test("an address below /api that says nothing of itself is seen", () => {
  const silent = get("/api/silent", "anybody", async () => ({ kind: "data", status: 200, type: "text/plain", body: "" }));
  expect(() => openApiOf([silent], { title: "", version: "1", server: "http://localhost" })).toThrow("GET /api/silent says nothing of itself");
});
