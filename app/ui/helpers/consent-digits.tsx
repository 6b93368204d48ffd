import { useForm } from "@conform-to/react";
import { ariaOf, FieldFrame, FormErrors } from "~/ui/primitives/form";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

type Props = {
  action: string;
  /** The digits that the household was sent would still be taken. */
  isOpen: boolean;
  /** In a demo, which sends nothing. */
  demoDigits: string | null;
  reply: MutationReply | undefined;
};

/** Where an agent types what a household reads out, and has it sent, or sent once more. */
export function ConsentDigits(props: Props) {
  const t = useT();
  return (
    <>
      {props.isOpen ? <DigitsForm {...props} /> : null}
      <form method="post" action={props.action} className="mt-3">
        <button name="again" value="1" className="button button-quiet w-full">
          {t("helpers.resend")}
        </button>
      </form>
    </>
  );
}

function DigitsForm(props: Props) {
  const t = useT();
  const [form, fields] = useForm<Record<"code", string>>({
    id: "consent-code",
    lastResult: props.reply?.submission ?? null,
  });
  const field = fields.code;
  const words = { field, label: t("helpers.codeDigits"), hint: t("helpers.codeDigitsHint") };
  return (
    <>
      <p className="mt-4 text-lg">{t("helpers.codeAsk")}</p>
      {props.demoDigits === null ? null : (
        <Notice tone="plain" title={t("identity.codeDemo", { digits: props.demoDigits })} />
      )}
      <form method="post" action={props.action} id={form.id} noValidate>
        <FormErrors form={form} failure={props.reply?.failure} />
        <FieldFrame {...words}>
          <input
            id={field.id}
            name={field.name}
            className="num text-center text-3xl tracking-widest"
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            {...ariaOf(words)}
          />
        </FieldFrame>
        <button className="button button-main w-full">{t("helpers.codeSubmit")}</button>
      </form>
    </>
  );
}
