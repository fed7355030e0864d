import { z } from "zod";
import type { Bilingual } from "../base/lang.ts";
import { formatOf, troubleData } from "./data.ts";
import { type FieldErrors, parseForm } from "./form.ts";
import { type Answer, type Asked, type DataAnswer, get, post, type Route } from "./route.ts";

/** One answer of an address, as its description tells it. */
export type ApiAnswer = { readonly says: string; readonly type: string; readonly schema?: z.ZodType };

/** What is written of an address below /api. The shapes are those that check what is asked. */
export type ApiFacts = {
  readonly summary: string;
  readonly query: z.ZodObject;
  readonly body: z.ZodObject | null;
  readonly answers: { readonly [status: number]: ApiAnswer };
};

/** The errors of the standard, in every format. */
export const troubleShape = z.array(z.object({ code: z.number().int(), description: z.string() }));

type Spec<Query extends z.ZodObject, Body extends z.ZodObject> = {
  readonly summary: string;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: ApiAnswer;
  /** Status of a success; 200 unless given. */
  readonly status?: number;
  readonly refusals?: { readonly [status: number]: string };
};

type Checked<Url extends string, Query extends z.ZodObject, Body extends z.ZodObject> = Omit<Asked<Url>, "query" | "body"> & {
  readonly query: z.output<Query>;
  readonly body: z.output<Body>;
};
type Limits = { readonly perMinute: number; readonly anonymous?: "reading" | "writing" };

/** An address that programs read. Its query is checked before the handler sees it. */
export function apiGet<const Url extends string, Query extends z.ZodObject>(
  url: Url,
  spec: Spec<Query, z.ZodObject>,
  handle: (asked: Checked<Url, Query, z.ZodObject>) => Promise<Answer>,
  limits: Limits,
): Route {
  return get(url, "anybody", checked(url, spec, handle), { ...limits, api: factsOf(url, spec) });
}

/** An address that programs send something to, as a form. */
export function apiPost<const Url extends string, Query extends z.ZodObject, Body extends z.ZodObject>(
  url: Url,
  spec: Spec<Query, Body>,
  handle: (asked: Checked<Url, Query, Body>) => Promise<Answer>,
  limits: Limits,
): Route {
  return post(url, "anybody", checked(url, spec, handle), { ...limits, api: factsOf(url, spec) });
}

const nothing = z.object({});

function checked<Url extends string, Query extends z.ZodObject, Body extends z.ZodObject>(
  url: Url,
  { query, body }: Spec<Query, Body>,
  handle: (asked: Checked<Url, Query, Body>) => Promise<Answer>,
): (asked: Asked<Url>) => Promise<Answer> {
  return async (asked) => {
    const asks = parseForm(query ?? nothing, asked.query);
    if (!asks.ok) return malformed(url, asks.errors);
    const sent = parseForm(body ?? nothing, asked.body);
    if (!sent.ok) return malformed(url, sent.errors);
    return await handle({ ...asked, query: asks.value as z.output<Query>, body: sent.value as z.output<Body> });
  };
}

/** What is not understood, each with the name of its field. */
function malformed(url: string, errors: FieldErrors): DataAnswer {
  const said = Object.entries(errors).map(([field, { vi, en }]): Bilingual => ({ vi: `${field}: ${vi}`, en: `${field}: ${en}` }));
  return troubleData(400, said, formatOf(url));
}

function factsOf(url: string, { summary, query, body, answer, status = 200, refusals = {} }: Spec<z.ZodObject, z.ZodObject>): ApiFacts {
  const type = formatOf(url) === "xml" ? "text/xml" : "application/json";
  const refused = Object.entries({ 400: "Something that was asked or sent is not understood.", ...refusals, 429: "Asked too often; try again later." });
  const answers = Object.fromEntries(refused.map(([code, says]): [string, ApiAnswer] => [code, { says, type, ...(type === "text/xml" ? {} : { schema: troubleShape }) }]));
  return { summary, query: query ?? nothing, body: body ?? null, answers: { ...answers, [status]: answer } };
}
