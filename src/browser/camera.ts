import { decodeQR } from "qr/decode.js";
import { sendScan } from "./scan.ts";

type Detector = { detect(source: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]> };
type DetectorClass = { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> };

/**
 * Opens the camera of the field `id` in its dialog, reads the first QR code and sends it. The picture is drawn into
 * memory only, is wiped when the dialog closes, and never leaves the page.
 */
export async function scanWithCamera(id: string): Promise<void> {
  const dialog = document.getElementById(`${id}-camera`);
  const field = document.getElementById(id);
  const video = dialog?.querySelector("video");
  if (!(dialog instanceof HTMLDialogElement && field instanceof HTMLInputElement) || video === null || video === undefined) return;
  const closed = new AbortController();
  dialog.addEventListener("close", () => closed.abort(), { once: true });
  dialog.querySelector("[data-close]")?.addEventListener("click", () => dialog.close(), { signal: closed.signal });
  dialog.showModal();
  try {
    const code = await readFrom(video, closed.signal);
    if (dialog.open) dialog.close();
    if (code !== null) sendScan(code, field);
  } catch {
    const status = dialog.querySelector<HTMLElement>("[role=status]");
    if (status !== null) status.textContent = status.dataset["refused"] ?? "";
  }
}

/** The first code seen, or null when the dialog was closed before. Throws when the camera is refused. */
async function readFrom(video: HTMLVideoElement, closed: AbortSignal): Promise<string | null> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
  const canvas = document.createElement("canvas");
  try {
    video.srcObject = stream;
    await video.play();
    const detector = await findDetector();
    while (!closed.aborted) {
      const code = detector === null ? decodeFrame(video, canvas) : ((await detector.detect(video))[0]?.rawValue ?? null);
      if (code !== null && code !== "") return code;
      await new Promise((resume) => requestAnimationFrame(resume));
    }
    return null;
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
    canvas.width = 0;
  }
}

async function findDetector(): Promise<Detector | null> {
  const kind = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  if (kind === undefined || !(await kind.getSupportedFormats()).includes("qr_code")) return null;
  return new kind({ formats: ["qr_code"] });
}

function decodeFrame(video: HTMLVideoElement, canvas: HTMLCanvasElement): string | null {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0) return null;
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (pen === null) return null;
  pen.drawImage(video, 0, 0, width, height);
  try {
    return decodeQR(pen.getImageData(0, 0, width, height));
  } catch {
    // Most frames hold no readable code.
    return null;
  }
}
