import { createFileCache } from "./file-cache.server";
import { logger } from "./logger.server";
import { MissingUploadError, readUpload } from "./storage.server";

const cards = createFileCache({ folder: "cards", filesMax: 2_000, waitingMax: 20 });

export type CardFile = {
  content: Uint8Array;
  /** False without the photo that belongs on it: its file may come back, from a backup say. */
  isWhole: boolean;
};

/**
 * A picture for message apps, made once for each version. Where the file of its photo is gone it is made without, and
 * that is logged once.
 * @param photo of which photo, null without; the largest file is taken
 */
export async function cardFile(options: {
  version: string;
  photo: { id: string; widths: readonly number[] } | null;
  draw: (photo: Uint8Array | null) => Promise<Uint8Array>;
}): Promise<CardFile | "busy"> {
  const { version, photo, draw } = options;
  const whole = await cards
    .get(`${version}.jpg`, async () =>
      draw(photo && (await readUpload(`photos/${photo.id}/${Math.max(...photo.widths)}.jpg`))),
    )
    .catch(whenNoPhoto);
  if (whole !== "no_photo") return whole === "busy" ? whole : { content: whole, isWhole: true };
  const drawn = await cards.get(`${version}-drawn.jpg`, () => {
    logger.error("photo file missing", { photoId: photo?.id });
    return draw(null);
  });
  return drawn === "busy" ? drawn : { content: drawn, isWhole: false };
}

function whenNoPhoto(error: unknown): "no_photo" {
  if (error instanceof MissingUploadError) return "no_photo";
  throw error;
}
