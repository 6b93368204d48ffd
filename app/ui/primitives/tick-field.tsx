import type { FieldMetadata } from "@conform-to/react";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";

/** One box with its sentence, the whole of it a target; never ticked beforehand. */
export function TickField(props: {
  field: FieldMetadata<string | undefined>;
  text: string;
  optional?: true;
}) {
  const t = useT();
  const { field } = props;
  return (
    <div className="my-4">
      {field.errors ? (
        <p id={field.errorId} className="mb-1 font-medium text-persimmon">
          {field.errors.map((code) => errorText(t, code)).join(" ")}
        </p>
      ) : null}
      <label className="card flex min-h-12 cursor-pointer items-center gap-3 px-4 py-2">
        <input
          id={field.id}
          type="checkbox"
          name={field.name}
          value="on"
          defaultChecked={field.initialValue === "on"}
          aria-required={props.optional ? undefined : true}
          aria-invalid={field.errors ? true : undefined}
          aria-describedby={field.errors ? field.errorId : undefined}
        />
        <span>{props.text}</span>
      </label>
    </div>
  );
}
