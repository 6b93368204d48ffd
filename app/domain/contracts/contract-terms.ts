import { sumVnd, vnd, type Vnd } from "~/platform/money";
import type { LocalDate } from "~/platform/period";

/** How its deliveries are paid: before they are sent, or in cash at the door. */
export const CONTRACT_METHODS = ["vietqr", "cod"] as const;
export type ContractMethod = (typeof CONTRACT_METHODS)[number];

/** One kind of pack in a contract, at the price that was agreed. */
export type ContractLine = {
  productId: string;
  productName: string;
  packLabel: string;
  ocopSet: number;
  quantity: number;
  unitPriceVnd: Vnd;
};

/** All that the two agree on; the rest of the text is the same in every contract. */
export type ContractTerms = {
  /** One a product. */
  lines: readonly ContractLine[];
  /** Of each delivery; 0: the household bears it. */
  shippingVnd: Vnd;
  /** At most so many: each costs its shipping. */
  deliveriesMax: number;
  /** The last day on which goods are handed over. */
  deliverBy: LocalDate;
  method: ContractMethod;
  /** With a transfer: days from the day on which a delivery is prepared until it has to be paid. */
  paymentDays: number;
  /** The last day on which the buyer may accept. */
  validUntil: LocalDate;
  /** What else they agree on; blank: nothing. */
  extraTerms: string;
};

/** Packs of one product in one contract; a lorry load of the smallest ones. */
export const QUANTITY_MAX = 100_000;
export const LINES_MAX = 20;
/** Of one contract, shipping not counted: more is a slip of the finger, or a matter for lawyers. */
export const TOTAL_MAX_VND = 10_000_000_000;
export const PAYMENT_DAYS_MAX = 30;
export const DELIVERIES_MAX = 50;
export const OFFER_DAYS_MAX = 60;
export const DELIVERY_DAYS_MAX = 730;

export function contractLineVnd({
  quantity,
  unitPriceVnd,
}: Pick<ContractLine, "quantity" | "unitPriceVnd">): Vnd {
  return vnd(quantity * unitPriceVnd);
}

/** What all the goods cost. */
export function contractItemsVnd(lines: readonly ContractLine[]): Vnd {
  return sumVnd(lines.map(contractLineVnd));
}
