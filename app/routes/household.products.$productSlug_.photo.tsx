import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { photoForm } from "~/domain/catalog/forms";
import { isProductEditable } from "~/domain/catalog/product-status";
import { findOwnProduct } from "~/domain/catalog/queries-household.server";
import { addPhoto } from "~/domain/flows/add-photo.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { PhotoForm } from "~/ui/households/photo-form";
import { useT } from "~/ui/site";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { uploadedFile } from "~/web/uploaded-file";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const name = page?.product.name ?? "";
  return privateMeta(matches, siteOf(matches).t("households.photoTitle", { name }));
};

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "product.edit");
  const product = await findOwnProduct(scope, args.params["productSlug"] ?? "");
  if (!product) throw notFound();
  if (!isProductEditable(product.status)) {
    throw redirect(paths.householdProduct(product.slug, { problem: "product_not_editable" }));
  }
  return { deskHouseholdId: product.householdId, product };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "product.edit");
  const slug = args.params["productSlug"] ?? "";
  if (!(await findOwnProduct(scope, slug))) throw notFound();
  const read = await readForm(args.request, photoForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const photo = await uploadedFile(read.form, "photo");
  const refuse = (code: string) =>
    data<MutationReply>(fieldErrorReply(read.submission, "photo", code), { status: 400 });
  if (!photo) return refuse("photo_missing");
  const result = await addPhoto(actor, scope, { slug, photo });
  if (result.ok) return redirect(paths.householdProduct(slug, { done: "photo" }), 303);
  if (result.code === "product_not_found") throw notFound();
  if (result.code === "photo_unreadable") return refuse(result.code);
  return data<MutationReply>(failureReply(result, read.submission), { status: 409 });
}

export default function ProductPhotoPage() {
  const { product } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { slug, name } = product;
  return (
    <>
      <BackLink href={paths.householdProduct(slug)} text={t("households.backToProduct")} />
      <h1 className="text-3xl">{t("households.photoTitle", { name })}</h1>
      <PhotoForm product={product} reply={reply} />
    </>
  );
}
