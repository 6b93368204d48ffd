import { useForm } from "@conform-to/react";
import { FormErrors } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import {
  FormPart,
  LotFields,
  PackFields,
  PhotoField,
  PriceField,
  WordFields,
} from "./product-fields";

export type NewProductFields = {
  productId: string;
  name: string;
  ocopSet: string;
  taxClass: string;
  description: string;
  packLabel: string;
  contentQuantity: string;
  contentUnit: string;
  weightGrams: string;
  lengthCm: string;
  widthCm: string;
  heightCm: string;
  priceVnd: string;
  stockCount: string;
  madeOn: string;
  expiresOn: string;
  photo: string;
};

export function NewProductForm(props: {
  action: string;
  start: { productId: string; madeOn: string };
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const [form, fields] = useForm<NewProductFields>({
    id: "product",
    lastResult: props.reply?.submission,
    defaultValue: { ...props.start, contentUnit: "g" },
  });
  return (
    <form method="post" action={props.action} encType="multipart/form-data" id={form.id} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name={fields.productId.name} value={fields.productId.initialValue} />
      <FormPart title={t("households.formWhat")}>
        <WordFields fields={fields} />
        {props.reply ? <p className="text-soft">{t("households.photoAgain")}</p> : null}
        <PhotoField field={fields.photo} isOptional="optional" />
      </FormPart>
      <FormPart title={t("households.formPack")}>
        <PackFields fields={fields} />
        <PriceField field={fields.priceVnd} />
      </FormPart>
      <FormPart title={t("households.formStock")}>
        <LotFields fields={fields} />
      </FormPart>
      <button className="button button-main mt-4 w-full">{t("households.saveDraft")}</button>
    </form>
  );
}
