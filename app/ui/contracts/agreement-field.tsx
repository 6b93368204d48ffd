import type { FieldMetadata } from "@conform-to/react";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";

/** The tick without which nothing is confirmed; never ticked beforehand. */
export function AgreementField(props: { field: FieldMetadata<string>; text: string }) {
  const t = useT();
  const { field } = props;
  return (
    <div className="my-4">
      {field.errors ? (
        <p id={field.errorId} className="font-medium text-persimmon">
          {field.errors.map((code) => errorText(t, code)).join(" ")}
        </p>
      ) : null}
      <label className="flex min-h-12 cursor-pointer items-start gap-3">
        <input
          type="checkbox"
          id={field.id}
          name={field.name}
          className="mt-1"
          aria-invalid={field.errors ? true : undefined}
          aria-describedby={field.errors ? field.errorId : undefined}
        />
        <span>{props.text}</span>
      </label>
    </div>
  );
}
