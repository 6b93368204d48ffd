import { useT } from "~/ui/site";
import { ariaOf, FieldFrame, type AnyField, type FieldProps } from "./form";

/**
 * Chooses a file, or several, at most `max`; its form must be `multipart/form-data`. Browsers do not let a page show one again; what a
 * script has sent before its form is offered again, unless it was what was wrong.
 */
export function FileField(props: FieldProps & { accept: string; max?: number }) {
  const t = useT();
  const { field, accept, max } = props;
  const sent = field.errors ? [] : sentOf(field);
  return (
    <FieldFrame {...props}>
      {/* Before the control: of a field that takes one, what is chosen last counts. */}
      {sent.map((hash, i) => (
        <label
          key={hash}
          className="card mb-2 flex min-h-12 cursor-pointer items-center gap-3 px-4 py-2"
        >
          <input type="checkbox" name={field.name} value={hash} defaultChecked />
          {t("phone.fileSent", { number: i + 1 })}
        </label>
      ))}
      <input
        id={field.id}
        name={field.name}
        type="file"
        accept={accept}
        multiple={max !== undefined}
        data-max={max}
        {...ariaOf(props)}
      />
    </FieldFrame>
  );
}

/** The files, by their SHA-256, that the form named in the place of themselves. */
function sentOf(field: AnyField): string[] {
  const named: unknown[] = [field.initialValue].flat();
  return named.filter((one) => typeof one === "string").filter((one) => /^[0-9a-f]{64}$/.test(one));
}
