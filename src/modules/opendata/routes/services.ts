import { z } from "zod";
import type { Lang } from "../../../base/lang.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { apiGet } from "../../../web/api.ts";
import type { Route } from "../../../web/route.ts";
import { definitionAnswer, definitionShape, discoveryAnswer, discoveryShape, listAnswer, serviceShape } from "../formats/georeport.ts";
import { servicesOf } from "../gather.ts";
import type { PublicService } from "../law.ts";
import { paths } from "../paths.ts";
import { requestTexts as t } from "../texts.ts";
import type { Where } from "../where.ts";
import { anywhere, atJurisdiction, formats, mimeOf, refused } from "./jurisdiction.ts";

const perMinute = 120;
const query = z.object(anywhere);
/** When this face last changed. */
const changeset = "2026-11-28T00:00:00+07:00";
const specification = "http://wiki.open311.org/GeoReport_v2";

/** Open311: where to begin, and what may be reported. */
export const serviceRoutes: readonly Route[] = formats.flatMap((format) => [
  apiGet(
    `/api/open311/discovery.${format}` as const,
    { summary: "Open311 discovery", answer: { says: "Endpoints of Open311 here.", type: mimeOf[format], schema: discoveryShape } },
    async ({ tx }) => discoveryAnswer(format, discoveryOf(tx)),
    { perMinute },
  ),
  apiGet(
    `/api/open311/v2/services.${format}` as const,
    {
      summary: "GeoReport v2: kinds of report that are public",
      query,
      answer: { says: "Services.", type: mimeOf[format], schema: z.array(serviceShape) },
      refusals: { 404: "No such post here." },
    },
    ({ tx, query: asked }) =>
      atJurisdiction(tx, asked, format, async (_where, lang) =>
        listAnswer(
          format,
          ["services", "service"],
          servicesOf(tx).map((one) => serviceOf(one, lang)),
        ),
      ),
    { perMinute },
  ),
  apiGet(
    `/api/open311/v2/services/:code.${format}` as const,
    {
      summary: "GeoReport v2: what a service asks",
      query,
      answer: { says: "Definition of the service.", type: mimeOf[format], schema: definitionShape },
      refusals: { 404: "No such post or no such service." },
    },
    ({ tx, query: asked, params }) =>
      atJurisdiction(tx, asked, format, async (where, lang) => {
        const known = servicesOf(tx).find(({ id }) => id === params.code);
        return known ? definitionAnswer(format, definitionOf(known, where, lang)) : refused(404, t.unknownService, format);
      }),
    { perMinute },
  ),
]);

function discoveryOf(tx: Tx): z.infer<typeof discoveryShape> {
  const { publicUrl, demo, postProfiles, homePost } = tx.house;
  const type = demo ? "test" : "production";
  const page = `${publicUrl}${paths.page()}`;
  const phone = postProfiles.get(homePost)?.phone;
  const endpoint = { specification, url: `${publicUrl}${paths.geoReport()}`, changeset, type, formats: ["text/xml", "application/json"] } as const;
  return { changeset, contact: phone ? `${page} (${phone})` : page, key_service: page, endpoints: [{ ...endpoint, formats: [...endpoint.formats] }] };
}

function serviceOf({ id, name, description, group, keywords }: PublicService, lang: Lang): z.infer<typeof serviceShape> {
  return { service_code: id, service_name: name[lang], description: description[lang], metadata: true, type: "realtime", keywords: keywords.join(","), group: group[lang] };
}

/** Every service asks the same, and it may be left out: in which hamlet. */
function definitionOf({ id }: PublicService, { hamlets }: Where, lang: Lang): z.infer<typeof definitionShape> {
  const values = hamlets.map(({ code, name }) => ({ key: code, name }));
  const hamlet = {
    variable: true,
    code: "hamlet",
    datatype: "singlevaluelist",
    required: false,
    datatype_description: null,
    order: 1,
    description: t.hamlet[lang],
    values,
  } as const;
  return { service_code: id, attributes: [{ ...hamlet, values }] };
}
