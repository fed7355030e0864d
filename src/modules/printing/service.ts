import { Problem } from "../../kernel/problem.ts";
import type { Read } from "../../kernel/record.ts";
import { placeOf, type Tx } from "../../kernel/tx.ts";
import { getPaperPdf, listPapers } from "../papers/index.ts";
import { getDossier, receiptPdf, supplementPdf } from "../procedures/index.ts";
import type { Job } from "./forms.ts";
import type { Pile } from "./queries.ts";
import { texts } from "./texts.ts";

/** A job that is whole, or the codes of the dossiers whose paper is not there. */
export type Printed = { readonly ok: true; readonly pdf: Uint8Array; readonly reads: readonly Read[] } | { readonly ok: false; readonly gone: readonly string[] };

/** Sets and binds the papers of a job, in its order. */
export async function printTogether(tx: Tx, { pile, refs, duplex }: Job): Promise<Printed> {
  const place = placeOf(tx.actor);
  const papers: Uint8Array[] = [];
  const reads: Read[] = [];
  const gone: string[] = [];
  for (const ref of refs) {
    const { matter } = await getDossier(tx, ref);
    const pdf = await paperOf(tx, pile, { ref, matterId: matter.id });
    if (pdf === null) gone.push(matter.code);
    else papers.push(pdf);
    reads.push({ ...place, regime: "counter", subject: `matter:${matter.id}`, purpose: texts.readPurpose.vi });
  }
  if (gone.length > 0) return { ok: false, gone };
  return { ok: true, pdf: await tx.house.typesetter.bind(papers, { title: texts.fileTitle.vi, duplex }), reads };
}

async function paperOf(tx: Tx, pile: Pile, { ref, matterId }: { readonly ref: string; readonly matterId: number }): Promise<Uint8Array | null> {
  if (pile === "giay-hen") return await unlessMissing(receiptPdf(tx, ref));
  if (pile === "bo-sung") return await unlessMissing(supplementPdf(tx, ref));
  const standing = (await listPapers(tx, { communeId: placeOf(tx.actor).communeId, matterId })).find((paper) => !paper.revokedAt && !paper.supersededAt);
  return standing ? (await getPaperPdf(tx, standing.code)).pdf : null;
}

async function unlessMissing(made: Promise<{ readonly pdf: Uint8Array }>): Promise<Uint8Array | null> {
  try {
    return (await made).pdf;
  } catch (error) {
    if (error instanceof Problem && error.code === "notFound") return null;
    throw error;
  }
}
