import sharp from "sharp";
import { fault } from "./faults.ts";

/** More than any phone takes; a picture of a few bytes can claim a million times as many. */
const maxPixels = 50_000_000;
/** Enough to read the smallest print of a page of A4. */
const longestSide = 3_000;

// One picture at a time a thread, and nothing kept between two: a counter sees some a day.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Draws a picture anew, upright and not larger than needed. What the camera wrote beside it (place, time, owner) and whatever was hung on
 * behind is left out, because only the dots are kept.
 *
 * @throws FileFault when it is damaged, cut off, or too large to be drawn
 */
export async function drawAnew(bytes: Uint8Array, kind: "jpeg" | "png"): Promise<Buffer> {
  try {
    const drawing = sharp(bytes, { limitInputPixels: maxPixels, failOn: "warning", animated: false })
      .timeout({ seconds: 15 })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true });
    return await (kind === "jpeg" ? drawing.jpeg({ quality: 85 }) : drawing.png({ compressionLevel: 9 })).toBuffer();
  } catch (error) {
    throw fault(/pixel limit|too large/i.test(error instanceof Error ? error.message : "") ? "hugePicture" : "brokenPicture");
  }
}
