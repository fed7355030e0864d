import { z } from "zod";
import { apiGet } from "../../../web/api.ts";
import { typeOf } from "../../../web/data.ts";
import { openApiOf } from "../../../web/openapi.ts";
import type { Route } from "../../../web/route.ts";
import { paths } from "../paths.ts";

const answer = { says: "This document.", type: "application/json", schema: z.looseObject({ openapi: z.string() }) };

/** The address that describes all others of this server below /api, and itself. */
export const descriptionRoutes: readonly Route[] = [
  apiGet(
    paths.description(),
    { summary: "Everything that programs may ask, as OpenAPI 3.1", answer },
    async ({ tx, routes }) => {
      const document = openApiOf(routes, { title: "Gần Dân", version: "1.0.0", server: tx.house.publicUrl });
      return { kind: "data", status: 200, type: typeOf.json, body: JSON.stringify(document) };
    },
    { perMinute: 60 },
  ),
];
