import sharp from "sharp";
import { fault } from "./faults.ts";
import { askThread, workerFile } from "./thread.ts";

/** A picture as dots of three bytes: red, green, blue. */
export type Dots = { readonly width: number; readonly height: number; readonly data: Uint8Array };

const worker = workerFile("square-code-worker");
/** A square code that fills a tenth of the picture still has its dots at this size. */
const longestSide = 1_600;
/** Longer than the thread searches by itself. */
const patienceMs = 5_000;

/**
 * What the square code (QR) in a checked picture says; null when none is found. The picture is kept nowhere.
 *
 * @param picture JPEG or PNG as `checkFile` gives it
 * @throws FileFault when it cannot be drawn
 */
export async function readSquareCode(picture: Uint8Array): Promise<string | null> {
  return await askThread<string>({ worker, given: await dotsOf(picture), patienceMs });
}

async function dotsOf(picture: Uint8Array): Promise<Dots> {
  const { data, info } = await sharp(picture)
    .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
    .removeAlpha()
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw fault("brokenPicture");
    });
  return { width: info.width, height: info.height, data: Uint8Array.from(data) };
}
