import type { LoaderFunctionArgs } from "@remix-run/node";
import { findKept } from "~/domain/compliance/queries-kept.server";
import { readKeptPhoto } from "~/domain/compliance/read-kept-photo.server";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { privatePicture } from "~/web/private-picture";

/** A photo of what was taken down, for the department alone. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "compliance.manage");
  const kept = orNotFound(await findKept(args.params["keptId"] ?? ""));
  const photo = kept.photos.find(({ id }) => id === args.params["photoId"]) ?? null;
  return privatePicture(await readKeptPhoto(kept.id, orNotFound(photo).id));
}
