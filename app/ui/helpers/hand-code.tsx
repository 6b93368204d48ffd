import { useForm } from "@conform-to/react";
import { formatPhone } from "~/domain/identity/phone";
import { formatInstant } from "~/platform/period";
import { FormErrors } from "~/ui/primitives/form";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

/** `place`: the whole address where the household types them. */
export type GivenDigits = { digits: string; phone: string; expiresAt: number; place: string };

/** Makes the digits by which a household comes in for the first time; then this page is the only place where they stand. */
export function HandCode(props: {
  action: string;
  codeId: string;
  handed: GivenDigits | null;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const [form] = useForm<Record<"codeId", string>>({
    id: "hand-code",
    lastResult: props.reply?.submission ?? null,
  });
  if (props.handed) return <HandedDigits {...props.handed} once={t("helpers.handOnce")} />;
  return (
    <form method="post" action={props.action} id={form.id} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name="codeId" value={props.codeId} />
      <p className="mt-2 max-w-prose text-soft">{t("helpers.handLead")}</p>
      <button className="button button-main mt-4 w-full">{t("helpers.handSubmit")}</button>
    </form>
  );
}

/** The digits, large enough to be copied by hand, and what the household does with them; `once` says how they go over. */
export function HandedDigits({
  digits,
  phone,
  expiresAt,
  place,
  once,
}: GivenDigits & { once: string }) {
  const t = useT();
  return (
    <>
      <Notice tone="good" title={once} />
      <p className="mt-4">{t("helpers.handWhere", { phone: formatPhone(phone) })}</p>
      <p className="num mt-2 text-4xl font-bold tracking-widest" translate="no">
        {digits.replace(/^\d{4}/, "$& ")}
      </p>
      <p className="mt-2 font-semibold wrap-anywhere" translate="no">
        {place}
      </p>
      <p className="mt-2 text-soft">{t("helpers.handUntil", { time: formatInstant(expiresAt) })}</p>
    </>
  );
}
