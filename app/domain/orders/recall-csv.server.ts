import { stringify } from "csv-stringify/sync";
import { formatPhone } from "~/domain/identity/phone";
import { formatInstant } from "~/platform/period";
import type { OrderStatus } from "./order-status";
import type { RecallOutcome } from "./recall-outcomes";
import type { RecallBuyer } from "./types-recall";

export type RecallCsvWords = {
  /** One a column. */
  head: readonly string[];
  /** For a buyer who has deleted their account. */
  buyerGone: string;
  statusOf: (status: OrderStatus) => string;
  outcomeOf: (outcome: RecallOutcome) => string;
};

/**
 * The buyers of a recalled lot as CSV (RFC 4180), UTF-8 with the mark that Excel needs. Cells that a spreadsheet would
 * run as a formula get a leading apostrophe: names and notes are typed by people. Phones keep their spaces, or a
 * spreadsheet takes their leading zero.
 */
export function recallCsv(buyers: readonly RecallBuyer[], words: RecallCsvWords): string {
  const rows = buyers.map((buyer) => {
    const [latest] = buyer.contacts;
    return [
      buyer.orderCode,
      words.statusOf(buyer.status),
      String(buyer.quantity),
      String(buyer.heldCount),
      buyer.buyerName || words.buyerGone,
      formatPhone(buyer.buyerPhone),
      `${buyer.communeName}, ${buyer.provinceName}`,
      formatInstant(buyer.placedAt),
      latest ? words.outcomeOf(latest.outcome) : "",
      latest ? formatInstant(latest.occurredAt) : "",
      latest?.by ?? "",
      latest?.note ?? "",
    ];
  });
  return stringify([words.head, ...rows], {
    bom: true,
    record_delimiter: "\r\n",
    escape_formulas: true,
  });
}
