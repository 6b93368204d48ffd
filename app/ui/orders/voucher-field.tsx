import type { QuotedVoucher } from "~/domain/vouchers/quoted-voucher";
import { formatVnd } from "~/platform/money";
import type { AnyField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import { errorText } from "~/web/i18n";

/** Where a code is typed; its button posts the whole form, so that nothing that was typed is lost. */
export function VoucherField({ field, quoted }: { field: AnyField; quoted: QuotedVoucher }) {
  const t = useT();
  const language = useLanguage();
  const { refusal } = quoted;
  const missing = formatVnd(Number(refusal?.detail["missingVnd"] ?? 0), language);
  return (
    <div className="mt-4">
      <label htmlFor={field.id} className="font-semibold">
        {t("vouchers.code")} <span className="font-normal text-soft">({t("common.optional")})</span>
      </label>
      {refusal ? (
        <p id={field.errorId} role="alert" className="font-medium text-persimmon">
          {errorText(t, refusal.code, { ...refusal.detail, missing })}
        </p>
      ) : null}
      <div className="mt-1 flex gap-2">
        <input
          id={field.id}
          name={field.name}
          defaultValue={field.initialValue ?? ""}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          className="min-w-0 flex-1"
          aria-invalid={refusal ? true : undefined}
          aria-describedby={refusal ? field.errorId : undefined}
        />
        <button name="intent" value="apply_voucher" className="button button-quiet">
          {t("vouchers.apply")}
        </button>
      </div>
    </div>
  );
}
