import { useForm } from "@conform-to/react";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

/** Why somebody helps no more: the households read it with the end of their consents. */
export function RetireForm(props: { action: string; reply: MutationReply | undefined }) {
  const t = useT();
  const [form, fields] = useForm<Record<"reason", string>>({
    id: "retire",
    lastResult: props.reply?.submission ?? null,
  });
  return (
    <form method="post" id={form.id} action={props.action} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <TextField field={fields.reason} label={t("helpers.retireReason")} language="vi" />
      <button className="button button-danger w-full sm:w-auto">{t("helpers.retire")}</button>
    </form>
  );
}
