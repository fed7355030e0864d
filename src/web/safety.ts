import type { FastifyReply, FastifyRequest } from "fastify";
import type { House } from "../kernel/house.ts";
import { Problem } from "../kernel/problem.ts";
import { assetsBase, workers } from "./look/assets.ts";

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
].join("; ");

/** Headers of every answer. Pages are never kept by a browser or a proxy: they show what only their holder may see. */
export function setSafetyHeaders(house: House) {
  const secure = house.publicUrl.startsWith("https:");
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    reply.headers({
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "x-frame-options": "SAMEORIGIN",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": "camera=(self), geolocation=(), microphone=()",
      ...(secure ? { "strict-transport-security": "max-age=31536000" } : {}),
      ...(request.url.startsWith("/tai-san/") ? {} : { "cache-control": "no-store" }),
      // A built worker may speak for addresses of the house that do not lie below its own.
      ...(workers.some((name) => request.url.split("?")[0] === `${assetsBase}${name}.js`) ? { "service-worker-allowed": "/" } : {}),
    });
  };
}

/**
 * A change must come from a page of ours. Browsers say where a request comes from; those too old to say it are asked for the
 * Origin of their form, and what says neither did not come from a page.
 *
 * @throws Problem("notPermitted")
 */
export async function refuseCrossSite(request: FastifyRequest): Promise<void> {
  if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return;
  const site = request.headers["sec-fetch-site"];
  if (site === "same-origin") return;
  const { origin } = request.headers;
  if (site === undefined && (origin === undefined || URL.parse(origin)?.host === request.host)) return;
  throw new Problem("notPermitted", { why: "crossSite" });
}
