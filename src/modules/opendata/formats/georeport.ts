import { z } from "zod";
import { type DataFormat, typeOf } from "../../../web/data.ts";
import type { DataAnswer } from "../../../web/route.ts";
import { type XmlTree, xmlOf } from "../../../web/xml.ts";

/*
 * What Open311 GeoReport v2 answers, as shapes: they are written into the description of the programs' face, and into JSON and XML as the
 * standard names the elements.
 */
export const serviceShape = z.object({
  service_code: z.string(),
  service_name: z.string(),
  description: z.string(),
  metadata: z.boolean(),
  type: z.literal("realtime"),
  keywords: z.string(),
  group: z.string(),
});
const attributeShape = z.object({
  variable: z.boolean(),
  code: z.string(),
  datatype: z.literal("singlevaluelist"),
  required: z.boolean(),
  datatype_description: z.string().nullable(),
  order: z.number().int(),
  description: z.string(),
  values: z.array(z.object({ key: z.string(), name: z.string() })),
});
export const definitionShape = z.object({ service_code: z.string(), attributes: z.array(attributeShape) });
export const requestShape = z.object({
  service_request_id: z.string(),
  status: z.enum(["open", "closed"]),
  status_notes: z.string(),
  service_name: z.string(),
  service_code: z.string(),
  description: z.string().nullable(),
  agency_responsible: z.string(),
  service_notice: z.string().nullable(),
  requested_datetime: z.string(),
  updated_datetime: z.string(),
  expected_datetime: z.string().nullable(),
  address: z.string().nullable(),
  address_id: z.string().nullable(),
  zipcode: z.string().nullable(),
  lat: z.number().nullable(),
  long: z.number().nullable(),
  media_url: z.string().nullable(),
});
export const takenShape = z.object({ service_request_id: z.string(), service_notice: z.string(), account_id: z.string().nullable() });
const endpointShape = z.object({ specification: z.string(), url: z.string(), changeset: z.string(), type: z.enum(["production", "test"]), formats: z.array(z.string()) });
export const discoveryShape = z.object({ changeset: z.string(), contact: z.string(), key_service: z.string(), endpoints: z.array(endpointShape) });

/** A list as a list in JSON, and in XML below one element. */
export function listAnswer(format: DataFormat, names: readonly [root: string, item: string], items: readonly object[], status = 200): DataAnswer {
  return answer(format, items, () => ({ [names[0]]: { [names[1]]: items.map(elementsOf) } }), status);
}

export function definitionAnswer(format: DataFormat, definition: z.infer<typeof definitionShape>): DataAnswer {
  const { service_code, attributes } = definition;
  return answer(format, definition, () => ({
    service_definition: { service_code, attributes: { attribute: attributes.map(({ values, ...plain }) => ({ ...elementsOf(plain), values: { value: values } })) } },
  }));
}

export function discoveryAnswer(format: DataFormat, discovery: z.infer<typeof discoveryShape>): DataAnswer {
  const { endpoints, ...plain } = discovery;
  return answer(format, discovery, () => ({
    discovery: { ...plain, endpoints: { endpoint: endpoints.map(({ formats, ...one }) => ({ ...one, formats: { format: formats } })) } },
  }));
}

function answer(format: DataFormat, value: unknown, tree: () => XmlTree, status = 200): DataAnswer {
  return { kind: "data", status, type: typeOf[format], body: format === "json" ? JSON.stringify(value) : xmlOf(tree()) };
}

/** Every field as an element; one without a value is there and empty, as the standard has it. */
function elementsOf(item: object): XmlTree {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, value === null ? "" : String(value)]));
}
