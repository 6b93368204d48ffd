import type { HouseholdSale } from "~/domain/orders/household-sale";
import type { Taking } from "~/domain/stalls/types";
import { formatDate, formatInstant } from "~/platform/period";
import type { Translate } from "./i18n";

/** What the tables of a household's archive are called, in the reader's language, and how their rows read. */
export function householdArchiveWords(t: Translate) {
  return {
    salesHead: [
      t("archive.orderCode"),
      t("archive.placedAt"),
      t("archive.status"),
      t("archive.method"),
      t("archive.deliveredOn"),
      t("archive.product"),
      t("archive.pack"),
      t("archive.quantity"),
      t("archive.unitPrice"),
      t("archive.lineTotal"),
      t("archive.commission"),
      t("archive.vat"),
      t("archive.pit"),
      t("archive.orderShipping"),
    ],
    saleCells: (sale: HouseholdSale) => [
      sale.orderCode,
      formatInstant(sale.placedAt),
      t(`orders.status_${sale.status}`),
      t(`orders.method_${sale.method}`),
      sale.deliveredOn === null ? "" : formatDate(sale.deliveredOn),
      sale.productName,
      sale.packLabel,
      sale.quantity,
      sale.unitPriceVnd,
      sale.totalVnd,
      sale.commissionVnd,
      sale.vatVnd,
      sale.pitVnd,
      sale.orderShippingVnd,
    ],
    takingsHead: [
      t("stalls.takenOn"),
      t("stalls.amount"),
      t("stalls.way"),
      t("stalls.note"),
      t("archive.notedAt"),
      t("archive.isStruck"),
    ],
    takingCells: (taking: Taking) => [
      formatDate(taking.takenOn),
      taking.amountVnd,
      t(`stalls.way_${taking.way}`),
      taking.note,
      formatInstant(taking.notedAt),
      taking.isStruck ? t("stalls.struck") : "",
    ],
    readMe: t("archive.readMe"),
  };
}
