import { useForm } from "@conform-to/react";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

/** What the helper handed over, and the password from then on. */
export function HandedCodeForm(props: { action: string; reply: MutationReply | undefined }) {
  const t = useT();
  const [form, fields] = useForm<Record<"phone" | "code" | "password", string>>({
    id: "handed-code",
    lastResult: props.reply?.submission ?? null,
  });
  return (
    <form method="post" action={props.action} id={form.id} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <TextField
        field={fields.phone}
        label={t("identity.phone")}
        hint={t("identity.phoneHint")}
        type="tel"
        autoComplete="username"
      />
      <TextField
        field={fields.code}
        label={t("identity.handedCode")}
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      <TextField
        field={fields.password}
        label={t("identity.handedPassword")}
        hint={t("households.registerPasswordHint")}
        type="password"
        autoComplete="new-password"
      />
      <button className="button button-main mt-2 w-full">{t("identity.handedSubmit")}</button>
    </form>
  );
}
