import { decodeQR } from "qr/decode.js";
import sharp from "sharp";
import { fault } from "./faults.ts";

/** A square code that fills a tenth of the picture still has its dots at this size. */
const longestSide = 1_600;
/** So long at most is searched, and everybody waits meanwhile: it is done in the server's own thread. */
const patienceMs = 150;

/**
 * What the square code (QR) in a checked picture says; null when none is found. The picture is kept nowhere.
 *
 * @param picture JPEG or PNG as `checkFile` gives it
 * @throws FileFault when it cannot be drawn
 */
export async function readSquareCode(picture: Uint8Array): Promise<string | null> {
  const { data, info } = await sharp(picture)
    .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
    .removeAlpha()
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw fault("brokenPicture");
    });
  try {
    return decodeQR({ width: info.width, height: info.height, data }, { format: "RGB", timeLimit: patienceMs }) || null;
  } catch {
    return null;
  }
}
