import { useForm } from "@conform-to/react";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** Who is to help: name and phone. */
export function NewHelperForm({ reply }: { reply: MutationReply | undefined }) {
  const t = useT();
  const [form, fields] = useForm<Record<"fullName" | "phone", string>>({
    id: "helper",
    lastResult: reply?.submission ?? null,
  });
  return (
    <form method="post" id={form.id} action={paths.newHelper()} noValidate>
      <FormErrors form={form} failure={reply?.failure} />
      <TextField
        field={fields.fullName}
        label={t("helpers.newHelperName")}
        autoComplete="off"
        language="vi"
      />
      <TextField
        field={fields.phone}
        label={t("helpers.newHelperPhone")}
        type="tel"
        autoComplete="off"
      />
      <button className="button button-main">{t("helpers.newHelperSave")}</button>
    </form>
  );
}
