import type { Quote } from "~/domain/orders/types";
import { formatVnd } from "~/platform/money";
import { Notice } from "~/ui/primitives/notice";
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
  const hasProblem = props.quote.lines.some((line) => line.problem !== null);
  if (!failure && !hasProblem) return null;
  const total = formatVnd(props.quote.totalVnd ?? 0, language);
  return (
    <Notice
      tone="attention"
      title={
        failure
          ? errorText(t, failure.code, { ...failure.detail, total })
          : t("orders.cartHasProblem")
      }
    >
      {failure?.code === "total_changed" ? <p>{t("orders.totalChangedText")}</p> : null}
      {hasProblem ? (
        <p>
          <a href={paths.cart(language)}>{t("orders.changeCart")}</a>
        </p>
      ) : null}
    </Notice>
  );
}
