import { useForm } from "@conform-to/react";
import { FormErrors, TextAreaField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

/** Why the department does not accept a document. */
export function RefusalForm(props: { action: string; reply: MutationReply | undefined }) {
  const t = useT();
  const [form, fields] = useForm<Record<"decision" | "reason", string>>({
    id: "refusal",
    lastResult: props.reply?.submission,
  });
  return (
    <form method="post" action={props.action} id={form.id} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name="decision" value="refuse" />
      <TextAreaField
        field={fields.reason}
        label={t("lots.refuseReason")}
        hint={t("department.reasonHint")}
      />
      <button className="button button-danger w-full">{t("lots.refuseSend")}</button>
    </form>
  );
}
