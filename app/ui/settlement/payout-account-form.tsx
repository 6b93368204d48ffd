import { useForm } from "@conform-to/react";
import type { PayeeField } from "~/domain/settlement/forms";
import { PAYOUT_PLACES } from "~/domain/settlement/wallets";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { GroupedSelectField } from "~/ui/primitives/grouped-select-field";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

/** Where a household is to be paid. Never filled in beforehand: what is known is not shown again. */
export function PayoutAccountForm(props: { action: string; reply: MutationReply | undefined }) {
  const t = useT();
  const [form, fields] = useForm<Record<PayeeField, string>>({
    id: "account",
    lastResult: props.reply?.submission ?? null,
  });
  const groups = (["bank", "wallet"] as const).map((kind) => ({
    label: t(`payouts.group_${kind}`),
    options: PAYOUT_PLACES.filter((place) => place.kind === kind).map(({ id, name }) => ({
      value: id,
      label: name,
    })),
  }));
  return (
    <form method="post" id={form.id} action={props.action} className="mt-3">
      <FormErrors form={form} failure={props.reply?.failure} />
      <GroupedSelectField
        field={fields.bankBin}
        label={t("payouts.accountPlace")}
        groups={groups}
        emptyLabel={t("payouts.accountPlaceNone")}
      />
      <TextField
        field={fields.accountNumber}
        label={t("payouts.accountNumber")}
        hint={t("payouts.accountNumberHint")}
        autoComplete="off"
      />
      <TextField
        field={fields.accountName}
        label={t("payouts.accountName")}
        hint={t("money.payeeNameHint")}
        autoComplete="off"
      />
      <button className="button button-main mt-2">{t("payouts.accountSave")}</button>
    </form>
  );
}
