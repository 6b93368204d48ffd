import { useForm, type FieldMetadata } from "@conform-to/react";
import { CONSENT_DAYS } from "~/domain/households/delegation-terms";
import { POWERS } from "~/domain/identity/powers";
import { FileSending } from "~/ui/phone/file-sending";
import { CheckboxList } from "~/ui/primitives/checkbox-list";
import { FileField } from "~/ui/primitives/file-field";
import { FormErrors, RadioField, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

type Fields = ConsentFields & Record<"delegationId" | "way", string>;
export type ConsentFields = Record<"days" | "signedOn" | "sheet", string> & { powers: string[] };
type Asked = { [Name in keyof ConsentFields]: FieldMetadata<ConsentFields[Name]> };

/** What a household is asked, and how it answers; nothing is chosen for it beforehand. */
export function ConsentQuestionForm(props: {
  action: string;
  delegationId: string;
  /** A code can reach phones here. */
  hasSms: boolean;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const [form, fields] = useForm<Fields>({
    id: "consent",
    lastResult: props.reply?.submission ?? null,
    defaultValue: { way: props.hasSms ? "code" : "sheet" },
  });
  const ways = props.hasSms ? (["code", "sheet"] as const) : (["sheet"] as const);
  return (
    <form method="post" action={props.action} id={form.id} encType="multipart/form-data" noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name="delegationId" value={props.delegationId} />
      <PowersQuestion fields={fields} />
      <RadioField
        field={fields.way}
        label={t("helpers.consentWay")}
        options={ways.map((way) => ({
          value: way,
          label: t(`helpers.consentWay_${way}`),
          hint: t(`helpers.consentWay_${way}Hint`),
        }))}
      />
      <fieldset className="card min-w-0 px-4 py-2">
        <legend className="px-1 font-semibold">{t("helpers.consentWay_sheet")}</legend>
        <p>
          <a className="inline-flex min-h-12 items-center" href={paths.consentSheet()}>
            {t("helpers.consentSheetPrint")}
          </a>
        </p>
        {props.hasSms ? <p>{t("helpers.consentSheetNeeds")}</p> : null}
        <SheetQuestion fields={fields} />
      </fieldset>
      <FileSending photoOf="paper" />
      <button className="button button-main mt-6 w-full">{t("helpers.consentSend")}</button>
    </form>
  );
}

/** What the agent may do, and for how long. */
export function PowersQuestion({ fields }: { fields: Pick<Asked, "powers" | "days"> }) {
  const t = useT();
  return (
    <>
      <CheckboxList
        field={fields.powers}
        label={t("helpers.consentPowers")}
        options={POWERS.map((power) => ({ value: power, label: t(`helpers.power_${power}`) }))}
        isWide
      />
      <RadioField
        field={fields.days}
        label={t("helpers.consentDays")}
        options={CONSENT_DAYS.map((days) => ({
          value: String(days),
          label: t(`helpers.consentDays_${days}`),
        }))}
      />
    </>
  );
}

/** The sheet that a household has signed: a photo of it, and its day. */
export function SheetQuestion({ fields }: { fields: Pick<Asked, "signedOn" | "sheet"> }) {
  const t = useT();
  return (
    <>
      <FileField
        field={fields.sheet}
        label={t("helpers.consentSheet")}
        hint={t("helpers.consentSheetHint")}
        accept="image/*"
      />
      <TextField field={fields.signedOn} label={t("helpers.consentSignedOn")} type="date" />
    </>
  );
}
