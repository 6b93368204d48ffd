import { CodeRequestForm } from "~/ui/identity/code-request-form";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** The first question of who joins: the phone, to which a code is sent. */
export function RegistrationStart(props: { ask: string; phone: string | null }) {
  const t = useT();
  const language = useLanguage();
  return (
    <>
      <h2 className="mt-6 text-xl">{t("households.registerPhoneStep")}</h2>
      <CodeRequestForm action={paths.codeRequest(language, { to: "register" })} {...props} />
      <p className="mt-4">
        <a
          className="inline-flex min-h-12 items-center"
          href={paths.register(language, { by: "password" })}
        >
          {t("households.registerByPassword")}
        </a>
      </p>
    </>
  );
}
