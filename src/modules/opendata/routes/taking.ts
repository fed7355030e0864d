import { z } from "zod";
import type { Lang } from "../../../base/lang.ts";
import { showReference } from "../../../kernel/reference.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { DataFormat } from "../../../web/data.ts";
import { optionalPhone } from "../../../web/form.ts";
import type { NewRequest, Position } from "../../../web/public-sources.ts";
import type { DataAnswer } from "../../../web/route.ts";
import { listAnswer } from "../formats/georeport.ts";
import { sourceOf } from "../gather.ts";
import { useKey } from "../keys.ts";
import { requestTexts as t } from "../texts.ts";
import type { Where } from "../where.ts";
import { anywhere, refused } from "./jurisdiction.ts";

const degrees = (most: number) =>
  z
    .string()
    .regex(/^(-?\d{1,3}(\.\d{1,12})?)?$/)
    .transform((text) => (text === "" ? null : Number(text)))
    .refine((value) => value === null || Math.abs(value) <= most);

/** What POST requests takes. What the standard knows besides (device_id, account_id, media_url) is let go and never kept. */
export const requestBody = z.object({
  ...anywhere,
  api_key: z.string().max(200).optional(),
  service_code: z.string().max(100).optional().describe("Needed."),
  description: z.string().max(4_000).optional().describe("Needed. Who it is about belongs here as little as a name."),
  lat: degrees(90).optional().describe("With long; or address_string."),
  long: degrees(180).optional(),
  address_string: z.string().max(300).optional(),
  "attribute[hamlet]": z.string().max(40).optional().describe("Code of a hamlet, from the definition of the service."),
  first_name: z.string().max(100).optional(),
  last_name: z.string().max(100).optional(),
  phone: optionalPhone(),
  email: z.union([z.literal(""), z.email().max(200)]).optional(),
});
type Body = z.output<typeof requestBody>;
type Given = { readonly body: Body; readonly where: Where; readonly lang: Lang; readonly format: DataFormat };

/** Takes a report in through the door, for whoever has a key. */
export async function takeIn(tx: Tx, { body, where, lang, format }: Given): Promise<DataAnswer> {
  const key = body.api_key ? await useKey(tx, body.api_key) : "unknown";
  if (key === "unknown") return refused(403, t.noKey, format);
  if (key === "spent") return refused(429, t.spentKey, format);
  if (!body.service_code) return refused(400, t.noService, format);
  const source = sourceOf(tx, body.service_code);
  if (!source) return refused(404, t.unknownService, format);
  const position = positionOf(body);
  if (!position && !body.address_string) return refused(400, t.noPlace, format);
  if (!body.description) return refused(400, t.noWords, format);
  const asked = body["attribute[hamlet]"];
  const hamlet = where.hamlets.find(({ code }) => code === asked);
  if (asked && !hamlet) return refused(400, t.badHamlet, format);
  const given = { service: body.service_code, description: body.description, hamlet: hamlet?.id ?? null, address: body.address_string || null, position, who: whoOf(body) };
  const { id, receipt } = await source.open(tx, where.place, given);
  return listAnswer(format, ["service_requests", "request"], [{ service_request_id: id, service_notice: t.receipt[lang](showReference(receipt)), account_id: null }], 201);
}

function positionOf({ lat, long }: Body): Position | null {
  return lat == null || long == null ? null : { lat, long };
}

/** Vietnamese names begin with the family's. Null when nothing was told. */
function whoOf({ first_name, last_name, phone, email }: Body): NewRequest["who"] {
  const fullName = [last_name, first_name].filter(Boolean).join(" ") || null;
  return fullName || phone || email ? { fullName, phone, email: email || null } : null;
}
