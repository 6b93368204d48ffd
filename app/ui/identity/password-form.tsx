import { useForm } from "@conform-to/react";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

export function PasswordForm({ reply }: { reply: MutationReply | undefined }) {
  const t = useT();
  const [form, fields] = useForm<Record<"password" | "newPassword", string>>({
    id: "password",
    lastResult: reply?.submission,
  });
  return (
    <form method="post" action={paths.password()} id={form.id} noValidate>
      <FormErrors form={form} failure={reply?.failure} />
      <TextField
        field={fields.password}
        label={t("account.passwordNow")}
        type="password"
        autoComplete="current-password"
      />
      <TextField
        field={fields.newPassword}
        label={t("account.passwordNew")}
        hint={t("identity.signUpPasswordHint")}
        type="password"
        autoComplete="new-password"
      />
      <button className="button button-main w-full">{t("account.password")}</button>
    </form>
  );
}
