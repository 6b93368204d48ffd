import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { photoHash } from "~/domain/catalog/forms-listing";
import { addPart, PART_MAX_BYTES, receivedBytes } from "~/platform/parts.server";
import { requirePermission, type DoorArgs } from "~/web/guard.server";
import { badRequest, notFound } from "~/web/http-errors";

/** `{ received }`: how many bytes of this person's photo are here. */
export async function loader(args: LoaderFunctionArgs) {
  const entry = await requirePermission(args, "product.edit");
  return Response.json({ received: await receivedBytes(fileOf(args, entry.user.id)) });
}

/** Takes the bytes from `?at=` on and answers `{ received }`, from where to go on; 413 where no more is taken. */
export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "product.edit");
  const file = fileOf(args, entry.user.id);
  const at = new URL(args.request.url).searchParams.get("at") ?? "";
  const bytes = new Uint8Array(await args.request.arrayBuffer());
  const isPart = /^\d{1,8}$/.test(at) && bytes.length > 0 && bytes.length <= PART_MAX_BYTES;
  if (!isPart) throw badRequest();
  const received = await addPart(file, { at: Number(at), bytes });
  return received === "full"
    ? Response.json({ received: 0 }, { status: 413 })
    : Response.json({ received });
}

function fileOf({ params }: DoorArgs, ownerId: string) {
  const read = photoHash.safeParse(params["photoHash"]);
  if (!read.success) throw notFound();
  return { ownerId, hash: read.data };
}
