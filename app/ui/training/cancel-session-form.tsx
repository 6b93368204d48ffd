import { useForm } from "@conform-to/react";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

/** Why a session does not take place. */
export function CancelSessionForm(props: { action: string; reply: MutationReply | undefined }) {
  const t = useT();
  const [form, fields] = useForm<Record<"reason", string>>({
    id: "cancel",
    lastResult: props.reply?.submission ?? null,
  });
  return (
    <form method="post" id={form.id} action={props.action} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <TextField
        field={fields.reason}
        label={t("training.cancelReason")}
        hint={t("training.cancelReasonHint")}
        language="vi"
      />
      <button className="button button-danger w-full sm:w-auto">{t("training.cancel")}</button>
    </form>
  );
}
