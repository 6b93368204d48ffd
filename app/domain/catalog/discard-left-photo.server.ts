import { z } from "zod";
import { removeUpload } from "~/platform/storage.server";

const leftPayload = z.object({ photoId: z.string() });

/** An outbox handler: the files of a photo that a draft has left; that they are gone already is no failure. */
export async function discardLeftPhoto(payload: unknown): Promise<void> {
  await removeUpload(`photos/${leftPayload.parse(payload).photoId}`);
}
