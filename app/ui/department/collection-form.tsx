import { useForm, type FieldMetadata } from "@conform-to/react";
import { FormErrors, TextAreaField, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import type { CollectionFields } from "./typed-collection";

/** What a collection says and when it is shown; with `collectionId` it is a new one. */
export function CollectionForm(props: {
  action: string;
  collectionId?: string;
  words: Partial<CollectionFields>;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const [form, fields] = useForm<CollectionFields & { collectionId: string }>({
    id: "collection",
    lastResult: props.reply?.submission,
    defaultValue: { ...props.words, collectionId: props.collectionId },
  });
  return (
    <form method="post" action={props.action} id={form.id} noValidate className="max-w-3xl">
      <FormErrors form={form} failure={props.reply?.failure} />
      {props.collectionId ? (
        <input
          type="hidden"
          name="collectionId"
          value={fields.collectionId.initialValue ?? props.collectionId}
        />
      ) : null}
      <Words fields={fields} />
      <Days fields={fields} />
      <EnglishWords fields={fields} />
      <button className="button button-main mt-2">{t("common.save")}</button>
    </form>
  );
}

type Fields = Record<keyof CollectionFields, FieldMetadata<string>>;

function Words({ fields }: { fields: Fields }) {
  const t = useT();
  return (
    <>
      <TextField
        field={fields.name}
        language="vi"
        label={t("collections.formName")}
        hint={t("collections.formNameHint")}
      />
      <TextAreaField
        field={fields.intro}
        language="vi"
        label={t("collections.formIntro")}
        rows={3}
      />
      <TextAreaField
        field={fields.criterion}
        language="vi"
        label={t("collections.formCriterion")}
        hint={t("collections.formCriterionHint")}
        rows={3}
      />
    </>
  );
}

/** Typed, not picked: pickers show the day in the browser's order. */
function Days({ fields }: { fields: Fields }) {
  const t = useT();
  return (
    <div className="grid gap-x-8 sm:grid-cols-3 sm:items-end">
      <TextField
        field={fields.startsOn}
        label={t("collections.formStartsOn")}
        inputMode="numeric"
        autoComplete="off"
      />
      <TextField
        field={fields.endsOn}
        label={t("collections.formEndsOn")}
        inputMode="numeric"
        autoComplete="off"
      />
      <TextField
        field={fields.position}
        label={t("collections.formPosition")}
        inputMode="numeric"
        autoComplete="off"
      />
    </div>
  );
}

function EnglishWords({ fields }: { fields: Fields }) {
  const t = useT();
  return (
    <>
      <TextField field={fields.nameEn} language="en" label={t("collections.formNameEn")} optional />
      <TextAreaField
        field={fields.introEn}
        language="en"
        label={t("collections.formIntroEn")}
        rows={3}
        optional
      />
      <TextAreaField
        field={fields.criterionEn}
        language="en"
        label={t("collections.formCriterionEn")}
        rows={3}
        optional
      />
    </>
  );
}
