import { sentInParts, sentWhole, type SentFile } from "~/platform/parts.server";
import { photoOf } from "./uploaded-file";

type Sender = { ownerId: string; sentHash: string | undefined };

/**
 * The photo that a form of a listing brings: the file itself, or, where `sentHash` names it, one that its sender's
 * phone has sent before in parts. null without one.
 */
export async function listingPhotoOf(
  form: FormData,
  { ownerId, sentHash }: Sender,
): Promise<SentFile | null> {
  if (sentHash !== undefined) return sentInParts({ ownerId, hash: sentHash });
  const bytes = await photoOf(form);
  return bytes && sentWhole(bytes);
}
