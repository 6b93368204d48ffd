import { useForm } from "@conform-to/react";
import { EVIDENCE_FILES_MAX } from "~/domain/certificates/evidence-path";
import { PHOTO_TYPES } from "~/ui/households/product-fields";
import { FileSending } from "~/ui/phone/file-sending";
import { FileField } from "~/ui/primitives/file-field";
import { FormErrors } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

/** Photos or PDF files of the paper, which send the certificate to the department. */
export function CertificateEvidenceForm(props: {
  action: string;
  formId: string;
  /** Files went with an earlier sending, and may go again. */
  hasSent: boolean;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const [form, fields] = useForm<{ formId: string; files: string }>({
    id: "evidence",
    lastResult: props.reply?.submission ?? null,
  });
  const max = EVIDENCE_FILES_MAX;
  const field = {
    field: fields.files,
    label: t("certificates.files"),
    hint: t(props.hasSent ? "certificates.filesHintAgain" : "certificates.filesHint", { max }),
    ...(props.hasSent ? { optional: true as const } : {}),
  };
  return (
    <section aria-labelledby="certificate-send">
      <h2 id="certificate-send" className="mt-8 text-xl">
        {t("certificates.sendTitle")}
      </h2>
      <form
        method="post"
        id={form.id}
        action={props.action}
        encType="multipart/form-data"
        noValidate
      >
        <FormErrors form={form} failure={props.reply?.failure} />
        <input type="hidden" name="formId" value={props.formId} />
        <FileField {...field} accept={`${PHOTO_TYPES},application/pdf`} max={max} />
        <p className="my-3 text-soft">{t("certificates.filesPrivate")}</p>
        <FileSending photoOf="paper" />
        <button className="button button-main w-full">{t("certificates.send")}</button>
      </form>
    </section>
  );
}
