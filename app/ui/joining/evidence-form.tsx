import { useForm } from "@conform-to/react";
import { EVIDENCE_FILES_MAX } from "~/domain/joining/joining-items";
import { PHOTO_TYPES } from "~/ui/households/product-fields";
import { FileSending } from "~/ui/phone/file-sending";
import { FileField } from "~/ui/primitives/file-field";
import { FormErrors } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

type Fields = { formId: string; files: string };

/** Photos or PDF files for the officer who looks at the item. */
export function EvidenceForm(props: {
  action: string;
  formId: string;
  isErased: boolean;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const [form, fields] = useForm<Fields>({
    id: "evidence",
    lastResult: props.reply?.submission ?? null,
  });
  const field = {
    field: fields.files,
    label: t("joining.evidenceFiles"),
    hint: t("joining.evidenceFilesHint", { max: EVIDENCE_FILES_MAX }),
  };
  return (
    <form method="post" id={form.id} action={props.action} encType="multipart/form-data" noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name="formId" value={props.formId} />
      <FileField {...field} accept={`${PHOTO_TYPES},application/pdf`} max={EVIDENCE_FILES_MAX} />
      <p className="my-3 text-soft">
        {t(props.isErased ? "joining.evidenceErased" : "joining.evidenceKept")}
      </p>
      <FileSending photoOf="paper" />
      <button className="button button-main w-full">{t("joining.evidenceSend")}</button>
    </form>
  );
}
