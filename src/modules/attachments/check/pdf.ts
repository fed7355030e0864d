import { Worker } from "node:worker_threads";
import { fault } from "./faults.ts";

export type PdfAnswer = { readonly ok: true; readonly pages: number } | { readonly ok: false; readonly why: "brokenPdf" | "lockedPdf" | "actingPdf" | "twoFaced" | "longPdf" };

const workerFile = new URL(import.meta.url.endsWith(".ts") ? "./pdf-worker.ts" : "./pdf-worker.js", import.meta.url);
const patienceMs = 15_000;

/**
 * Looks through a PDF in a thread of its own, with little memory and little time: a file made to exhaust either takes neither from anybody
 * else. It is kept as it came, byte for byte, because it may carry a signature.
 *
 * @returns how many pages it has
 * @throws FileFault when it is damaged, locked, too long, acts by itself or is something else as well
 */
export async function checkPdf(bytes: Uint8Array): Promise<number> {
  const answer = await askThread(bytes);
  if (!answer.ok) throw fault(answer.why);
  return answer.pages;
}

function askThread(bytes: Uint8Array): Promise<PdfAnswer> {
  const { promise, resolve } = Promise.withResolvers<PdfAnswer>();
  const worker = new Worker(workerFile, {
    workerData: Uint8Array.from(bytes),
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 },
    env: {},
    execArgv: [],
  });
  const end = (answer: PdfAnswer): void => {
    clearTimeout(patience);
    resolve(answer);
    void worker.terminate();
  };
  // What cannot be read in its time and its room is as good as damaged.
  const patience = setTimeout(() => end({ ok: false, why: "brokenPdf" }), patienceMs);
  worker.once("message", end);
  worker.once("error", () => end({ ok: false, why: "brokenPdf" }));
  worker.once("exit", () => end({ ok: false, why: "brokenPdf" }));
  return promise;
}
