import type { LocalDate } from "~/platform/period";
import type { OrderStatus } from "./order-status";
import type { PaymentMethod } from "./payment-methods";

/** A line that was ordered of a household, as its own file of sales has it; amounts in đồng. */
export type HouseholdSale = {
  orderCode: string;
  placedAt: number;
  status: OrderStatus;
  method: PaymentMethod;
  deliveredOn: LocalDate | null;
  productName: string;
  packLabel: string;
  quantity: number;
  unitPriceVnd: number;
  totalVnd: number;
  commissionVnd: number;
  vatVnd: number;
  pitVnd: number;
  /** Of the whole order, on each of its lines. */
  orderShippingVnd: number;
};
