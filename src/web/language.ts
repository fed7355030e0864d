import type { FastifyRequest } from "fastify";
import { type Lang, langs } from "../base/lang.ts";

/** The cookie that remembers the language. */
export const languageCookie = "ngon-ngu";

/** Vietnamese unless the reader chose otherwise. */
export function langOf(request: FastifyRequest): Lang {
  return langs.find((lang) => lang === request.cookies?.[languageCookie]) ?? "vi";
}
