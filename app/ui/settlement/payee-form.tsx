import { useForm } from "@conform-to/react";
import { BANKS } from "~/domain/payments/banks";
import type { PayeeField } from "~/domain/settlement/forms";
import { GroupedSelectField } from "~/ui/primitives/grouped-select-field";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

/** An account to send money to. Never filled in beforehand: what is known is not shown again. */
export function PayeeForm(props: { action: string; reply: MutationReply | undefined }) {
  const t = useT();
  const [form, fields] = useForm<Record<PayeeField, string>>({
    id: "payee",
    lastResult: props.reply?.submission ?? null,
  });
  const groups = (["bank", "wallet"] as const).map((kind) => ({
    label: t(`money.payee_${kind}`),
    options: BANKS.filter((bank) => bank.kind === kind).map((bank) => ({
      value: bank.bin,
      label: bank.shortName,
    })),
  }));
  return (
    <form method="post" id={form.id} action={props.action} className="mt-3">
      <FormErrors form={form} failure={props.reply?.failure} />
      <GroupedSelectField
        field={fields.bankBin}
        label={t("money.payeeBank")}
        groups={groups}
        emptyLabel={t("money.payeeBankNone")}
      />
      <TextField
        field={fields.accountNumber}
        label={t("money.payeeNumber")}
        hint={t("money.payeeNumberHint")}
        autoComplete="off"
      />
      <TextField
        field={fields.accountName}
        label={t("money.payeeName")}
        hint={t("money.payeeNameHint")}
        autoComplete="off"
      />
      <p className="max-w-prose text-sm text-soft">{t("money.payeePrivacy")}</p>
      <button className="button button-main mt-4">{t("money.payeeSave")}</button>
    </form>
  );
}
