import { FieldFrame, ariaOf, textOf, TextField, type AnyField } from "~/ui/primitives/form";
import { useLang } from "~/ui/in-language";
import { useT } from "~/ui/site";

export type SupplyFields = Record<
  "produceName" | "quantityKg" | "fromOn" | "toOn" | "note",
  AnyField
>;

/** What, how much and when: the same of a harvest and of what a buyer wants. */
export function SupplyFieldset(props: {
  fields: SupplyFields;
  names: readonly string[];
  quantityLabel: string;
}) {
  const t = useT();
  const { fields, names } = props;
  const produce = {
    field: fields.produceName,
    label: t("supply.produce"),
    hint: t("supply.produceHint"),
  };
  return (
    <>
      <FieldFrame {...produce}>
        <input
          id={fields.produceName.id}
          name={fields.produceName.name}
          list="produce-names"
          lang={useLang("vi")}
          defaultValue={textOf(fields.produceName)}
          {...ariaOf(produce)}
        />
        <datalist id="produce-names" lang="vi">
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </datalist>
      </FieldFrame>
      <TextField field={fields.quantityKg} label={props.quantityLabel} inputMode="numeric" />
      <div className="grid gap-x-3 sm:grid-cols-2">
        <TextField field={fields.fromOn} label={t("supply.from")} type="date" />
        <TextField field={fields.toOn} label={t("supply.to")} type="date" />
      </div>
      <TextField field={fields.note} label={t("supply.note")} language="vi" optional />
    </>
  );
}
