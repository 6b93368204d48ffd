import type { Quote, QuoteLine } from "~/domain/orders/types";
import { formatVnd } from "~/platform/money";
import { useBilingual } from "~/ui/in-language";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";
import { lineProblem, priceChangeText } from "./quote";

/** Why the order did not go through, or what stands in its way; what was typed is kept below. */
export function CheckoutProblem(props: {
  failure: { code: string; detail: Record<string, string | number> } | undefined;
  quote: Quote;
  /** What its buyer would pay. */
  dueVnd: number;
  hasVoucher: boolean;
}) {
  const t = useT();
  const language = useLanguage();
  const { failure } = props;
  const problems = props.quote.lines.map((line) => line.problem).filter(Boolean);
  const hasProblem = problems.length > 0;
  const isOnlyTooFar = problems.every((problem) => problem === "not_shipped_there");
  const changed = props.quote.lines.filter((line) => line.changedFromVnd !== null);
  if (!failure && !hasProblem && changed.length === 0) return null;
  const total = formatVnd(props.dueVnd, language);
  const missing = formatVnd(Number(failure?.detail["missingVnd"] ?? 0), language);
  const isEmpty = props.quote.households.length === 0;
  const wayOn =
    hasProblem || isEmpty ? (
      <p>
        <a href={paths.cart(language)}>{t("orders.changeCart")}</a>
      </p>
    ) : null;
  if (!failure) {
    const problemTitle = isOnlyTooFar ? t("shipping.cartNotShipped") : t("orders.cartHasProblem");
    return (
      <Notice tone="attention" title={hasProblem ? problemTitle : t("orders.pricesChanged")}>
        {isOnlyTooFar ? null : <LineProblems lines={props.quote.lines} />}
        <ChangedPrices lines={changed} />
        {wayOn}
      </Notice>
    );
  }
  const isNewTotal = failure.code === "total_changed" || failure.code === "price_changed";
  return (
    <Refusal
      title={
        failure.code === "total_changed" && props.hasVoucher
          ? t("vouchers.newTotal", { total })
          : errorText(t, failure.code, { ...failure.detail, total, missing })
      }
    >
      <ChangedPrices lines={changed} />
      {isNewTotal ? <p>{t("orders.totalChangedText")}</p> : null}
      {wayOn}
    </Refusal>
  );
}

/** What cannot be ordered and why, as the cart says it. */
function LineProblems({ lines }: { lines: readonly QuoteLine[] }) {
  const t = useT();
  const bilingual = useBilingual();
  return (
    <ul>
      {lines.flatMap((line) => {
        const why = lineProblem(t, line);
        const name = bilingual(line.name, line.nameEn);
        return why === null
          ? []
          : [
              <li key={line.productId}>
                {name}. {why}
              </li>,
            ];
      })}
    </ul>
  );
}

function ChangedPrices({ lines }: { lines: readonly QuoteLine[] }) {
  const t = useT();
  const language = useLanguage();
  const bilingual = useBilingual();
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.productId}>
          {bilingual(line.name, line.nameEn)}. {priceChangeText(t, language, line)}
        </li>
      ))}
    </ul>
  );
}
