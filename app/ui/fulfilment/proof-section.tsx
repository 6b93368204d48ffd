import { useForm } from "@conform-to/react";
import { hasFallenThrough } from "~/domain/orders/order-progress";
import type { HouseholdOrderView } from "~/domain/orders/types";
import { PHOTO_TYPES } from "~/ui/households/product-fields";
import { FileSending } from "~/ui/phone/file-sending";
import { FileField } from "~/ui/primitives/file-field";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { ProofText } from "./proof-text";

/** On the household's page of an order that was sent: what was recorded of its hand-over, or the way to record it, if there was one. */
export function ProofSection({ order }: { order: HouseholdOrderView }) {
  const t = useT();
  const isHandedOver = order.shippedAt !== null && !hasFallenThrough(order.status);
  if (!order.proof && !isHandedOver) return null;
  return (
    <section className="border-t border-line py-5">
      <h2 className="text-xl">{t("shipping.proofTitle")}</h2>
      {order.proof ? (
        <ProofText proof={order.proof} photoHref={paths.orderProofPhoto(order.code)} />
      ) : (
        <p className="mt-3">
          <a className="button button-quiet w-full" href={paths.orderProof(order.code)}>
            {t("shipping.proofAdd")}
          </a>
        </p>
      )}
    </section>
  );
}

export function ProofForm(props: {
  orderCode: string;
  proofId: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const [form, fields] = useForm<Record<"proofId" | "receivedBy" | "photo", string>>({
    id: "proof",
    lastResult: props.reply?.submission,
    defaultValue: { proofId: props.proofId },
  });
  return (
    <form
      method="post"
      action={paths.orderProof(props.orderCode)}
      encType="multipart/form-data"
      id={form.id}
      noValidate
    >
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name={fields.proofId.name} value={fields.proofId.initialValue} />
      <TextField
        field={fields.receivedBy}
        language="vi"
        label={t("shipping.receivedByField")}
        hint={t("shipping.receivedByHint")}
        optional
      />
      <FileField
        field={fields.photo}
        label={t("shipping.proofPhotoField")}
        hint={t("shipping.proofPhotoHint")}
        accept={PHOTO_TYPES}
        optional
      />
      <FileSending photoOf="goods" />
      <button className="button button-main w-full">{t("shipping.proofSave")}</button>
    </form>
  );
}
