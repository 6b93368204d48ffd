import type { StatementCsvWords } from "~/domain/settlement/statement-csv.server";
import type { Translate } from "./i18n";

/** Of a household's statement as a file, in the reader's language. */
export function statementCsvWords(t: Translate): StatementCsvWords {
  return {
    head: [
      t("payouts.csvDate"),
      t("payouts.csvText"),
      t("payouts.csvCode"),
      t("payouts.csvGoods"),
      t("payouts.csvShipping"),
      t("payouts.csvCommission"),
      t("payouts.csvTax"),
      t("payouts.csvKept"),
      t("payouts.csvRefunded"),
      t("payouts.csvSent"),
      t("payouts.csvOwedChange"),
      t("payouts.csvChange"),
      t("payouts.csvBalance"),
      t("payouts.csvOwed"),
      t("payouts.csvOrders"),
      t("payouts.csvVoucher"),
    ],
    opening: t("payouts.opening"),
    closing: t("payouts.closing"),
    closingSoFar: t("payouts.closingSoFar"),
    textOf: ({ kind, code }) => t(`payouts.kind_${kind}`, { code }),
  };
}
