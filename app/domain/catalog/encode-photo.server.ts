import sharp, { type Sharp } from "sharp";
import { fileKind } from "~/platform/file-kind";
import { errorFields, logger } from "~/platform/logger.server";
import { PAPER_EDGE, type PhotoCode } from "./photo-limits";
import { fail, succeed, type Result } from "~/platform/result";

// A card; the whole width of a phone of 360 px at 2x, less the margins, of which browsers take no smaller file.
const SMALLER_WIDTHS = [320, 656];
const MAX_WIDTH = 960;
const MAX_HEIGHT = 1_920; // a ribbon of any length would fill the page, and WebP ends at 16,383
const MAX_PIXELS = 50_000_000;
// Below this a photo shows nothing of the goods; beyond this ratio it is a strip, not a photo.
const MIN_SIDE = 300;
const MAX_RATIO = 4;
/**
 * On a line of 50 KB a second a page has half a second for what is first seen of its photos: one of 656 pixels on a
 * product's page, four of 320 in a list. Foliage and weaves need lower qualities for that than a plate on a table.
 * Hardly a browser still asks for JPEG.
 */
const BYTES_PER_PIXEL = 0.08;
const PAPER_QUALITY = 80;
const QUALITY = {
  webp: { qualities: [72, 60, 48, 36, 24], share: 1.2 },
  avif: { qualities: [50, 42, 34, 27, 20], share: 1 },
  jpg: { qualities: [76, 64, 52, 40], share: 2 },
};

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
 * half-way, is `photo_unreadable`; what is too small or too narrow to show goods is `photo_too_small`.
 */
export async function encodePhoto(original: Uint8Array): Promise<Result<EncodedPhoto, PhotoCode>> {
  return encodeInTurn(original, encodeAll);
}

/** One JPEG of a photo of a paper, large enough for small print; refuses what `encodePhoto` refuses. */
export async function encodePaper(original: Uint8Array): Promise<Result<Uint8Array, PhotoCode>> {
  return encodeInTurn(original, async () => {
    const bounds = { width: PAPER_EDGE, height: PAPER_EDGE };
    return ENCODE.jpg(decode(original, bounds), PAPER_QUALITY).toBuffer();
  });
}

async function encodeInTurn<Encoded>(
  original: Uint8Array,
  encode: (original: Uint8Array) => Promise<Encoded>,
): Promise<Result<Encoded, PhotoCode>> {
  // By the first bytes and not by the name: sharp reads SVG and more, which may name files and addresses.
  if (fileKind(original) !== "photo") return fail("photo_unreadable");
  const turn = lastInQueue.then(async () =>
    (await showsGoods(original)) ? encode(original) : null,
  );
  lastInQueue = turn.catch(() => undefined);
  try {
    const encoded = await turn;
    return encoded ? succeed(encoded) : fail("photo_too_small");
  } catch (error) {
    // sharp throws for every picture it cannot decode.
    logger.info("photo refused", { byteCount: original.byteLength, ...errorFields(error) });
    return fail("photo_unreadable");
  }
}

/** Upright, within these pixels, never enlarged. */
function decode(original: Uint8Array, bounds: { width: number; height: number }): Sharp {
  return sharp(original, { limitInputPixels: MAX_PIXELS, failOn: "error" })
    .rotate()
    .resize({ ...bounds, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb");
}

async function encodeAll(original: Uint8Array): Promise<EncodedPhoto> {
  // Decoded once, at the largest width; the smaller ones are made of that.
  const largest = await decode(original, { width: MAX_WIDTH, height: MAX_HEIGHT })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = largest.info;
  const widths = [...SMALLER_WIDTHS.filter((one) => one < width), width];
  const files: PhotoFile[] = [];
  for (const one of widths) {
    const resized = sharp(largest.data, { raw: { width, height, channels } }).resize({
      width: one,
    });
    // Of the usual 4:3; a tall photo is seen from its top, as much of it as of any other.
    const maxBytes = one * one * 0.75 * BYTES_PER_PIXEL;
    for (const type of ["webp", "avif", "jpg"] as const) {
      files.push({ width: one, type, content: await encodeWithin(resized, type, maxBytes) });
    }
  }
  return { width, height, widths, files };
}

async function showsGoods(original: Uint8Array): Promise<boolean> {
  const { width, height } = await sharp(original, { limitInputPixels: MAX_PIXELS }).metadata();
  const shorter = Math.min(width, height);
  return shorter >= MIN_SIDE && Math.max(width, height) <= MAX_RATIO * shorter;
}

/** The best of the qualities whose file is within the bytes that a page can carry; the lowest when none is. */
async function encodeWithin(
  picture: Sharp,
  type: PhotoFile["type"],
  targetBytes: number,
): Promise<Uint8Array> {
  const { qualities, share } = QUALITY[type];
  const maxBytes = targetBytes * share;
  const last = qualities.length - 1;
  for (let i = 0; ;) {
    const content = await ENCODE[type](picture.clone(), qualities[i] ?? 1).toBuffer();
    if (content.byteLength <= maxBytes || i === last) return content;
    // Far over it, the next one would not do either.
    i = Math.min(last, i + (content.byteLength > 2 * maxBytes ? 2 : 1));
  }
}

const ENCODE = {
  webp: (picture: Sharp, quality: number) => picture.webp({ quality }),
  avif: (picture: Sharp, quality: number) => picture.avif({ quality, effort: 2 }),
  jpg: (picture: Sharp, quality: number) => picture.jpeg({ quality, progressive: true }),
};
