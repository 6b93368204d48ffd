import type { Transaction } from "~/platform/db.server";
import { enqueueOutbox } from "~/platform/outbox.server";
import { LEFT_PHOTO_KIND } from "./listing-limits";

/** The files of a photo that no row names any more go once this has committed (outbox). */
export async function leavePhoto(tx: Transaction, photoId: string): Promise<void> {
  const kind = LEFT_PHOTO_KIND;
  await enqueueOutbox(tx, { kind, key: `${kind}:${photoId}`, payload: { photoId } });
}
