import { useForm } from "@conform-to/react";
import type { ListingWords } from "~/domain/catalog/listing-answers";
import { GOODS_TAX_CLASSES } from "~/domain/catalog/tax-class";
import { Icon } from "~/ui/households/icon";
import { FormErrors, SelectField, TextAreaField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { SENDING_FORM } from "./question-link";

/** The last press: what may still be said, and sending it to be looked at. */
export function SendingForm(props: {
  listingId: string;
  version: number;
  /** What was typed before, or a description of the bare facts, to be left or changed. */
  words: ListingWords;
  isService: boolean;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { reply } = props;
  const [form, fields] = useForm<Record<"description" | "taxClass", string>>({
    id: SENDING_FORM,
    lastResult: reply?.submission ?? null,
    defaultValue: props.words,
  });
  return (
    <form
      method="post"
      action={paths.listingSummary(props.listingId)}
      id={form.id}
      noValidate
      className="mt-6"
    >
      <FormErrors form={form} failure={reply?.failure} />
      <input type="hidden" name="version" value={props.version} />
      <TextAreaField
        field={fields.description}
        language="vi"
        label={t("listing.descriptionLabel")}
        hint={t("listing.descriptionHint")}
        rows={4}
      />
      {props.isService ? null : (
        <SelectField
          field={fields.taxClass}
          label={t("tax.productField")}
          hint={t("tax.productFieldHint")}
          emptyLabel={t("tax.productFieldNone")}
          options={GOODS_TAX_CLASSES.map((value) => ({ value, label: t(`tax.class_${value}`) }))}
          optional
        />
      )}
      <button name="to" value="submit" className="button button-main mt-4 min-h-16 w-full text-xl">
        <Icon name="check" />
        {t("households.submit")}
      </button>
      <p className="mt-2 text-soft">{t("listing.sendText")}</p>
      <button name="to" value="draft" className="button button-quiet mt-4 min-h-14 w-full">
        <Icon name="pencil" />
        {t("listing.sendLater")}
      </button>
    </form>
  );
}
