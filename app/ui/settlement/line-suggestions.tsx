import type { ReactNode } from "react";
import type { BankLineView } from "~/domain/payments/types-bank-line";
import type { DisbursementSummary } from "~/domain/settlement/types-disbursements";
import { LocalTime } from "~/ui/primitives/local-time";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** What the line may have been for, each a press away from the form below; it is for the reader to be sure. */
export function LineSuggestions(props: {
  line: BankLineView;
  awaited: readonly DisbursementSummary[];
}) {
  const t = useT();
  const language = useLanguage();
  const { line, awaited } = props;
  if (line.suggestions.length + awaited.length === 0) return null;
  return (
    <section className="mt-8" aria-labelledby="suggestions">
      <h2 id="suggestions" className="text-xl">
        {t("money.suggestions")}
      </h2>
      <p className="max-w-prose text-soft">{t("money.suggestionsText")}</p>
      <ul className="mt-2 border-t border-line">
        {line.suggestions.map((order) => (
          <Suggestion key={order.code} lineId={line.id} code={order.code}>
            {t(`money.why_${order.why}`)} · {t(`money.payment_${order.status}`)}
            {order.remainingVnd > 0 ? (
              <>
                {" · "}
                {t("money.remaining")}{" "}
                <strong>
                  <Money amountVnd={order.remainingVnd} language={language} />
                </strong>
              </>
            ) : null}
            {" · "}
            {t("money.placed")} <LocalTime instant={order.placedAt} />
          </Suggestion>
        ))}
        {awaited.map((one) => (
          <Suggestion key={one.code} lineId={line.id} code={one.code}>
            {t("money.awaitedRefund")} ·{" "}
            <strong>
              <Money amountVnd={one.amountVnd} language={language} />
            </strong>{" "}
            · {one.bankName} <span className="num">•••• {one.accountEnding}</span>
            {one.orderCode ? <span className="num"> · {one.orderCode}</span> : null}
          </Suggestion>
        ))}
      </ul>
    </section>
  );
}

function Suggestion(props: { lineId: string; code: string; children: ReactNode }) {
  const t = useT();
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-2">
      <p>
        <strong className="num">{props.code}</strong>
        <span className="block text-sm text-soft">{props.children}</span>
      </p>
      <a
        className="button button-quiet"
        href={`${paths.bankLine(props.lineId, { choose: props.code })}#answer`}
        aria-label={t("money.chooseCode", { code: props.code })}
      >
        {t("money.choose")}
      </a>
    </li>
  );
}
