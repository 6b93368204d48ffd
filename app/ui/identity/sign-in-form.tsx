import { useForm } from "@conform-to/react";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import type { MutationReply } from "~/web/mutation-reply";

type SignInFields = { phone: string; password: string };

export function SignInForm(props: {
  action: string;
  /** Where to go after it, also by way of a new account. */
  next: string | null;
  /** A code can be sent instead. */
  hasCodes: boolean;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const language = useLanguage();
  const [form, fields] = useForm<SignInFields>({
    id: "sign-in",
    lastResult: props.reply?.submission,
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
        field={fields.password}
        label={t("identity.password")}
        type="password"
        autoComplete="current-password"
      />
      <button className="button button-main mt-2 w-full">{t("identity.signInTitle")}</button>
      {props.hasCodes ? (
        <p className="mt-4">
          <span className="block text-soft">{t("identity.codeLinkText")}</span>
          <a
            className="button button-quiet mt-2 w-full"
            href={paths.codeRequest(language, { next: props.next ?? undefined })}
          >
            {t("identity.codeLink")}
          </a>
        </p>
      ) : null}
      <p className="mt-4">
        <a
          className="inline-flex min-h-12 items-center font-semibold underline"
          href={paths.signUp(language, { next: props.next ?? undefined })}
        >
          {t("identity.signUpLink")}
        </a>
      </p>
      <p className="text-soft">
        <span className="block">{t("identity.registerText")}</span>
        <a
          className="inline-flex min-h-12 items-center font-semibold underline"
          href={paths.register(language)}
        >
          {t("identity.registerLink")}
        </a>
      </p>
      <p>
        <a className="inline-flex min-h-12 items-center" href={paths.handedCode(language)}>
          {t("identity.handedLink")}
        </a>
      </p>
      {props.hasCodes ? null : <p className="mt-2 text-soft">{t("identity.helpText")}</p>}
    </form>
  );
}
