import { addPart, PART_MAX_BYTES, receivedBytes, type PartedFile } from "~/platform/parts.server";
import { fileHash } from "~/platform/part-limits";
import { MINUTE_MS } from "~/platform/period";
import { badRequest, notFound, retryAfter } from "./http-errors";

/** The file that an address names, of whoever sends it. Throws a 404 Response where it names none. */
export function partedFile(hash: string | undefined, ownerId: string): PartedFile {
  const read = fileHash.safeParse(hash);
  if (!read.success) throw notFound();
  return { ownerId, hash: read.data };
}

/** `{ received }`: how many of its bytes are here. */
export async function tellReceived(file: PartedFile): Promise<Response> {
  return Response.json({ received: await receivedBytes(file) });
}

/** Takes the bytes from `?at=` on and answers `{ received }`, from where to go on; 413 where no more of it is taken, 507 while no file is. */
export async function takePart(request: Request, file: PartedFile): Promise<Response> {
  const at = new URL(request.url).searchParams.get("at") ?? "";
  const bytes = new Uint8Array(await request.arrayBuffer());
  const isPart = /^\d{1,8}$/.test(at) && bytes.length > 0 && bytes.length <= PART_MAX_BYTES;
  if (!isPart) throw badRequest();
  const received = await addPart(file, { at: Number(at), bytes });
  if (received === "no_room") {
    return Response.json({ received: 0 }, { status: 507, headers: retryAfter(10 * MINUTE_MS) });
  }
  return received === "full"
    ? Response.json({ received: 0 }, { status: 413 })
    : Response.json({ received });
}
