import { useForm } from "@conform-to/react";
import type { OwnProduct } from "~/domain/catalog/types-household";
import { CardPicture } from "~/ui/catalog/product-picture";
import { FormErrors } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { PhotoField } from "./product-fields";

export function PhotoForm(props: {
  product: Pick<OwnProduct, "slug" | "photo" | "ocopSet">;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { slug, photo, ocopSet } = props.product;
  const [form, fields] = useForm<{ photo: string }>({
    id: "photo-form",
    lastResult: props.reply?.submission,
  });
  return (
    <>
      {photo ? (
        <figure className="my-4 max-w-sm">
          <CardPicture photo={photo} ocopSet={ocopSet} lazy={undefined} />
          <figcaption className="text-soft">
            {t("households.photoNow")}. {t("households.photoReplaces")}
          </figcaption>
        </figure>
      ) : null}
      <form
        method="post"
        action={paths.productPhoto(slug)}
        encType="multipart/form-data"
        id={form.id}
        noValidate
      >
        <FormErrors form={form} failure={props.reply?.failure} />
        <PhotoField field={fields.photo} isOptional="required" />
        <button className="button button-main w-full">{t("households.savePhoto")}</button>
      </form>
    </>
  );
}
