import type { FieldMetadata } from "@conform-to/react";
import type { Commune, Province } from "~/domain/places/types";
import { SelectField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";

type AnyField = FieldMetadata<string | undefined>;

/**
 * Where to send it, in two levels. Without a script the communes of another province come by a button that sends
 * the form and brings it back with everything typed (`intent=choose_province`); `enhance.js` asks for the same page
 * as soon as another province is chosen, and takes what is marked `data-follows-province` out of it.
 */
export function CommuneFields(props: {
  province: AnyField;
  commune: AnyField;
  provinces: readonly Province[];
  communes: readonly Commune[];
}) {
  const t = useT();
  return (
    <>
      <div className="-mt-4 flex items-end gap-3">
        <div className="min-w-0 grow">
          <SelectField
            field={props.province}
            label={t("orders.province")}
            autoComplete="address-level1"
            options={props.provinces.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </div>
        <button
          name="intent"
          value="choose_province"
          formAction={`#${props.commune.id}`}
          className="button button-quiet my-4 whitespace-nowrap"
          data-without-script=""
        >
          {t("orders.chooseProvince")}
        </button>
      </div>
      <p className="-mt-3 mb-4 text-sm text-soft" data-without-script="">
        {t("orders.provinceHint")}
      </p>
      <div id="communes" className="-mt-4" data-follows-province="">
        <SelectField
          field={props.commune}
          label={t("orders.commune")}
          hint={t("orders.communeHint")}
          emptyLabel={t("orders.communeChoose")}
          options={props.communes.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </div>
    </>
  );
}
