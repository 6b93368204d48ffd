import { useForm } from "@conform-to/react";
import { PHOTO_TYPES } from "~/ui/households/product-fields";
import { FileSending } from "~/ui/phone/file-sending";
import { FileField } from "~/ui/primitives/file-field";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

type Fields = Record<"claimId" | "amount" | "day" | "time" | "bankReference" | "photo", string>;

/** A buyer's word that a transfer was made; no account number is asked for. */
export function ClaimForm(props: {
  code: string;
  orderKey: string;
  claimId: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const language = useLanguage();
  const { code, orderKey: key, claimId, reply } = props;
  const [form, fields] = useForm<Fields>({
    id: "claim",
    lastResult: reply?.submission ?? null,
    defaultValue: { claimId },
  });
  return (
    <form
      method="post"
      id={form.id}
      action={paths.transferClaim(language, { code, key })}
      encType="multipart/form-data"
      noValidate
    >
      <FormErrors form={form} failure={reply?.failure} />
      <input type="hidden" name={fields.claimId.name} value={fields.claimId.initialValue} />
      <TextField
        field={fields.amount}
        label={t("claims.amount")}
        hint={t("claims.amountHint")}
        inputMode="numeric"
        autoComplete="off"
      />
      {/* Typed, not picked: pickers show the day in the browser's order, and 06/11 is not 11/06. */}
      <TextField
        field={fields.day}
        label={t("claims.day")}
        hint={t("claims.dayHint")}
        autoComplete="off"
      />
      <TextField
        field={fields.time}
        label={t("claims.time")}
        hint={t("claims.timeHint")}
        autoComplete="off"
      />
      <TextField
        field={fields.bankReference}
        label={t("claims.reference")}
        hint={t("claims.referenceHint")}
        autoComplete="off"
        optional
      />
      <FileField
        field={fields.photo}
        label={t("claims.photo")}
        hint={t("claims.photoHint")}
        accept={PHOTO_TYPES}
        optional
      />
      <FileSending photoOf="goods" guestPlace={paths.claimPhotoParts({ code, key }, ":hash")} />
      <button className="button button-main w-full">{t("claims.send")}</button>
    </form>
  );
}
