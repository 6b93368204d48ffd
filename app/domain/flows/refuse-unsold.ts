import type { Offer } from "~/domain/orders/types";
import { fail, type Failure } from "~/platform/result";

/** Why a contract cannot have this product now; null when it is sold. A missing licence is named, for it can be renewed. */
export function refuseUnsold(
  offer: Offer | undefined,
): Failure<"product_unavailable" | "contract_unlicensed"> | null {
  if (offer?.offSale === null) return null;
  if (offer?.offSale !== "licence_missing") return fail("product_unavailable");
  return fail("contract_unlicensed", { productName: offer.name });
}
