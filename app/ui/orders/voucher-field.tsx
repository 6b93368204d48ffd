import type { QuotedVoucher } from "~/domain/vouchers/quoted-voucher";
import { formatVnd } from "~/platform/money";
import type { AnyField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";

/**
 * Where a code is typed; its button posts the whole form, so that nothing that was typed is lost, and
 * comes back here, for the form above is long.
 */
export function VoucherField({ field, quoted }: { field: AnyField; quoted: QuotedVoucher }) {
  const t = useT();
  const language = useLanguage();
  const { voucher, refusal } = quoted;
  const missing = formatVnd(Number(refusal?.detail["missingVnd"] ?? 0), language);
  return (
    <div id="voucher" className="mt-4 scroll-mt-4">
      <label htmlFor={field.id} className="font-semibold">
        {t("vouchers.code")} <span className="font-normal text-soft">({t("common.optional")})</span>
      </label>
      {refusal ? (
        <p id={field.errorId} role="alert" className="font-medium text-persimmon">
          {errorText(t, refusal.code, { ...refusal.detail, missing })} {t("vouchers.orWithout")}
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
        <button
          name="intent"
          value="apply_voucher"
          formAction={`${paths.checkout(language)}#voucher`}
          className="button button-quiet"
        >
          {t("vouchers.apply")}
        </button>
      </div>
      {voucher ? (
        <output className="mt-1 block font-medium text-leaf">
          {t("vouchers.applied", { amount: formatVnd(voucher.amountVnd, language) })}
        </output>
      ) : null}
    </div>
  );
}
