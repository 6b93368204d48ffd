import { useForm } from "@conform-to/react";
import { ITEM_KINDS, JOINING_FACTS } from "~/domain/joining/joining-items";
import type { JoiningItem } from "~/domain/joining/types";
import {
  FormErrors,
  RadioField,
  SelectField,
  TextAreaField,
  type AnyField,
} from "~/ui/primitives/form";
import { TickField } from "~/ui/primitives/tick-field";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

type Words = Record<"titleVi" | "titleEn" | "hintVi" | "hintEn" | "isRequired", string>;
type Fields = Words & Record<"itemId" | "kind" | "fact" | "isErased", string>;

/** A new item: what it is, and its words. */
export function NewItemForm(props: {
  action: string;
  itemId: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const [form, fields] = useForm<Fields>({
    id: "item",
    lastResult: props.reply?.submission ?? null,
    defaultValue: { kind: "verified", isRequired: "yes" },
  });
  return (
    <form method="post" id={form.id} action={props.action} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name="itemId" value={props.itemId} />
      <RadioField
        field={fields.kind}
        label={t("joining.formKind")}
        options={ITEM_KINDS.map((kind) => ({
          value: kind,
          label: t(`joining.kind_${kind}`),
          hint: t(`joining.kindHint_${kind}`),
        }))}
      />
      <SelectField
        field={fields.fact}
        label={t("joining.formFact")}
        emptyLabel={t("joining.formFactChoose")}
        options={JOINING_FACTS.map((fact) => ({ value: fact, label: t(`joining.fact_${fact}`) }))}
        optional
      />
      <TickField field={fields.isErased} text={t("joining.formErased")} optional />
      <WordFields fields={fields} />
      <button className="button button-main w-full sm:w-auto">{t("joining.formSave")}</button>
    </form>
  );
}

/** The words of an item that there is. */
export function ItemWordsForm(props: {
  action: string;
  item: JoiningItem;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { titleVi, titleEn, hintVi, hintEn, isRequired } = props.item;
  const [form, fields] = useForm<Words>({
    id: "item",
    lastResult: props.reply?.submission ?? null,
    defaultValue: { titleVi, titleEn, hintVi, hintEn, isRequired: isRequired ? "yes" : "no" },
  });
  return (
    <form method="post" id={form.id} action={props.action} noValidate>
      <FormErrors form={form} failure={props.reply?.failure} />
      <WordFields fields={fields} />
      <button className="button button-main w-full sm:w-auto">{t("joining.formSave")}</button>
    </form>
  );
}

function WordFields({ fields }: { fields: Record<keyof Words, AnyField> }) {
  const t = useT();
  return (
    <>
      <TextAreaField
        field={fields.titleVi}
        label={t("joining.formTitleVi")}
        language="vi"
        rows={2}
      />
      <TextAreaField
        field={fields.titleEn}
        label={t("joining.formTitleEn")}
        language="en"
        rows={2}
      />
      <TextAreaField
        field={fields.hintVi}
        label={t("joining.formHintVi")}
        language="vi"
        rows={3}
        optional
      />
      <TextAreaField
        field={fields.hintEn}
        label={t("joining.formHintEn")}
        language="en"
        rows={3}
        optional
      />
      <RadioField
        field={fields.isRequired}
        label={t("joining.formRequired")}
        options={[
          { value: "yes", label: t("joining.required") },
          { value: "no", label: t("joining.notRequired") },
        ]}
      />
    </>
  );
}
