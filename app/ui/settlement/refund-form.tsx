import { useForm } from "@conform-to/react";
import type { RefundView } from "~/domain/settlement/types-disbursements";
import { formatInteger } from "~/platform/money";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** How much is to be paid back now: at first all that is owed. */
export function RefundForm(props: { refund: RefundView; reply: MutationReply | undefined }) {
  const t = useT();
  const language = useLanguage();
  const [form, fields] = useForm<Record<"amountVnd", string>>({
    id: "refund",
    lastResult: props.reply?.submission ?? null,
    defaultValue: { amountVnd: formatInteger(props.refund.owedVnd, language) },
  });
  return (
    <section className="mt-8" aria-labelledby="prepare">
      <h2 id="prepare" className="text-xl">
        {t("money.prepareTitle")}
      </h2>
      <p className="max-w-prose text-soft">{t("money.prepareText")}</p>
      <form method="post" id={form.id} action={paths.refund(props.refund.ownerId)}>
        <FormErrors form={form} failure={props.reply?.failure} />
        <TextField
          field={fields.amountVnd}
          label={t("money.amount")}
          inputMode="numeric"
          autoComplete="off"
        />
        <button className="button button-main">{t("money.prepare")}</button>
      </form>
    </section>
  );
}
