/** Where the copy of a photo lies among the private files. */
export function keptPhotoPath(keptId: string, photoId: string): string {
  return `kept/${keptId}/${photoId}.jpg`;
}
