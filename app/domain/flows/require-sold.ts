import type { Offer } from "~/domain/orders/types";
import { fail, succeed, type Result } from "~/platform/result";

export type RequireSoldCode = "product_unavailable" | "contract_unlicensed";

/** What a contract may have now, or why not. A missing licence is named, for it can be renewed. */
export function requireSold(offer: Offer | undefined): Result<Offer, RequireSoldCode> {
  if (offer?.offSale === null) return succeed(offer);
  if (offer?.offSale !== "licence_missing") return fail("product_unavailable");
  return fail("contract_unlicensed", { productName: offer.name });
}
