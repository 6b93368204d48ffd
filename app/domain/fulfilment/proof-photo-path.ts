/** Where the one file of a hand-over's photo lies among the private files. */
export function proofPhotoPath(photoId: string): string {
  return `proofs/${photoId}.jpg`;
}
