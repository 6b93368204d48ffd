import { isService } from "~/domain/catalog/ocop-sets";
import { invariant } from "~/platform/invariant";
import { multiplyVnd, rateOfVnd, sumVnd, vnd, ZERO_VND, type Vnd } from "~/platform/money";

/** A line as it was sold, what of it came back before, and what comes back now, in packs. */
export type ReturnedLine = {
  unitPriceVnd: number;
  quantity: number;
  commissionBps: number;
  ocopSet: number;
  returnedBefore: number;
  returning: number;
};

export type ReturnAmounts = {
  /** In the order of the input. */
  lines: { itemsVnd: Vnd; commissionVnd: Vnd }[];
  itemsVnd: Vnd;
  shippingVnd: Vnd;
  /** What the buyer gets: goods and shipping. */
  refundVnd: Vnd;
  /** What of it the marketplace gives back to the household. */
  commissionVnd: Vnd;
};

/**
 * What giving packs back is worth. The commission that stays is that of the packs that stay, at the rate of the sale; the
 * shipping that goes back is in proportion to the goods that travelled. Both are taken as differences of what is due before and
 * after, so that an order that comes back in any number of parts gives back its total to the đồng, and never more.
 * @param order all of its lines, also those that stay; `withShipping` false leaves the shipping where it is
 */
export function returnAmounts(order: {
  lines: readonly ReturnedLine[];
  shippingVnd: number;
  withShipping: boolean;
}): ReturnAmounts {
  const { lines, shippingVnd, withShipping } = order;
  const parts = lines.map((line) => {
    const { quantity, returnedBefore, returning } = line;
    const isPart = [returnedBefore, returning].every(
      (packs) => Number.isSafeInteger(packs) && packs >= 0,
    );
    invariant(isPart && returnedBefore + returning <= quantity, "more comes back than was sold");
    const price = vnd(line.unitPriceVnd);
    const commissionOf = (packs: number) =>
      rateOfVnd(multiplyVnd(price, packs), line.commissionBps);
    const staysBefore = quantity - returnedBefore;
    // What does not travel has no part in the shipping.
    const sent = (packs: number) => multiplyVnd(price, isService(line.ocopSet) ? 0 : packs);
    return {
      sentVnd: sent(quantity),
      sentBeforeVnd: sent(returnedBefore),
      sentBackVnd: sent(returning),
      itemsVnd: multiplyVnd(price, returning),
      commissionVnd: vnd(commissionOf(staysBefore) - commissionOf(staysBefore - returning)),
    };
  });
  const itemsVnd = sumVnd(parts.map((part) => part.itemsVnd));
  const sentVnd = sumVnd(parts.map((part) => part.sentVnd));
  const beforeVnd = sumVnd(parts.map((part) => part.sentBeforeVnd));
  const backVnd = sumVnd(parts.map((part) => part.sentBackVnd));
  const shareOf = (returnedVnd: number) =>
    sentVnd === 0 ? 0 : Number((BigInt(shippingVnd) * BigInt(returnedVnd)) / BigInt(sentVnd));
  const shippingBackVnd = withShipping
    ? vnd(shareOf(beforeVnd + backVnd) - shareOf(beforeVnd))
    : ZERO_VND;
  return {
    lines: parts.map((part) => ({ itemsVnd: part.itemsVnd, commissionVnd: part.commissionVnd })),
    itemsVnd,
    shippingVnd: shippingBackVnd,
    refundVnd: sumVnd([itemsVnd, shippingBackVnd]),
    commissionVnd: sumVnd(parts.map((part) => part.commissionVnd)),
  };
}
