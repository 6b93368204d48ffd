import type { FieldMetadata } from "@conform-to/react";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";

/** The one field that never shows again what was typed. */
export function PasswordField({ field, label }: { field: FieldMetadata<string>; label: string }) {
  const t = useT();
  return (
    <div className="my-4">
      <label htmlFor={field.id} className="font-semibold">
        {label}
      </label>
      {field.errors ? (
        <p id={field.errorId} className="font-medium text-persimmon">
          {field.errors.map((code) => errorText(t, code)).join(" ")}
        </p>
      ) : null}
      <input
        id={field.id}
        name={field.name}
        type="password"
        autoComplete="current-password"
        className="mt-1"
        aria-required
        aria-invalid={field.errors ? true : undefined}
        aria-describedby={field.errors ? field.errorId : undefined}
      />
    </div>
  );
}
