import type { JournalCsvWords } from "~/domain/settlement/journal-csv.server";
import type { Translate } from "./i18n";

/** Of the journal as a file, in the reader's language. */
export function journalCsvWords(t: Translate): JournalCsvWords {
  return {
    head: [
      t("reconciliation.csvDate"),
      t("reconciliation.csvDebit"),
      t("reconciliation.csvCredit"),
      t("reconciliation.csvAmount"),
      t("reconciliation.csvReason"),
      t("reconciliation.csvCode"),
    ],
    accountOf: ({ debitKind, creditKind }, side) =>
      t(`reconciliation.account_${side === "debit" ? debitKind : creditKind}_text`),
    reasonOf: ({ reason }) => t(`reconciliation.reason_${reason}_text`),
  };
}
