export const PRODUCT_STATUSES = [
  "draft", // the household is still writing it
  "awaiting_approval", // sent; the law asks that it is looked at before it is shown
  "published", // visible and for sale
  "rejected", // the department said no, with a reason; the household may mend and send it again
  "withdrawn", // taken down by the household, or with a reason by the department
] as const;
export type ProductStatus = (typeof PRODUCT_STATUSES)[number];

const PRODUCT_MOVES: Record<ProductStatus, readonly ProductStatus[]> = {
  draft: ["awaiting_approval"],
  awaiting_approval: ["published", "rejected"],
  published: ["withdrawn"],
  rejected: ["awaiting_approval"],
  withdrawn: ["awaiting_approval"],
};

export function mayMoveProduct(from: ProductStatus, to: ProductStatus): boolean {
  return PRODUCT_MOVES[from].includes(to);
}

/** States in which the household may change what the product says. */
export function isProductEditable(status: ProductStatus): boolean {
  return status === "draft" || status === "rejected" || status === "withdrawn";
}

/** States from which the department takes a product down: it is on sale, or the household may send it again any day. */
export function mayBeTakenDown(status: ProductStatus): boolean {
  return status === "published" || status === "withdrawn";
}

/** States of a product that may be removed, as long as it was never on sale. The database holds its rows to them (trigger). */
export const REMOVABLE_STATUSES = ["draft", "rejected"] as const satisfies ProductStatus[];
