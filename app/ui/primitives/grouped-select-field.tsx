import { ariaOf, FieldFrame, textOf, type FieldProps, type Option } from "./form";

export type OptionGroup = { label: string; options: readonly Option[] };

/** A list of choices under headings. */
export function GroupedSelectField(
  props: FieldProps & { groups: readonly OptionGroup[]; emptyLabel: string },
) {
  const { field } = props;
  return (
    <FieldFrame {...props}>
      <select id={field.id} name={field.name} defaultValue={textOf(field)} {...ariaOf(props)}>
        <option value="">{props.emptyLabel}</option>
        {props.groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </FieldFrame>
  );
}
