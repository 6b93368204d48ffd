import { useForm } from "@conform-to/react";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

/** What a household said when it called. */
export function EntryRefusalForm(props: { action: string; reply: MutationReply | undefined }) {
  const t = useT();
  const [form, fields] = useForm<Record<"reason", string>>({
    id: "entry-refusal",
    lastResult: props.reply?.submission ?? null,
  });
  return (
    <form method="post" id={form.id} action={props.action} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <TextField field={fields.reason} label={t("entry.callReason")} language="vi" />
      <button className="button button-danger w-full sm:w-auto">{t("entry.callSubmit")}</button>
    </form>
  );
}
