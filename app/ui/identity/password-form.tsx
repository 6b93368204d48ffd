import { useForm } from "@conform-to/react";
import { PasswordNow } from "./password-now";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

type Props = {
  /** A code has proved the phone a moment ago: the old password is not asked for. */
  isProven: boolean;
  hasCodes: boolean;
  reply: MutationReply | undefined;
};

export function PasswordForm({ isProven, hasCodes, reply }: Props) {
  const t = useT();
  const [form, fields] = useForm<Record<"password" | "newPassword", string>>({
    id: "password",
    lastResult: reply?.submission,
  });
  return (
    <form method="post" action={paths.password()} id={form.id} noValidate>
      <FormErrors form={form} failure={reply?.failure} />
      <PasswordNow field={fields.password} next={paths.password()} {...{ isProven, hasCodes }} />
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
