import { useForm } from "@conform-to/react";
import type { Photo } from "~/domain/catalog/types";
import { ProductPhoto } from "~/ui/catalog/product-picture";
import { FileSending } from "~/ui/phone/file-sending";
import { FormErrors } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { PhotoField } from "./product-fields";

const SIZES = "(min-width: 640px) 15rem, 92vw";

/** A product's photos in their order, each with what can be done with it. */
export function PhotoList({ slug, photos }: { slug: string; photos: readonly Photo[] }) {
  const t = useT();
  if (photos.length === 0) return <p className="my-4 text-soft">{t("households.photosNone")}</p>;
  return (
    <ul className="my-6 grid gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
      {photos.map((photo, i) => (
        <li key={photo.id}>
          <ProductPhoto
            photo={photo}
            alt={t("households.photoNumber", { number: i + 1 })}
            sizes={SIZES}
          />
          {i === 0 ? <p className="mt-2 font-semibold">{t("households.photoMain")}</p> : null}
          <form
            method="post"
            action={paths.productPhoto(slug, photo.id)}
            className="mt-2 grid gap-2"
          >
            {i === 0 ? null : (
              <button name="move" value="first" className="button button-quiet w-full">
                {t("households.photoMakeMain")}
                <span className="sr-only"> {i + 1}</span>
              </button>
            )}
            <button name="move" value="remove" className="button button-quiet w-full">
              {t("households.photoRemove")}
              <span className="sr-only"> {i + 1}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

export function NewPhotoForm(props: {
  slug: string;
  shownCount: number;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const [form, fields] = useForm<{ photo: string }>({
    id: "photo-form",
    lastResult: props.reply?.submission,
  });
  return (
    <form
      method="post"
      action={paths.productPhotos(props.slug)}
      encType="multipart/form-data"
      id={form.id}
      noValidate
    >
      <FormErrors form={form} failure={props.reply?.failure} />
      {/* Of this page and not of the form that was sent: whoever sends it again has seen the photos as they are. */}
      <input type="hidden" name="shownCount" value={props.shownCount} />
      <PhotoField field={fields.photo} isOptional="required" />
      <FileSending photoOf="goods" />
      <button className="button button-main w-full">{t("households.savePhoto")}</button>
    </form>
  );
}
