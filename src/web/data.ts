import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Bilingual } from "../base/lang.ts";
import type { Trouble } from "./answer.ts";
import type { DataAnswer } from "./route.ts";
import { problemTexts } from "./texts.ts";
import { xmlOf } from "./xml.ts";

/** Where programs ask: all below is answered as data, troubles too. */
export const apiRoot = "/api/";

export type DataFormat = "json" | "xml";

export const typeOf = { json: "application/json; charset=utf-8", xml: "text/xml; charset=utf-8" } as const;

/** The format that an address ends in; JSON for any other. */
export function formatOf(url: string): DataFormat {
  return url.replace(/\?.*$/s, "").endsWith(".xml") ? "xml" : "json";
}

/** What a program is told when something is wrong, as Open311 GeoReport v2 writes it: a list of codes with descriptions. */
export function troubleData(status: number, said: readonly Bilingual[], format: DataFormat): DataAnswer {
  const errors = said.map(({ vi, en }) => ({ code: status, description: `${vi} / ${en}` }));
  const body = format === "json" ? JSON.stringify(errors) : xmlOf({ errors: { error: errors.map(({ code, description }) => ({ code: String(code), description })) } });
  return { kind: "data", status, type: typeOf[format], body };
}

/** A trouble of the house for a program. */
export function troubleAsData({ problem, reference }: Trouble, url: string): DataAnswer {
  const { vi, en } = problemTexts[problem?.code ?? "bug"];
  const mark = problem === null ? ` (${reference})` : "";
  return troubleData(problem?.status ?? 500, [{ vi: `${vi.title}${mark}`, en: `${en.title}${mark}` }], formatOf(url));
}

/**
 * Sends data that anybody may read from any site. It carries a mark of what it says: whoever has it already is told so and nothing more. The
 * mark is a weak one, because the same text may leave packed or not.
 */
export function sendData(request: FastifyRequest, reply: FastifyReply, { status, type, body }: DataAnswer): FastifyReply {
  reply.headers({
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "cross-origin",
    "access-control-allow-origin": "*",
  });
  if (status !== 200) return reply.status(status).type(type).send(body);
  const etag = `W/"${createHash("sha256").update(body).digest("base64url")}"`;
  reply.headers({ etag, "cache-control": "public, no-cache" });
  return knows(request.headers["if-none-match"], etag) ? reply.status(304).send() : reply.status(200).type(type).send(body);
}

function knows(given: string | undefined, etag: string): boolean {
  if (given === undefined) return false;
  return given.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === etag.replace(/^W\//, ""));
}
