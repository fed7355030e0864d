import { deflateSync } from "node:zlib";
import { PDFName } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { eicar, startFakeClamd } from "../../../platform/clamd.stage.ts";
import { openScanner } from "../../../platform/clamd.ts";
import { allowed, hugePicture, onOpen, photo, scanPdf } from "../files.stage.ts";
import { checkFile } from "./check.ts";

const told = async (bytes: Uint8Array, rule = allowed): Promise<string> => {
  const answer = await checkFile(bytes, rule, null).catch((error: Error) => error);
  if (!(answer instanceof Error)) return "taken";
  expect(answer.name).toBe("FileFault");
  return answer.message;
};

test("a photo is drawn anew: upright, and without the place where it was taken", async () => {
  const bytes = await photo();
  const before = await sharp(bytes).metadata();
  expect(before.exif?.length).toBeGreaterThan(100);
  expect(bytes.includes("Nguoi Chup")).toBe(true);
  const file = await checkFile(bytes, allowed, null);
  const after = await sharp(file.bytes).metadata();
  expect(after).toMatchObject({ format: "jpeg", width: before.orientation === 6 ? 480 : 640 });
  expect([after.exif, after.icc, after.iptc, after.xmp, after.orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect(file.bytes.includes("Nguoi Chup")).toBe(false);
  expect(file).toMatchObject({ mediaType: "image/jpeg", pages: null, scan: "notScanned" });
});

test("what hangs behind a picture is gone, and a large one is made smaller", async () => {
  const polyglot = Buffer.concat([await photo(), Buffer.from("<script>alert(1)</script>PK\u0003\u0004")]);
  expect((await checkFile(polyglot, allowed, null)).bytes.includes("<script>")).toBe(false);
  const large = await checkFile(await photo({ width: 6_000, height: 4_000 }), allowed, null);
  const { width = 0, height = 0 } = await sharp(large.bytes).metadata();
  expect(Math.max(width, height)).toBe(3_000);
});

test("a scanned PDF stays as it came, byte for byte, and its pages are counted", async () => {
  const bytes = await scanPdf({ pages: 3, packed: true });
  const file = await checkFile(bytes, allowed, null);
  expect(file).toMatchObject({ mediaType: "application/pdf", pages: 3 });
  expect(file.bytes.equals(bytes)).toBe(true);
});

test("nothing but the kinds that the paper allows is taken, whatever a file is called", async () => {
  const executable = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(300)]);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  for (const bytes of [executable, svg, Buffer.from("<html><script>alert(1)</script></html>"), Buffer.from("PK\u0003\u0004".padEnd(100))])
    expect(await told(bytes)).toContain("Only PDF, JPEG, PNG is taken");
  expect(await told(await photo(), { types: ["pdf"], maxMegabytes: 5 })).toContain("Only PDF is taken");
  expect(await told(Buffer.alloc(0))).toContain("empty");
  expect(await told(Buffer.alloc(5 * 1024 * 1024 + 1, 1))).toContain("heavier than 5 MB");
});

test("a picture that is cut off, damaged or claims to be a wall is not drawn", async () => {
  const whole = await photo();
  expect(await told(whole.subarray(0, whole.length / 2))).toContain("damaged or only half");
  expect(await told(whole.subarray(0, 20))).toContain("damaged or only half");
  expect(await told(await hugePicture())).toContain("too many pixels");
});

test.each([
  ["runs a script when it is opened", (pdf: Parameters<typeof onOpen>[0]) => onOpen(pdf, "JavaScript", "JS")],
  ["starts a program", (pdf: Parameters<typeof onOpen>[0]) => onOpen(pdf, "Launch", "F")],
  ["sends a form", (pdf: Parameters<typeof onOpen>[0]) => onOpen(pdf, "SubmitForm", "F")],
  ["has a script under an odd kind", (pdf: Parameters<typeof onOpen>[0]) => onOpen(pdf, "GoTo", "JS")],
  ["acts when a page is turned", (pdf: Parameters<typeof onOpen>[0]) => pdf.getPage(0).node.set(PDFName.of("AA"), pdf.context.obj({}))],
  ["holds a form that is a programme", (pdf: Parameters<typeof onOpen>[0]) => pdf.catalog.set(PDFName.of("AcroForm"), pdf.context.obj({ XFA: [] }))],
  ["hides another file", async (pdf: Parameters<typeof onOpen>[0]) => await pdf.attach(Buffer.from("MZ"), "a.exe", { mimeType: "application/octet-stream" })],
])("a PDF that %s is refused, its objects packed or not", async (_what, change) => {
  for (const packed of [false, true]) expect(await told(await scanPdf({ change, packed }))).toContain("runs commands or hides other files");
});

test("a name spelt with numbers hides nothing", async () => {
  const plain = (await scanPdf({ change: (pdf) => onOpen(pdf, "JavaScript", "JS") })).toString("latin1");
  expect(await told(Buffer.from(plain.replaceAll("/JavaScript", "/J#61va#53cript"), "latin1"))).toContain("runs commands or hides other files");
});

test("a PDF that is something else as well, is locked, is too long, is cut off or unpacks to a mountain is refused", async () => {
  const pdf = await scanPdf();
  expect(await told(Buffer.concat([pdf, Buffer.from("<html><script>alert(1)</script>")]))).toContain("a PDF and something else");
  expect(await told(Buffer.from(pdf.toString("latin1").replace("\n", "\n%<script>alert(1)</script>\n"), "latin1"))).toContain("a PDF and something else");
  expect(await told(Buffer.concat([Buffer.from("<html>"), pdf]))).not.toBe("taken");
  const encrypted = await scanPdf({
    change: (one) => {
      one.context.trailerInfo.Encrypt = one.context.register(one.context.obj({ Filter: "Standard", V: 1, R: 2, P: -4 }));
    },
  });
  expect(await told(encrypted)).toContain("locked by a password");
  expect(await told(await scanPdf({ pages: 51 }))).toContain("more than 50 pages");
  expect(await told(pdf.subarray(0, pdf.length / 2))).not.toBe("taken");
  expect(await told(Buffer.from("%PDF-1.7\n%%EOF"))).toContain("damaged");
  const bomb = deflateSync(Buffer.alloc(80 * 1024 * 1024));
  const stuffed = Buffer.concat([
    pdf.subarray(0, pdf.lastIndexOf("xref")),
    Buffer.from(`99 0 obj\n<</Filter/FlateDecode/Length ${bomb.length}>>\nstream\n`),
    bomb,
    Buffer.from("\nendstream\nendobj\n"),
    pdf.subarray(pdf.lastIndexOf("xref")),
  ]);
  expect(await told(stuffed)).toContain("damaged");
});

test("where there is a scanner nothing passes it unscanned", async () => {
  const fake = await startFakeClamd();
  const scanner = openScanner(fake.address, { patienceMs: 2_000 });
  const infected = Buffer.concat([await photo(), eicar]);
  expect(await checkFile(await photo(), allowed, scanner)).toMatchObject({ scan: "clean" });
  await expect(checkFile(infected, allowed, scanner)).rejects.toThrow("malicious code (Eicar-Test-Signature)");
  await fake.close();
  await expect(checkFile(await photo(), allowed, scanner)).rejects.toMatchObject({ passing: true, shown: { vi: expect.stringContaining("Chưa quét được vi-rút") } });
});
