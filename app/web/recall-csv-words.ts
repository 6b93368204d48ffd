import type { RecallCsvWords } from "~/domain/orders/recall-csv.server";
import type { Translate } from "./i18n";

/** The words of the file of buyers in the reader's language. */
export function recallCsvWords(t: Translate): RecallCsvWords {
  return {
    head: [
      t("lots.csvOrder"),
      t("lots.csvStatus"),
      t("lots.csvPacks"),
      t("lots.csvHeld"),
      t("lots.csvBuyer"),
      t("lots.csvPhone"),
      t("lots.csvPlace"),
      t("lots.csvPlaced"),
      t("lots.csvOutcome"),
      t("lots.csvCalledAt"),
      t("lots.csvCalledBy"),
      t("lots.csvNote"),
    ],
    buyerGone: t("orders.buyerGone"),
    statusOf: (status) => t(`orders.status_${status}`),
    outcomeOf: (outcome) => t(`lots.outcome_${outcome}`),
  };
}
