import { useForm } from "@conform-to/react";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** The address, how it stands, and the question that its mail's link leads to. */
export function EmailForm(props: {
  address: { email: string; isConfirmed: boolean } | null;
  /** From the mail's link, when it is right and not answered yet. */
  confirmKey: string | null;
  /** The page was opened by another one. */
  isOutdated: boolean;
  reply: MutationReply | undefined;
}) {
  const { address, confirmKey } = props;
  const t = useT();
  const [form, fields] = useForm<{ email: string }>({
    id: "email",
    lastResult: props.reply?.submission,
    defaultValue: { email: address?.email ?? "" },
  });
  const email = address?.email ?? "";
  return (
    <>
      {props.isOutdated ? <Notice tone="attention" title={t("notices.emailOutdated")} /> : null}
      {address && confirmKey ? <Confirm email={email} confirmKey={confirmKey} /> : null}
      {address && !confirmKey ? (
        <Notice tone={address.isConfirmed ? "good" : "plain"}>
          <p>
            {t(address.isConfirmed ? "notices.emailConfirmed" : "notices.emailWaiting", { email })}
          </p>
        </Notice>
      ) : null}
      <form method="post" id={form.id} action={paths.accountEmail()} noValidate className="my-6">
        <FormErrors form={form} failure={props.reply?.failure} />
        <TextField
          field={fields.email}
          label={t("notices.emailField")}
          hint={t("notices.emailHint")}
          autoComplete="email"
        />
        <button name="intent" value="save" className="button button-main w-full">
          {t("notices.emailSave")}
        </button>
      </form>
      {address ? (
        <form method="post" action={paths.accountEmail()}>
          <button name="intent" value="remove" className="button button-quiet w-full">
            {t("notices.emailRemove")}
          </button>
        </form>
      ) : null}
    </>
  );
}

function Confirm({ email, confirmKey }: { email: string; confirmKey: string }) {
  const t = useT();
  return (
    <form method="post" action={paths.accountEmail({ key: confirmKey })} className="card my-6 p-5">
      <p className="mb-3">{t("notices.emailConfirmText", { email })}</p>
      <button name="intent" value="confirm" className="button button-main w-full">
        {t("notices.emailConfirm")}
      </button>
    </form>
  );
}
