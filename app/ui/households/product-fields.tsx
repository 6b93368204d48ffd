import type { FieldMetadata } from "@conform-to/react";
import type { ReactNode } from "react";
import { OCOP_GROUPS, setsOfGroup } from "~/domain/catalog/ocop-sets";
import { PACKAGE_SIDES } from "~/domain/catalog/package-size";
import { GOODS_TAX_CLASSES } from "~/domain/catalog/tax-class";
import { CONTENT_UNITS } from "~/domain/catalog/units";
import { groupName, setName } from "~/ui/catalog/set-names";
import { FileField } from "~/ui/primitives/file-field";
import { SelectField, TextAreaField, TextField, type AnyField } from "~/ui/primitives/form";
import { GroupedSelectField } from "~/ui/primitives/grouped-select-field";
import { useT } from "~/ui/site";

type Fields<Name extends string> = Record<Name, FieldMetadata<string>>;

// Without HEIC in the list, phones that keep their photos so send them as JPEG.
export const PHOTO_TYPES = "image/jpeg,image/png,image/webp";

/** A part of the form with its heading. */
export function FormPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="mt-8 border-t border-line pt-4">
      <legend className="float-left mb-2 w-full text-xl font-semibold">{title}</legend>
      <div className="clear-both">{children}</div>
    </fieldset>
  );
}

export function WordFields({
  fields,
}: {
  fields: Fields<"name" | "ocopSet" | "taxClass" | "description">;
}) {
  const t = useT();
  return (
    <>
      <TextField
        field={fields.name}
        language="vi"
        label={t("households.productName")}
        hint={t("households.productNameHint")}
      />
      <GroupedSelectField
        field={fields.ocopSet}
        label={t("households.productSet")}
        emptyLabel={t("households.productSetChoose")}
        groups={OCOP_GROUPS.map(({ code }) => ({
          label: groupName(t, code),
          options: setsOfGroup(code).map((set) => ({
            value: String(set),
            label: setName(t, set),
          })),
        }))}
      />
      <SelectField
        field={fields.taxClass}
        label={t("tax.productField")}
        hint={t("tax.productFieldHint")}
        emptyLabel={t("tax.productFieldNone")}
        options={GOODS_TAX_CLASSES.map((value) => ({ value, label: t(`tax.class_${value}`) }))}
        optional
      />
      <TextAreaField
        field={fields.description}
        language="vi"
        label={t("households.productDescription")}
        hint={t("households.productDescriptionHint")}
        rows={5}
      />
    </>
  );
}

export function PackFields(props: {
  fields: Fields<
    "packLabel" | "contentQuantity" | "contentUnit" | "weightGrams" | (typeof PACKAGE_SIDES)[number]
  >;
}) {
  const t = useT();
  const { fields } = props;
  return (
    <>
      <TextField
        field={fields.packLabel}
        language="vi"
        label={t("households.packLabel")}
        hint={t("households.packLabelHint")}
      />
      <div className="gap-x-4 sm:grid sm:grid-cols-2 sm:items-end">
        <TextField
          field={fields.contentQuantity}
          label={t("households.contentQuantity")}
          hint={t("households.contentQuantityHint")}
          inputMode="numeric"
        />
        <SelectField
          field={fields.contentUnit}
          label={t("households.contentUnit")}
          options={CONTENT_UNITS.map((unit) => ({
            value: unit,
            label: t(`households.contentUnit_${unit}`),
          }))}
        />
      </div>
      <TextField
        field={fields.weightGrams}
        label={t("households.weightGrams")}
        hint={t("households.weightGramsHint")}
        inputMode="numeric"
        optional
      />
      <fieldset className="my-4" aria-describedby="package-hint">
        <legend className="font-semibold">{t("shipping.packageTitle")}</legend>
        <p id="package-hint" className="text-sm text-soft">
          {t("shipping.packageHint")}
        </p>
        <div className="-mt-2 gap-x-4 sm:grid sm:grid-cols-3 sm:items-end">
          {PACKAGE_SIDES.map((side) => (
            <TextField
              key={side}
              field={fields[side]}
              label={t(`shipping.packageSide_${side}`)}
              inputMode="numeric"
              optional
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

/** The same words for English readers; the box to tick comes with the question that it answers. */
export function EnglishFields(props: {
  fields: Fields<"nameEn" | "descriptionEn" | "packLabelEn" | "englishStands">;
}) {
  const t = useT();
  const { nameEn, descriptionEn, packLabelEn, englishStands } = props.fields;
  const isAsked = [nameEn, descriptionEn, packLabelEn].some((field) =>
    field.errors?.includes("english_outdated"),
  );
  return (
    <>
      <p className="text-soft">{t("households.formEnglishHint")}</p>
      <TextField field={nameEn} label={t("households.productNameEn")} optional />
      <TextAreaField field={descriptionEn} label={t("households.productDescriptionEn")} optional />
      <TextField field={packLabelEn} label={t("households.packLabelEn")} optional />
      {isAsked || englishStands.initialValue === "on" ? (
        <label className="card flex min-h-12 cursor-pointer items-center gap-3 px-4 py-2">
          <input
            type="checkbox"
            name={englishStands.name}
            value="on"
            defaultChecked={englishStands.initialValue === "on"}
          />
          <span>{t("households.englishStands")}</span>
        </label>
      ) : null}
    </>
  );
}

export function PriceField({ field }: { field: AnyField }) {
  const t = useT();
  return (
    <TextField
      field={field}
      label={t("households.price")}
      hint={t("households.priceHint")}
      inputMode="numeric"
    />
  );
}

export function LotFields({ fields }: { fields: Fields<"stockCount" | "madeOn" | "expiresOn"> }) {
  const t = useT();
  return (
    <>
      <TextField field={fields.stockCount} label={t("households.stockCount")} inputMode="numeric" />
      <div className="gap-x-4 sm:grid sm:grid-cols-2 sm:items-end">
        <TextField field={fields.madeOn} label={t("households.madeOn")} type="date" />
        <TextField
          field={fields.expiresOn}
          label={t("households.expiresOn")}
          type="date"
          optional
        />
      </div>
    </>
  );
}

export function PhotoField(props: { field: AnyField; isOptional: "optional" | "required" }) {
  const t = useT();
  return (
    <FileField
      field={props.field}
      label={t("households.photo")}
      hint={t("households.photoHint")}
      accept={PHOTO_TYPES}
      {...(props.isOptional === "optional" ? { optional: true } : {})}
    />
  );
}
