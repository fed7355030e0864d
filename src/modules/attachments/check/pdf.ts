import { fault } from "./faults.ts";
import { askThread, workerFile } from "./thread.ts";

export type PdfAnswer = { readonly ok: true; readonly pages: number } | { readonly ok: false; readonly why: "brokenPdf" | "lockedPdf" | "actingPdf" | "twoFaced" | "longPdf" };

const worker = workerFile("pdf-worker");
const patienceMs = 15_000;

/**
 * Looks through a PDF. It is kept as it came, byte for byte, because it may carry a signature.
 *
 * @returns how many pages it has
 * @throws FileFault when it is damaged, locked, too long, acts by itself or is something else as well
 */
export async function checkPdf(bytes: Uint8Array): Promise<number> {
  // What cannot be read in its time and its room is as good as damaged.
  const answer = (await askThread<PdfAnswer>({ worker, given: Uint8Array.from(bytes), patienceMs })) ?? ({ ok: false, why: "brokenPdf" } as const);
  if (!answer.ok) throw fault(answer.why);
  return answer.pages;
}
