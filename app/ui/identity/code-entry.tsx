import { useForm } from "@conform-to/react";
import { CODE_LIFE_MS } from "~/domain/identity/phone-code-limits";
import { MINUTE_MS } from "~/platform/period";
import { ariaOf, FieldFrame, FormErrors } from "~/ui/primitives/form";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import type { SentCode } from "~/web/sent-code";

type Props = {
  code: SentCode;
  /** This page, which takes the digits and sends them again. */
  action: string;
  /** What the button says that the digits do. */
  submit: string;
  /** Ways on when they do not come. */
  ways: readonly { href: string; text: string }[];
  reply: MutationReply | undefined;
};

/** Where the digits are typed, and every way on when they do not come. */
export function CodeEntry(props: Props) {
  const t = useT();
  const { phone, isOpen, canSendAgain, wasRefused, isAgain, demoDigits } = props.code;
  const late = wasRefused ? "code_not_delivered" : "code_late";
  const gone = canSendAgain ? late : (props.reply?.failure?.code ?? "code_gone");
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
      {isOpen ? <DigitsForm {...props} /> : <Refusal title={errorText(t, gone)} />}
      <OtherWays {...props} />
    </>
  );
}

function DigitsForm({ action, submit, reply }: Props) {
  const t = useT();
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
      <button className="button button-main w-full">{submit}</button>
    </form>
  );
}

function OtherWays({ code, action, ways }: Props) {
  const t = useT();
  return (
    <section aria-labelledby="code-not-come">
      <h2 id="code-not-come" className="mt-8 text-xl">
        {t("identity.codeNotCome")}
      </h2>
      {code.canSendAgain ? (
        <form method="post" action={action} className="mt-2">
          <button name="again" value="1" className="button button-quiet w-full">
            {t("identity.codeAgain")}
          </button>
        </form>
      ) : null}
      <ul className="mt-2">
        {ways.map(({ href, text }) => (
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
