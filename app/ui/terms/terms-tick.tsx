import type { FieldMetadata } from "@conform-to/react";
import { useLanguage, useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";

/** One box for one version of the seller's terms, never ticked beforehand, with the way to read it. */
export function TermsTick({ field, number }: { field: FieldMetadata<string>; number: number }) {
  const t = useT();
  const language = useLanguage();
  if (number === 0) return <input type="hidden" name="termsNumber" value={number} />;
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
          name="termsNumber"
          value={number}
          className="mt-1"
          defaultChecked={field.initialValue === String(number)}
          aria-invalid={field.errors ? true : undefined}
          aria-describedby={field.errors ? field.errorId : undefined}
        />
        <span>{t("terms.registerTick", { number })}</span>
      </label>
      <a className="inline-flex min-h-12 items-center" href={paths.termsVersion(language, number)}>
        {t("terms.registerRead")}
      </a>
    </div>
  );
}
