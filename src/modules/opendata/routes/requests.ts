import { z } from "zod";
import { formatOffset } from "../../../base/day/offset.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { apiGet, apiPost } from "../../../web/api.ts";
import type { DataFormat } from "../../../web/data.ts";
import type { PublicRequest } from "../../../web/public-sources.ts";
import type { DataAnswer, Route } from "../../../web/route.ts";
import { listAnswer, requestShape, takenShape } from "../formats/georeport.ts";
import { findRequest, requestsOf, servicesOf } from "../gather.ts";
import { requestTexts as t } from "../texts.ts";
import { hamletName, type Where } from "../where.ts";
import { type Asking, askedOf, mostAtOnce, requestQuery } from "./asking.ts";
import { anywhere, atJurisdiction, formats, mimeOf, refused } from "./jurisdiction.ts";
import { requestBody, takeIn } from "./taking.ts";

const list = ["service_requests", "request"] as const;

/** Open311: reports of public kinds, and a new one. */
export const requestRoutes: readonly Route[] = formats.flatMap((format) => [
  apiGet(
    `/api/open311/v2/requests.${format}` as const,
    {
      summary: "GeoReport v2: public reports",
      query: requestQuery,
      answer: { says: "Requests, the latest first.", type: mimeOf[format], schema: z.array(requestShape) },
      refusals: { 404: "No such post here." },
    },
    ({ tx, query }) => atJurisdiction(tx, query, format, (where, lang) => answerList(tx, { asking: askedOf(query, tx.now), where, lang, format })),
    { perMinute: 120 },
  ),
  apiGet(
    `/api/open311/v2/requests/:id.${format}` as const,
    {
      summary: "GeoReport v2: one public report",
      query: z.object(anywhere),
      answer: { says: "The request, in a list of one.", type: mimeOf[format], schema: z.array(requestShape) },
      refusals: { 404: "No such post or no such public request." },
    },
    ({ tx, query, params }) =>
      atJurisdiction(tx, query, format, async (where, lang) => {
        const found = await findRequest(tx, where.place, params.id);
        return found ? listAnswer(format, list, [requestOf(tx, found, where, lang)]) : refused(404, t.noRequest, format);
      }),
    { perMinute: 120 },
  ),
  apiPost(
    `/api/open311/v2/requests.${format}` as const,
    {
      summary: "GeoReport v2: a new report of a public kind; needs a key",
      query: z.object(anywhere),
      body: requestBody,
      answer: { says: "The name of the new request, and the receipt for whoever reported.", type: mimeOf[format], schema: z.array(takenShape) },
      status: 201,
      refusals: { 403: "The key is missing or not valid.", 404: "No such post or no such service." },
    },
    // Programs name the post in the form or in the address; of two posts neither is taken for the one that is meant.
    async ({ tx, query, body }) => {
      const { lang = query.lang } = body;
      const jurisdiction_id = body.jurisdiction_id || query.jurisdiction_id;
      if (query.jurisdiction_id && query.jurisdiction_id !== jurisdiction_id) return refused(400, t.twoJurisdictions, format);
      return await atJurisdiction(tx, { jurisdiction_id, lang }, format, (where, said) => takeIn(tx, { body, where, lang: said, format }));
    },
    { perMinute: 60, anonymous: "writing" },
  ),
]);

type Answering = { readonly asking: Asking; readonly where: Where; readonly lang: Lang; readonly format: DataFormat };

async function answerList(tx: Tx, { asking, where, lang, format }: Answering): Promise<DataAnswer> {
  if (asking.kind === "refused") return refused(400, asking.said, format);
  const found = asking.kind === "named" ? await findEach(tx, where, asking.ids) : await findPage(tx, where, asking);
  return listAnswer(
    format,
    list,
    found.map((one) => requestOf(tx, one, where, lang)),
  );
}

async function findEach(tx: Tx, { place }: Where, ids: readonly string[]): Promise<readonly PublicRequest[]> {
  const found: PublicRequest[] = [];
  for (const id of ids) {
    const one = await findRequest(tx, place, id);
    if (one) found.push(one);
  }
  return found;
}

async function findPage(tx: Tx, { place }: Where, asking: Extract<Asking, { kind: "filtered" }>): Promise<readonly PublicRequest[]> {
  const { services, open, from, to, page, size } = asking;
  const known = servicesOf(tx).map(({ id }) => id);
  const filter = { services: services ?? known, open, from, to, limit: Math.min(page * size, mostAtOnce) };
  return (await requestsOf(tx, place, filter)).slice((page - 1) * size);
}

function requestOf(tx: Tx, request: PublicRequest, where: Where, lang: Lang): z.infer<typeof requestShape> {
  const { id, service, open, standing, description, hamlet, address, requestedAt, updatedAt, expectedAt, position } = request;
  return {
    service_request_id: id,
    status: open ? "open" : "closed",
    status_notes: standing[lang],
    service_name: servicesOf(tx).find((one) => one.id === service)?.name[lang] ?? service,
    service_code: service,
    description,
    agency_responsible: where.name,
    service_notice: null,
    requested_datetime: formatOffset(requestedAt),
    updated_datetime: formatOffset(updatedAt),
    expected_datetime: expectedAt && formatOffset(expectedAt),
    address: [address, hamletName(where, hamlet)].filter((part) => part !== null).join(", ") || null,
    address_id: null,
    zipcode: null,
    lat: position?.lat ?? null,
    long: position?.long ?? null,
    media_url: null,
  };
}
