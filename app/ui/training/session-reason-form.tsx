import { useForm } from "@conform-to/react";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

/** Why a session does not take place, or its list is opened again. */
export function SessionReasonForm(props: {
  action: string;
  hint: string;
  submit: string;
  isDanger?: true;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const [form, fields] = useForm<Record<"reason", string>>({
    id: "reason",
    lastResult: props.reply?.submission ?? null,
  });
  return (
    <form method="post" id={form.id} action={props.action} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <TextField
        field={fields.reason}
        label={t("training.reason")}
        hint={props.hint}
        language="vi"
      />
      <button
        className={`button ${props.isDanger ? "button-danger" : "button-main"} w-full sm:w-auto`}
      >
        {props.submit}
      </button>
    </form>
  );
}
