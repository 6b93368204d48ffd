import { useForm } from "@conform-to/react";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { TickField } from "~/ui/primitives/tick-field";
import { useT } from "~/ui/site";
import { ProofGone, ProvenPhone } from "./proven-phone";
import type { MutationReply } from "~/web/mutation-reply";

type Fields = Record<"fullName" | "phone" | "password" | "consent", string>;

/** Three fields, or one where a code has proved the phone, and a consent that nobody ticked beforehand. */
export function SignUpForm(props: {
  action: string;
  /** Where another phone is proved. */
  otherPath: string;
  provenPhone: string | null;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const [form, fields] = useForm<Fields>({
    id: "sign-up",
    lastResult: props.reply?.submission,
  });
  return (
    <form method="post" action={props.action} id={form.id} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <ProofGone failure={props.reply?.failure} otherPath={props.otherPath} />
      <TextField field={fields.fullName} label={t("identity.fullName")} autoComplete="name" />
      {props.provenPhone === null ? (
        <>
          <TextField
            field={fields.phone}
            label={t("identity.phone")}
            hint={t("identity.phoneHint")}
            type="tel"
            autoComplete="username"
          />
          <TextField
            field={fields.password}
            label={t("identity.signUpPassword")}
            hint={t("identity.signUpPasswordHint")}
            type="password"
            autoComplete="new-password"
          />
        </>
      ) : (
        <ProvenPhone phone={props.provenPhone} otherPath={props.otherPath} />
      )}
      <TickField field={fields.consent} text={t("identity.signUpConsent")} />
      <button className="button button-main w-full">{t("identity.signUpSend")}</button>
    </form>
  );
}
