/** What an officer does with the products of a collection. Each does the same when it is sent twice. */
export type Arrangement =
  | { kind: "add"; productIds: readonly string[] }
  | { kind: "remove"; productId: string }
  /** @param place from 0 */
  | { kind: "place"; productId: string; place: number };

/** The products in their order after it. */
export function arrange(productIds: readonly string[], change: Arrangement): string[] {
  switch (change.kind) {
    case "add":
      return [...new Set([...productIds, ...change.productIds])];
    case "remove":
      return productIds.filter((id) => id !== change.productId);
    case "place": {
      if (!productIds.includes(change.productId)) return [...productIds];
      const others = productIds.filter((id) => id !== change.productId);
      return others.toSpliced(change.place, 0, change.productId);
    }
  }
}
