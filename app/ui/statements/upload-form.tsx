import { useForm } from "@conform-to/react";
import { FileField } from "~/ui/primitives/file-field";
import { FormErrors } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** Chooses the bank's file; what is wrong with it is said before anything of it is kept. */
export function UploadForm({ reply }: { reply: MutationReply | undefined }) {
  const t = useT();
  const [form, fields] = useForm<Record<"file", string>>({
    id: "statement",
    lastResult: reply?.submission ?? null,
  });
  return (
    <form
      method="post"
      id={form.id}
      action={paths.newBankStatement()}
      encType="multipart/form-data"
      className="max-w-prose"
      noValidate
    >
      <FormErrors form={form} failure={reply?.failure} />
      <FileField
        field={fields.file}
        label={t("statements.file")}
        hint={t("statements.fileHint")}
        accept=".csv,.txt,text/csv,text/plain"
      />
      <button className="button button-main">{t("statements.fileSend")}</button>
    </form>
  );
}
