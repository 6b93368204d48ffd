import { textOf, type AnyField, type Option } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";

/** One of a few short words, each large enough for a thumb. */
export function RadioTiles(props: { field: AnyField; label: string; options: readonly Option[] }) {
  const t = useT();
  const { field } = props;
  const chosen = textOf(field);
  return (
    <fieldset className="my-4" aria-describedby={field.errors ? field.errorId : undefined}>
      <legend className="font-semibold">{props.label}</legend>
      {field.errors ? (
        <p id={field.errorId} className="font-medium text-persimmon">
          {field.errors.map((code) => errorText(t, code)).join(" ")}
        </p>
      ) : null}
      <div className="mt-2 grid grid-cols-2 gap-3 sm:grid-cols-3">
        {props.options.map((option, i) => (
          <label
            key={option.value}
            className="card flex min-h-14 cursor-pointer items-center gap-3 border-2 px-3 py-2 text-lg font-semibold has-checked:border-leaf has-checked:bg-leaf-tint"
          >
            <input
              type="radio"
              id={i === 0 ? field.id : undefined} // where the error summary leads
              name={field.name}
              value={option.value}
              defaultChecked={chosen === option.value}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
