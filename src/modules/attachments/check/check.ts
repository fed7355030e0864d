import { fileTypeFromBuffer } from "file-type";
import type { Scanner } from "../../../platform/clamd.ts";
import { texts } from "../texts.ts";
import { FileFault, fault } from "./faults.ts";
import { checkPdf } from "./pdf.ts";
import { drawAnew } from "./picture.ts";

/** What a paper of the law allows as a file. */
export type Allowed = { readonly types: readonly ("pdf" | "jpeg" | "png")[]; readonly maxMegabytes: number };

/** A file as it may be kept. */
export type CheckedFile = { readonly bytes: Buffer; readonly mediaType: MediaType; readonly pages: number | null; readonly scan: "clean" | "notScanned" };

const mediaTypes = { pdf: "application/pdf", jpeg: "image/jpeg", png: "image/png" } as const;
export type MediaType = (typeof mediaTypes)[keyof typeof mediaTypes];
const endings: Readonly<Record<MediaType, string>> = { "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png" };

/** What officers and residents may add to show how something was. */
export const evidence: Allowed = { types: ["pdf", "jpeg", "png"], maxMegabytes: 10 };

/** A picture taken on the spot. */
export const photo: Allowed = { types: ["jpeg", "png"], maxMegabytes: 8 };

/** How the name of a file of this kind ends, without the dot. */
export const endingOf = (mediaType: MediaType): string => endings[mediaType];

/** What is allowed as the `accept` of a field, each kind once. */
export const acceptOf = (...allowed: readonly Pick<Allowed, "types">[]): string => [...new Set(allowed.flatMap(({ types }) => types.map((type) => mediaTypes[type])))].join(",");

/** What the kinds are called, for people. */
export const kindsOf = ({ types }: Allowed): string => types.map((type) => type.toUpperCase()).join(", ");

/**
 * Looks at a file that somebody brought, by its content alone: size, kind, viruses, then what its kind can hide.
 *
 * @param scanner null where none is set up; the file then says that nobody scanned it
 * @throws FileFault with the sentence for whoever brought it
 */
export async function checkFile(bytes: Uint8Array, allowed: Allowed, scanner: Scanner | null): Promise<CheckedFile> {
  if (bytes.length === 0) throw fault("empty");
  if (bytes.length > allowed.maxMegabytes * 1024 * 1024) throw new FileFault(texts.tooHeavy(allowed.maxMegabytes));
  const sniffed = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const kind = allowed.types.find((type) => mediaTypes[type] === sniffed?.mime);
  if (kind === undefined) throw new FileFault(texts.wrongKind(kindsOf(allowed)));
  const scan = await scanned(bytes, scanner);
  if (kind === "pdf") return { bytes: Buffer.from(bytes), mediaType: mediaTypes.pdf, pages: await checkPdf(bytes), scan };
  return { bytes: await drawAnew(bytes, kind), mediaType: mediaTypes[kind], pages: null, scan };
}

async function scanned(bytes: Uint8Array, scanner: Scanner | null): Promise<CheckedFile["scan"]> {
  if (scanner === null) return "notScanned";
  const found = await scanner.scan(bytes);
  if (found.kind === "clean") return "clean";
  if (found.kind === "infected") throw new FileFault(texts.infected(found.name));
  if (found.kind === "tooLarge") throw fault("scannerTooLarge");
  throw new FileFault(texts.faults.scannerUnreachable, { passing: true });
}
