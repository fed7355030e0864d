import { z } from "zod";
import { optionalEmail, type Parsed, parseForm, refuse, say } from "../../web/form.ts";
import { tellingTexts } from "./texts/resident.ts";

/** What a browser tells of itself: an address, and two keys of fixed length. */
const device = z.object({
  endpoint: z.url({ protocol: /^https?$/ }).max(1_000),
  p256dh: z.string().regex(/^[\w-]{87}=?$/),
  auth: z.string().regex(/^[\w-]{22}(==)?$/),
});
export type Device = z.infer<typeof device>;

/** Null when it was not sent by our script. */
export function parseDevice(body: unknown): Device | null {
  const parsed = parseForm(device, body);
  return parsed.ok ? parsed.value : null;
}

const byEmail = z.object({
  email: optionalEmail()
    .refine((value) => value !== null, say(tellingTexts.emailMissing))
    .transform((value) => value ?? ""),
});

export const parseByEmail = (body: unknown): Parsed<{ email: string }> => parseForm(byEmail, body);

/** An address that was typed rightly and that we will not write to now. */
export const refuseEmail = (body: unknown, why: "tooMany" | "tooManyPlaces") => refuse(body, { email: tellingTexts[why] });
