import { unzipFiles } from "../../src/platform/zip.ts";
import type { Told } from "./desk.ts";

/** A reference as it stands in an address, and in groups of four for people to read. */
const inAddresses = /(?<![0-9A-Z])[34679CDFGHJKMNPQRTWXY]{16}(?![0-9A-Z])/g;
const forPeople = /(?<![0-9A-Z-])[34679CDFGHJKMNPQRTWXY]{4}(?:-[34679CDFGHJKMNPQRTWXY]{4}){3}(?![0-9A-Z-])/g;

/** What an answer says, without what differs from one moment to the next: references made just now, and when a workbook was written. */
export function sayingOf({ status, headers, body, type }: Told, known: ReadonlySet<string>): string {
  const said = [status, headers, type, textOf(body, type)].join("\n");
  const plain = said.replace(inAddresses, (found) => (known.has(found) ? found : "(new)")).replace(forPeople, (found) => (known.has(found.replaceAll("-", "")) ? found : "(new)"));
  // The square code of a receipt made just now is that reference once more.
  return plain.includes("(new)") ? plain.replace(/crispEdges" d="[^"]*"/g, 'crispEdges" d="(new)"') : plain;
}

function textOf(body: Buffer, type: string): string {
  if (!/openxmlformats|zip/.test(type)) return body.toString("latin1");
  const unzipped = unzipFiles(body, { files: 200, bytes: 50_000_000 });
  if (!unzipped.ok) return "no archive";
  return unzipped.files
    .filter(({ name }) => name !== "core.xml")
    .map(({ name, bytes }) => `${name}\n${Buffer.from(bytes).toString("latin1")}`)
    .sort()
    .join("\n");
}
