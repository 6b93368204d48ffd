import { isService } from "~/domain/catalog/ocop-sets";
import type { TaxAmounts } from "~/domain/orders/sale-tax";
import { invariant } from "~/platform/invariant";
import { multiplyVnd, rateOfVnd, sumVnd, vnd, type Vnd } from "~/platform/money";

/** A line as it was sold, what of it came back before, and what comes back now, in packs. */
export type ReturnedLine = {
  unitPriceVnd: number;
  quantity: number;
  commissionBps: number;
  vatBps: number;
  pitBps: number;
  ocopSet: number;
  /** The line's share of a voucher. */
  voucherVnd: number;
  returnedBefore: number;
  returning: number;
};

export type ReturnAmounts = {
  /** In the order of the input. */
  lines: ({ itemsVnd: Vnd; commissionVnd: Vnd } & TaxAmounts)[];
  itemsVnd: Vnd;
  shippingVnd: Vnd;
  /** What the household gives back: goods and shipping. */
  refundVnd: Vnd;
  /** What of it goes to the programme of a voucher; the buyer gets the rest. */
  voucherVnd: Vnd;
  /** What of it the marketplace gives back to the household. */
  commissionVnd: Vnd;
} & TaxAmounts; // what is not kept back for the State any more, of goods and shipping

/**
 * What giving packs back is worth. The commission and the tax that stay are those of what stays, at the rates of the sale; the
 * shipping that goes back is in proportion to the goods that travelled. Both are taken as differences of what is due before and
 * after, so that an order that comes back in any number of parts gives back its total to the đồng, and never more.
 * @param order all of its lines, also those that stay; `withShipping` false leaves the shipping where it is
 */
export function returnAmounts(order: {
  lines: readonly ReturnedLine[];
  shippingVnd: number;
  shippingVatBps: number;
  shippingPitBps: number;
  /** The order's whole share of a voucher, that of its lines and of its shipping. */
  voucherVnd: number;
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
    const staysBefore = quantity - returnedBefore;
    const ofReturning = (rateBps: number) =>
      fall(rateBps, {
        beforeVnd: multiplyVnd(price, staysBefore),
        afterVnd: multiplyVnd(price, staysBefore - returning),
      });
    // What does not travel has no part in the shipping.
    const sent = (packs: number) => multiplyVnd(price, isService(line.ocopSet) ? 0 : packs);
    return {
      sentVnd: sent(quantity),
      sentBeforeVnd: sent(returnedBefore),
      sentBackVnd: sent(returning),
      itemsVnd: multiplyVnd(price, returning),
      commissionVnd: ofReturning(line.commissionBps),
      vatVnd: ofReturning(line.vatBps),
      pitVnd: ofReturning(line.pitBps),
      voucherVnd:
        shareUpTo(line.voucherVnd, { part: returnedBefore + returning, of: quantity }) -
        shareUpTo(line.voucherVnd, { part: returnedBefore, of: quantity }),
    };
  });
  const itemsVnd = sumVnd(parts.map((part) => part.itemsVnd));
  const sentVnd = sumVnd(parts.map((part) => part.sentVnd));
  const beforeVnd = sumVnd(parts.map((part) => part.sentBeforeVnd));
  const backVnd = sumVnd(parts.map((part) => part.sentBackVnd));
  const shareOf = (returnedVnd: number) =>
    shareUpTo(shippingVnd, { part: returnedVnd, of: sentVnd });
  const left = {
    beforeVnd: vnd(shippingVnd - shareOf(beforeVnd)),
    afterVnd: vnd(shippingVnd - shareOf(withShipping ? beforeVnd + backVnd : beforeVnd)),
  };
  const shippingBackVnd = vnd(left.beforeVnd - left.afterVnd);
  const ofShippingVnd = order.voucherVnd - sumVnd(lines.map((line) => line.voucherVnd));
  const voucherOf = (leftVnd: Vnd) =>
    shareUpTo(ofShippingVnd, { part: shippingVnd - leftVnd, of: shippingVnd });
  const sumOf = (part: "commissionVnd" | "vatVnd" | "pitVnd") =>
    sumVnd(parts.map((line) => line[part]));
  return {
    lines: parts.map(({ itemsVnd: ofLine, commissionVnd, vatVnd, pitVnd }) => {
      return { itemsVnd: ofLine, commissionVnd, vatVnd, pitVnd };
    }),
    itemsVnd,
    shippingVnd: shippingBackVnd,
    refundVnd: sumVnd([itemsVnd, shippingBackVnd]),
    voucherVnd: sumVnd([
      ...parts.map((line) => line.voucherVnd),
      voucherOf(left.afterVnd) - voucherOf(left.beforeVnd),
    ]),
    commissionVnd: sumOf("commissionVnd"),
    vatVnd: sumVnd([sumOf("vatVnd"), fall(order.shippingVatBps, left)]),
    pitVnd: sumVnd([sumOf("pitVnd"), fall(order.shippingPitBps, left)]),
  };
}

/** What falls on the first `part` of a whole, rounded down: the last part takes the rest. 0 of nothing. */
function shareUpTo(amountVnd: number, { part, of }: { part: number; of: number }): number {
  return of === 0 ? 0 : Number((BigInt(amountVnd) * BigInt(part)) / BigInt(of));
}

/** By how much a rate of what stays falls. */
function fall(rateBps: number, stays: { beforeVnd: Vnd; afterVnd: Vnd }): Vnd {
  return vnd(rateOfVnd(stays.beforeVnd, rateBps) - rateOfVnd(stays.afterVnd, rateBps));
}
