/** Where the picture of a signed sheet lies among the private files. */
export function consentSheetPath(photoId: string): string {
  return `consents/${photoId}.jpg`;
}
