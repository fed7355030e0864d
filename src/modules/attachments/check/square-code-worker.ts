import { parentPort, workerData } from "node:worker_threads";
import { decodeQR } from "qr/decode.js";
import type { Dots } from "./square-code.ts";

/** So long at most one picture is searched. */
const timeLimit = 1_000;

function read(dots: Dots): string | null {
  try {
    return decodeQR(dots, { format: "RGB", timeLimit }) || null;
  } catch {
    return null;
  }
}

parentPort?.postMessage(read(workerData as Dots));
