import type { Quote } from "~/domain/orders/types";
import { formatVnd } from "~/platform/money";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";

/** Why the order did not go through, or what stands in its way; what was typed is kept below. */
export function CheckoutProblem(props: {
  failure: { code: string; detail: Record<string, string | number> } | undefined;
  quote: Quote;
}) {
  const t = useT();
  const language = useLanguage();
  const { failure } = props;
  const problems = props.quote.lines.map((line) => line.problem).filter(Boolean);
  const hasProblem = problems.length > 0;
  const isOnlyTooFar = problems.every((problem) => problem === "not_shipped_there");
  if (!failure && !hasProblem) return null;
  const total = formatVnd(props.quote.totalVnd ?? 0, language);
  const isEmpty = props.quote.households.length === 0;
  const wayOn =
    hasProblem || isEmpty ? (
      <p>
        <a href={paths.cart(language)}>{t("orders.changeCart")}</a>
      </p>
    ) : null;
  if (!failure) {
    return (
      <Notice
        tone="attention"
        title={isOnlyTooFar ? t("shipping.cartNotShipped") : t("orders.cartHasProblem")}
      >
        {wayOn}
      </Notice>
    );
  }
  return (
    <Refusal title={errorText(t, failure.code, { ...failure.detail, total })}>
      {failure.code === "total_changed" ? <p>{t("orders.totalChangedText")}</p> : null}
      {wayOn}
    </Refusal>
  );
}
