import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDemoAnchor, openDemoSigner } from "../../src/platform/signature/demo-signer.ts";
import { type SignatureNote, signPdf } from "../../src/platform/signature/sign.ts";
import type { Signer } from "../../src/platform/signature/signer.ts";
import { startTypesetter } from "../../src/platform/typst/typesetter.ts";

export const chief = { organisation: "Công an xã Bắc Lũng", commonName: "Nguyễn Thị Hoài Ước" };
export const note: SignatureNote = { name: chief.commonName, reason: "Xác nhận (cư trú) /ByteRange [0 1 2 3]", location: "Bắc Lũng", at: new Date("2026-02-05T09:30:15Z") };

/** A paper that is hard to sign well, unsigned and signed, with the one who signed and whom to trust. */
export type SignedPaper = {
  readonly folder: string;
  readonly paper: Uint8Array;
  readonly signed: Uint8Array;
  readonly signer: Signer;
  readonly trusted: readonly Uint8Array[];
  remove(): Promise<void>;
};

export async function makeSignedPaper(): Promise<SignedPaper> {
  const folder = await mkdtemp(join(tmpdir(), "gan-dan-signature-"));
  await mkdir(join(folder, "src"));
  // A title full of PDF words, a link (so that the page has annotations already) and two pages.
  await writeFile(
    join(folder, "src", "paper.typ"),
    `#set document(title: "/AcroForm 1 0 R /ByteRange [0 1 2 3] 9 0 obj << trailer startxref", date: datetime(year: 2026, month: 2, day: 5))
    #set text(font: "Tinos", fallback: false)
    Giấy số 1, xem #link("https://gandan.example.vn") #pagebreak() trang hai`,
  );
  const typesetter = startTypesetter({ root: folder });
  const paper = await typesetter.typeset("src/paper.typ", null);
  await typesetter.close();
  const signer = await openDemoSigner(join(folder, "keys"), chief);
  const trusted = [await openDemoAnchor(join(folder, "keys"))];
  return { folder, paper, signed: await signPdf(paper, signer, note), signer, trusted, remove: () => rm(folder, { recursive: true, force: true }) };
}

export const latin1 = (pdf: Uint8Array): string => Buffer.from(pdf).toString("latin1");

/** Where the hexadecimal string of the last signature stands, without its brackets. */
export function hole(pdf: Uint8Array): { start: number; end: number } {
  const text = latin1(pdf);
  const start = text.lastIndexOf("/Contents <") + "/Contents <".length;
  return { start, end: text.indexOf(">", start) };
}
