import type { TableProduct } from "~/domain/catalog/queries-table.server";

export const lot = (onHandCount: number, reservedCount = 0) => ({
  code: `L${onHandCount}`,
  madeOn: "2026-11-01",
  expiresOn: null,
  onHandCount,
  reservedCount,
});

/** A draft with one lot, some of which is promised. */
export const honey: TableProduct = {
  id: "prd_1",
  slug: "mat-ong",
  status: "draft",
  words: {
    name: "Mật ong",
    ocopSet: 4,
    taxClass: "processed",
    description: "Mật ong của hoa bạc hà.",
    packLabel: "chai 500 ml",
    contentQuantity: 500,
    contentUnit: "ml",
    weightGrams: 700,
    packageSize: null,
    nameEn: "Honey",
    descriptionEn: "",
    packLabelEn: "",
  },
  priceVnd: 185_000,
  lots: [lot(12, 2)],
};
