import { useForm } from "@conform-to/react";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** Who is to work for the department: name and phone. */
export function NewOfficerForm({ reply }: { reply: MutationReply | undefined }) {
  const t = useT();
  const [form, fields] = useForm<Record<"fullName" | "phone", string>>({
    id: "officer",
    lastResult: reply?.submission ?? null,
  });
  return (
    <form method="post" id={form.id} action={paths.newOfficer()} noValidate>
      <FormErrors form={form} failure={reply?.failure} />
      <TextField
        field={fields.fullName}
        label={t("officers.name")}
        autoComplete="off"
        language="vi"
      />
      <TextField
        field={fields.phone}
        label={t("officers.phone")}
        hint={t("officers.phoneHint")}
        type="tel"
        autoComplete="off"
      />
      <button className="button button-main">{t("officers.newAsk")}</button>
    </form>
  );
}

/** Why an officer's access is renewed or ends; it stays in the log. */
export function OfficerReasonForm(props: {
  action: string;
  button: string;
  tone: "main" | "danger";
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const [form, fields] = useForm<Record<"reason", string>>({
    id: "officer",
    lastResult: props.reply?.submission ?? null,
  });
  const tone = props.tone === "main" ? "button-main" : "button-danger";
  return (
    <form method="post" id={form.id} action={props.action} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <TextField
        field={fields.reason}
        label={t("officers.reason")}
        hint={t("officers.reasonHint")}
        language="vi"
      />
      <button className={`button ${tone} w-full sm:w-auto`}>{props.button}</button>
    </form>
  );
}
