import type { FieldMetadata } from "@conform-to/react";
import type { Recognition } from "~/domain/households/entry-code-terms";
import { RadioField, TextAreaField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";

/** How an officer knows that whoever asks is of the household: one of these ways, and in words. */
export function RecognitionFields(props: {
  ways: readonly Recognition[];
  fields: { recognisedBy: FieldMetadata<string>; recognition: FieldMetadata<string> };
  hint: string;
}) {
  const t = useT();
  const { ways, fields, hint } = props;
  const options = ways.map((value) => ({
    value,
    label: t(`entry.recognised_${value}`),
    hint: t(`entry.recognisedHint_${value}`),
  }));
  return (
    <>
      <RadioField field={fields.recognisedBy} label={t("entry.recognisedBy")} options={options} />
      <TextAreaField
        field={fields.recognition}
        label={t("entry.recognition")}
        hint={hint}
        language="vi"
      />
    </>
  );
}
