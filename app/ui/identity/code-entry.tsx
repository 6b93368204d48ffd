import { useForm } from "@conform-to/react";
import { CODE_LIFE_MS } from "~/domain/identity/phone-code-limits";
import { MINUTE_MS } from "~/platform/period";
import { ariaOf, FieldFrame, FormErrors } from "~/ui/primitives/form";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import { purposeQuery, type CodePurpose } from "~/web/code-purpose";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

export type EnteredCode = {
  codeId: string;
  /** Masked; null when nothing is known of the code any more. */
  phone: string | null;
  isOpen: boolean;
  canSendAgain: boolean;
  wasRefused: boolean;
  isAgain: boolean;
  /** In a demo, which sends nothing. */
  demoDigits: string | null;
  purpose: CodePurpose;
};

type Props = { code: EnteredCode; reply: MutationReply | undefined };

/** Where the digits are typed, and every way on when they do not come. */
export function CodeEntry({ code, reply }: Props) {
  const t = useT();
  const { phone, isOpen, canSendAgain, wasRefused, isAgain, demoDigits } = code;
  const late = wasRefused ? "code_not_delivered" : "code_late";
  const gone = canSendAgain ? late : (reply?.failure?.code ?? "code_gone");
  return (
    <>
      {phone === null || !isOpen ? null : (
        <p className="mt-2 text-lg">
          {t("identity.codeSentTo", { phone, minutes: CODE_LIFE_MS / MINUTE_MS })}
        </p>
      )}
      {isAgain && isOpen ? <Notice tone="good" title={t("identity.codeSentAgain")} /> : null}
      {demoDigits === null ? null : (
        <Notice tone="plain" title={t("identity.codeDemo", { digits: demoDigits })} />
      )}
      {isOpen ? <DigitsForm code={code} reply={reply} /> : <Refusal title={errorText(t, gone)} />}
      <OtherWays code={code} />
    </>
  );
}

function DigitsForm({ code: { codeId, purpose }, reply }: Props) {
  const t = useT();
  const action = paths.codeEntry(useLanguage(), { codeId, ...purposeQuery(purpose) });
  const [form, fields] = useForm<Record<"code", string>>({
    id: "code-entry",
    lastResult: reply?.submission ?? null,
  });
  const field = fields.code;
  const words = { field, label: t("identity.codeDigits"), hint: t("identity.codeDigitsHint") };
  return (
    <form method="post" action={action} id={form.id} noValidate>
      <FormErrors form={form} failure={reply?.failure} />
      <FieldFrame {...words}>
        <input
          id={field.id}
          name={field.name}
          className="num text-center text-3xl tracking-widest"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          {...ariaOf(words)}
        />
      </FieldFrame>
      <button className="button button-main w-full">{t("identity.codeEnter")}</button>
    </form>
  );
}

function OtherWays({ code: { codeId, isOpen, canSendAgain, purpose } }: { code: EnteredCode }) {
  const t = useT();
  const language = useLanguage();
  const query = purposeQuery(purpose);
  const links = [
    [
      paths.codeRequest(language, query),
      t(isOpen ? "identity.codeOtherPhone" : "identity.codeNew"),
    ],
    [
      purpose.to === "register"
        ? paths.register(language, { by: "password" })
        : paths.signIn(language, { next: query.next }),
      t("identity.codeByPassword"),
    ],
  ] as const;
  return (
    <section aria-labelledby="code-not-come">
      <h2 id="code-not-come" className="mt-8 text-xl">
        {t("identity.codeNotCome")}
      </h2>
      {canSendAgain ? (
        <form
          method="post"
          action={paths.codeEntry(language, { codeId, ...query })}
          className="mt-2"
        >
          <button name="again" value="1" className="button button-quiet w-full">
            {t("identity.codeAgain")}
          </button>
        </form>
      ) : null}
      <ul className="mt-2">
        {links.map(([href, text]) => (
          <li key={href}>
            <a className="inline-flex min-h-12 items-center" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <p className="text-soft">{t("identity.codeHelp")}</p>
    </section>
  );
}
