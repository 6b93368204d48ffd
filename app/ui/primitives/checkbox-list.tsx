import type { FieldMetadata } from "@conform-to/react";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";

/** Boxes of one question, of which several may be ticked; each label is a large target. */
export function CheckboxList(props: {
  field: FieldMetadata<string[]>;
  label: string;
  hint?: string;
  options: readonly { value: string; label: string }[];
  /** For sentences, which a narrow box would break into words. */
  isWide?: true;
}) {
  const t = useT();
  const { field, hint } = props;
  const typed = field.initialValue;
  // One box ticked comes back as one text.
  const chosen = typed === undefined ? [] : [typed].flat();
  const described = [hint ? `${field.id}-hint` : "", field.errors ? field.errorId : ""];
  return (
    <fieldset className="my-4" aria-describedby={described.join(" ").trim() || undefined}>
      <legend className="font-semibold">{props.label}</legend>
      {hint ? (
        <p id={`${field.id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      ) : null}
      {field.errors ? (
        <p id={field.errorId} className="font-medium text-persimmon">
          {field.errors.map((code) => errorText(t, code)).join(" ")}
        </p>
      ) : null}
      <div
        className={`mt-2 grid gap-2 ${props.isWide ? "grid-cols-1" : "grid-cols-2 sm:grid-cols-3 lg:grid-cols-4"}`}
      >
        {props.options.map(({ value, label }, i) => (
          <label
            key={value}
            className="card flex min-h-12 cursor-pointer items-center gap-3 px-3 py-2"
          >
            <input
              type="checkbox"
              id={i === 0 ? field.id : undefined} // where the error summary leads
              name={field.name}
              value={value}
              defaultChecked={chosen.includes(value)}
            />
            <span className="min-w-0 wrap-anywhere">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
