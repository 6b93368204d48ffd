/** The folder of all copies among the private files. */
export const KEPT_FOLDER = "kept";

/** Where the copy of a photo lies there. */
export function keptPhotoPath(keptId: string, photoId: string): string {
  return `${KEPT_FOLDER}/${keptId}/${photoId}.jpg`;
}
