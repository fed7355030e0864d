import { z } from "zod";
import { choice, type Parsed, parseForm } from "../../web/form.ts";
import { texts } from "./texts.ts";

/** The post chosen, by the official code of its commune. */
export function parsePost(body: unknown, codes: readonly string[]): Parsed<{ post: string }> {
  return parseForm(z.object({ post: choice(codes, texts.choosePost) }), body);
}
