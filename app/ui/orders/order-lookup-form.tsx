import { useForm } from "@conform-to/react";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** The two things that a buyer remembers or finds in the transfer's memo. */
export function OrderLookupForm({ reply }: { reply: MutationReply | undefined }) {
  const t = useT();
  const language = useLanguage();
  const [form, fields] = useForm<Record<"code" | "phone", string>>({
    id: "order-lookup",
    lastResult: reply?.submission ?? null,
  });
  return (
    <form method="post" id={form.id} action={paths.orders(language)}>
      <FormErrors form={form} failure={reply?.failure} />
      <TextField
        field={fields.code}
        label={t("orders.lookupCode")}
        hint={t("orders.lookupCodeHint")}
      />
      <TextField
        field={fields.phone}
        label={t("orders.lookupPhone")}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
      />
      <button className="button button-main mt-2">{t("orders.lookupButton")}</button>
    </form>
  );
}
