import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { photoMoveForm } from "~/domain/catalog/forms";
import { movePhotoFirst } from "~/domain/flows/move-photo-first.server";
import { removePhoto } from "~/domain/flows/remove-photo.server";
import { requirePermission } from "~/web/guard.server";
import { badRequest, notFound } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "product.edit");
  return redirect(paths.productPhotos(args.params["productSlug"] ?? ""));
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "product.edit");
  const { productSlug: slug = "", photoId = "" } = args.params;
  const read = await readForm(args.request, photoMoveForm);
  // The form is a button: only a request made by hand comes here.
  if (!read.ok) throw badRequest();
  const isRemoval = read.value.move === "remove";
  const result = await (isRemoval ? removePhoto : movePhotoFirst)(actor, scope, { slug, photoId });
  if (!result.ok && result.code === "product_not_found") throw notFound();
  const outcome = result.ok
    ? { done: isRemoval ? "photo_removed" : "photo_first" }
    : { problem: result.code };
  return redirect(paths.productPhotos(slug, outcome), 303);
}
