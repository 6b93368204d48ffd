import sharp from "sharp";
import { errorFields, logger } from "~/platform/logger.server";
import { fail, succeed, type Result } from "~/platform/result";

const SMALLER_WIDTHS = [320, 640];
const MAX_WIDTH = 960;
const MAX_HEIGHT = 1_920; // a ribbon of any length would fill the page, and WebP ends at 16,383
const MAX_PIXELS = 50_000_000;

export type PhotoFile = { width: number; type: "webp" | "avif" | "jpg"; content: Uint8Array };
export type EncodedPhoto = {
  /** Of the largest file, upright. */
  width: number;
  height: number;
  widths: number[];
  files: PhotoFile[];
};

// A phone's photo takes some 150 MB while it is decoded: one after another, whoever sends.
let lastInQueue: Promise<unknown> = Promise.resolve();

/**
 * Makes the files of a photo: JPEG, PNG, WebP or HEIF of at most 50 megapixels, turned upright, without any
 * metadata (a phone writes where it stood into its photos), never enlarged. Anything else, and what breaks off
 * half-way, is `photo_unreadable`.
 */
export async function encodePhoto(
  original: Uint8Array,
): Promise<Result<EncodedPhoto, "photo_unreadable">> {
  // By the first bytes and not by the name: sharp reads SVG and more, which may name files and addresses.
  if (!isPhoto(original)) return fail("photo_unreadable");
  const turn = lastInQueue.then(() => encodeAll(original));
  lastInQueue = turn.catch(() => undefined);
  try {
    return succeed(await turn);
  } catch (error) {
    // sharp throws for every picture it cannot decode.
    logger.info("photo refused", { byteCount: original.byteLength, ...errorFields(error) });
    return fail("photo_unreadable");
  }
}

async function encodeAll(original: Uint8Array): Promise<EncodedPhoto> {
  // Decoded once, at the largest width; the smaller ones are made of that.
  const largest = await sharp(original, { limitInputPixels: MAX_PIXELS, failOn: "error" })
    .rotate()
    .resize({ width: MAX_WIDTH, height: MAX_HEIGHT, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = largest.info;
  const widths = [...SMALLER_WIDTHS.filter((one) => one < width), width];
  const files: PhotoFile[] = [];
  for (const one of widths) {
    const resized = sharp(largest.data, { raw: { width, height, channels } }).resize({
      width: one,
    });
    files.push(
      { width: one, type: "webp", content: await resized.clone().webp({ quality: 72 }).toBuffer() },
      {
        width: one,
        type: "avif",
        content: await resized.clone().avif({ quality: 50, effort: 2 }).toBuffer(),
      },
      {
        width: one,
        type: "jpg",
        content: await resized.clone().jpeg({ quality: 76, progressive: true }).toBuffer(),
      },
    );
  }
  return { width, height, widths, files };
}

function isPhoto(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  return (
    text.startsWith("\u00ff\u00d8\u00ff") ||
    text.startsWith("\u0089PNG\r\n\u001a\n") ||
    (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP") ||
    /^ftyp(?:heic|heix|heim|heis|mif1|msf1|avif|avis)$/.test(text.slice(4, 12))
  );
}
