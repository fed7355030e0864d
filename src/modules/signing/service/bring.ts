import { Problem } from "../../../kernel/problem.ts";
import { isZip, type NamedFile, unzipFiles } from "../../../platform/zip.ts";
import type { AskedApart, SentFile } from "../../../web/route.ts";
import { type Brought, bringSigned } from "../../papers/index.ts";

/** What became of one file, by the name under which it was sent. */
export type BroughtFile = { readonly name: string } & Outcome;
type Outcome = Brought | { readonly outcome: "refused"; readonly refusal: OwnRefusal } | { readonly outcome: "failed"; readonly reference: string };
export type OwnRefusal = "tooLarge" | "notPdf" | "badArchive" | "archiveTooLarge" | "changed";

/** A paper of ours with its signature is some 60 KB; a whole batch of a hundred some six megabytes. */
export const limits = { files: 100, bytesEach: 10_000_000, bytesInAll: 20_000_000, pdfBytes: 2_000_000 } as const;

/** Takes files that were signed elsewhere, loose or in archives, each in a transaction of its own; what one is refused for is told beside it. */
export async function bringFiles({ apart, report }: Pick<AskedApart, "apart" | "report">, sent: readonly SentFile[]): Promise<readonly BroughtFile[]> {
  const brought: BroughtFile[] = [];
  for (const file of sent.flatMap(unpack)) brought.push("refusal" in file ? file : { name: file.name, ...(await bringOne({ apart, report }, file)) });
  return brought;
}

type Loose = NamedFile | { readonly name: string; readonly outcome: "refused"; readonly refusal: OwnRefusal };

function unpack({ name, bytes, tooLarge }: SentFile): readonly Loose[] {
  const refused = (refusal: OwnRefusal, of = name): Loose => ({ name: of, outcome: "refused", refusal });
  if (tooLarge) return [refused("tooLarge")];
  if (!isZip(bytes)) return [checked({ name, bytes })];
  const unpacked = unzipFiles(bytes, { files: limits.files, bytes: limits.bytesInAll });
  if (!unpacked.ok) return [refused(unpacked.fault === "tooMuch" ? "archiveTooLarge" : "badArchive")];
  return unpacked.files.length === 0 ? [refused("badArchive")] : unpacked.files.map(checked);
}

function checked({ name, bytes }: NamedFile): Loose {
  if (bytes.length > limits.pdfBytes) return { name, outcome: "refused", refusal: "tooLarge" };
  const isPdf = Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "%PDF-";
  return isPdf ? { name, bytes } : { name, outcome: "refused", refusal: "notPdf" };
}

async function bringOne({ apart, report }: Pick<AskedApart, "apart" | "report">, { bytes }: NamedFile): Promise<Outcome> {
  const bring = () => apart((tx) => bringSigned(tx, Buffer.from(bytes)));
  try {
    return await bring().catch((error) => {
      // The same paper brought twice at once: the second, asked again, finds it kept.
      if (error instanceof Problem && (error.code === "changedMeanwhile" || error.code === "notNow")) return bring();
      throw error;
    });
  } catch (error) {
    if (error instanceof Problem) return { outcome: "refused", refusal: "changed" };
    return { outcome: "failed", reference: report(error) };
  }
}
