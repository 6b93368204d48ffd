import { useForm } from "@conform-to/react";
import { formatPhone } from "~/domain/identity/phone";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

/** One question: to which phone. */
export function CodeRequestForm(props: {
  action: string;
  /** The form's own key. */
  ask: string;
  /** Of who is signed in. */
  phone: string | null;
  reply?: MutationReply | undefined;
}) {
  const t = useT();
  const [form, fields] = useForm<Record<"phone" | "ask", string>>({
    id: "code-request",
    lastResult: props.reply?.submission ?? null,
    defaultValue: props.phone === null ? {} : { phone: formatPhone(props.phone) },
  });
  return (
    <form method="post" action={props.action} id={form.id} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name="ask" value={props.ask} />
      <TextField
        field={fields.phone}
        label={t("identity.phone")}
        hint={t("identity.phoneHint")}
        type="tel"
        autoComplete="tel"
      />
      <button className="button button-main w-full">{t("identity.codeSend")}</button>
    </form>
  );
}
