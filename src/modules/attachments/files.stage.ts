import { type PDFDict, PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";
import sharp from "sharp";
import type { Allowed } from "./check/check.ts";

/** What most papers allow. */
export const allowed: Allowed = { types: ["pdf", "jpeg", "png"], maxMegabytes: 5 };

/** A photo as a phone makes it: on its side, with place, owner and time beside it. */
export async function photo({ width = 640, height = 480 } = {}): Promise<Buffer> {
  return await sharp({ create: { width, height, channels: 3, background: "#a33" } })
    .withExif({
      IFD0: { Make: "Dien Thoai", Artist: "Nguoi Chup", Orientation: "6" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "21/1 22/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "106/1 31/1 0/1" },
    })
    .jpeg()
    .toBuffer();
}

/** A scan of so many pages; `change` may add to it what it should not have. */
export async function scanPdf({
  pages = 1,
  change = () => {},
  packed = false,
}: {
  readonly pages?: number;
  readonly change?: (pdf: PDFDocument) => void | Promise<void>;
  readonly packed?: boolean;
} = {}): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  for (let i = 0; i < pages; i++) pdf.addPage([595, 842]).drawText(`Trang ${i + 1}`.normalize("NFD").replace(/\p{M}/gu, ""));
  await change(pdf);
  return Buffer.from(await pdf.save({ useObjectStreams: packed }));
}

/** Lets a document do something when it is opened. */
export function onOpen(pdf: PDFDocument, kind: string, key: string): void {
  const action = pdf.context.obj({ Type: "Action", S: kind }) as PDFDict;
  action.set(PDFName.of(key), PDFString.of("app.alert(1)"));
  pdf.catalog.set(PDFName.of("OpenAction"), pdf.context.register(action));
}

/** A picture of a few hundred bytes that says it has as many dots as a wall: width and height of a real one, written over. */
export async function hugePicture(): Promise<Buffer> {
  const bytes = await sharp({ create: { width: 16, height: 16, channels: 3, background: "#000" } })
    .png()
    .toBuffer();
  bytes.writeUInt32BE(60_000, 16);
  bytes.writeUInt32BE(60_000, 20);
  // The header's checksum would give it away before its size does.
  bytes.writeUInt32BE(crc(bytes.subarray(12, 29)), 29);
  return bytes;
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
