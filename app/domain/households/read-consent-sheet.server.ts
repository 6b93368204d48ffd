import { readPrivateFileIfThere } from "~/platform/storage.server";
import { consentSheetPath } from "./consent-sheet-path";

/** The picture of a signed sheet. The caller has asked who may see it. Null when it is not there, or its key is gone. */
export async function readConsentSheet(photoId: string): Promise<Uint8Array | null> {
  return readPrivateFileIfThere(consentSheetPath(photoId));
}
