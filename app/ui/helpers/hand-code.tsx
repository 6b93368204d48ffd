import { useForm } from "@conform-to/react";
import { formatPhone } from "~/domain/identity/phone";
import { formatInstant } from "~/platform/period";
import { FormErrors } from "~/ui/primitives/form";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** Makes the digits by which a household comes in for the first time; then this page is the only place where they stand. */
export function HandCode(props: {
  action: string;
  codeId: string;
  handed: { digits: string; phone: string; expiresAt: number } | null;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const [form] = useForm<Record<"codeId", string>>({
    id: "hand-code",
    lastResult: props.reply?.submission ?? null,
  });
  if (props.handed) return <Handed {...props.handed} />;
  return (
    <form method="post" action={props.action} id={form.id} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name="codeId" value={props.codeId} />
      <p className="mt-2 max-w-prose text-soft">{t("helpers.handLead")}</p>
      <button className="button button-main mt-4 w-full">{t("helpers.handSubmit")}</button>
    </form>
  );
}

function Handed(props: { digits: string; phone: string; expiresAt: number }) {
  const t = useT();
  const { digits, phone, expiresAt } = props;
  const place = paths.handedCode(useLanguage());
  return (
    <>
      <Notice tone="good" title={t("helpers.handOnce")} />
      <p className="mt-4">{t("helpers.handWhere", { phone: formatPhone(phone) })}</p>
      <p className="num mt-2 text-4xl font-bold tracking-widest" translate="no">
        {digits}
      </p>
      <p className="mt-2">
        <a className="inline-flex min-h-12 items-center wrap-anywhere" href={place}>
          {place}
        </a>
      </p>
      <p className="mt-2 text-soft">{t("helpers.handUntil", { time: formatInstant(expiresAt) })}</p>
    </>
  );
}
