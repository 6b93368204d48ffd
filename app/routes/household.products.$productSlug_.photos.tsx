import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { photoForm } from "~/domain/catalog/forms";
import { isPhotoCode, PHOTOS_MAX } from "~/domain/catalog/photo-limits";
import { isProductEditable } from "~/domain/catalog/product-status";
import { findOwnProduct } from "~/domain/catalog/queries-household.server";
import { addPhoto } from "~/domain/flows/add-photo.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { DoneNotice } from "~/ui/households/done-notice";
import { NewPhotoForm, PhotoList } from "~/ui/households/photo-forms";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { LessonLink } from "~/ui/training/lesson-link";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { sentFile, withoutGone } from "~/web/sent-files.server";

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
  const { searchParams } = new URL(args.request.url);
  return {
    deskHouseholdId: product.householdId,
    product,
    done: searchParams.get("done"),
    problem: searchParams.get("problem"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope, user } = await requirePermission(args, "product.edit");
  const slug = args.params["productSlug"] ?? "";
  if (!(await findOwnProduct(scope, slug))) throw notFound();
  const read = await readForm(args.request, photoForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const photo = await sentFile({ form: read.form, ownerId: user.id }, "photo");
  const refuse = (code: string) =>
    data<MutationReply>(fieldErrorReply(read.submission, "photo", code), { status: 400 });
  if (!photo) return refuse("photo_missing");
  const result = await addPhoto(actor, scope, { slug, photo, ...read.value });
  if (result.ok) {
    await photo.drop();
    return redirect(paths.productPhotos(slug, { done: "photo" }), 303);
  }
  if (result.code === "product_not_found") throw notFound();
  if (isPhotoCode(result.code)) return refuse(result.code);
  const submission = await withoutGone(read.submission, { name: "photo", file: photo });
  return data<MutationReply>(failureReply(result, submission), { status: 409 });
}

export default function ProductPhotosPage() {
  const { product, done, problem } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  const { slug, name, photos } = product;
  return (
    <>
      <BackLink href={paths.householdProduct(slug)} text={t("households.backToProduct")} />
      <h1 className="text-3xl">{t("households.photoTitle", { name: mark(name, "vi") })}</h1>
      <LessonLink lesson="good_photo" />
      <DoneNotice done={done} problem={problem} />
      <PhotoList slug={slug} photos={photos} />
      {photos.length < PHOTOS_MAX ? (
        <NewPhotoForm slug={slug} shownCount={photos.length} reply={reply} />
      ) : (
        <p className="mt-6 text-soft">{t("households.photosFull", { max: PHOTOS_MAX })}</p>
      )}
    </>
  );
}
