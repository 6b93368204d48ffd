import type { PickupPoint } from "~/domain/households/shipping-rules";

/** Packs of one product: how many, and of which lots they were promised. */
export type PackingLine = {
  productName: string;
  packLabel: string;
  quantity: number;
  lots: PackingLot[];
};
export type PackingLot = {
  lotCode: string;
  quantity: number;
  /** Recalled, or too old to be sent: other packs have to take their place first. */
  isUnfit: boolean;
};

/** One parcel to make, or what its buyer comes for. */
export type PackingOrder = {
  code: string;
  buyerName: string;
  buyerPhone: string;
  addressLine: string;
  communeName: string;
  provinceName: string;
  note: string;
  /** To be taken at the door; 0 when all is paid. */
  cashVnd: number;
  pickupPoint: PickupPoint | null;
  /** When it cancels itself; null without a deadline. */
  clockAt: number | null;
  lines: PackingLine[];
};

/** What a household has to pack. */
export type PackingSheet = {
  /** All together, what to bring out of the store. */
  products: (PackingLine & { orderCount: number })[];
  /** The most urgent first. */
  orders: PackingOrder[];
  /** Of all that wait to be packed; more than `orders` where they do not fit one sheet. */
  waitingCount: number;
};
