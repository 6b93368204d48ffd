import type { ProductTaxClass } from "~/domain/catalog/tax-class";
import type { OffSaleReason } from "~/domain/catalog/lot-state";
import type { PackageSize } from "~/domain/catalog/package-size";
import type { PickupPoint, ShippingRules } from "~/domain/households/shipping-rules";
import type { Language } from "~/platform/language";
import type { LocalDate } from "~/platform/period";
import type { DeliveryProof } from "./delivery-proof";
import type { FreePacks } from "./free-packs";
import type { HouseholdOrderStatus } from "./order-progress";
import type { CheckoutStatus, OrderChannel, OrderMover, OrderStatus } from "./order-status";
import type { PaymentMethod } from "./payment-methods";
import type { OrderPacks } from "./types-recall";

/** A line as it was when the order was placed; only `productSlug` is today's. */
export type LineItemView = {
  productName: string;
  productNameEn: string | null;
  productSlug: string;
  packLabel: string;
  packLabelEn: string | null;
  quantity: number;
  unitPriceVnd: number;
  totalVnd: number;
};

export type CheckoutOrderView = {
  code: string;
  status: OrderStatus;
  statusReason: string | null;
  /** Whose move it was; null where nobody moved it, and for the oldest orders. */
  statusBy: OrderMover | null;
  /** When it moves by itself; null when it does not. */
  clockAt: number | null;
  shippedAt: number | null;
  deliveredAt: number | null;
  householdName: string;
  householdSlug: string;
  itemsVnd: number;
  shippingVnd: number;
  totalVnd: number;
  /** What of it a programme pays. */
  voucherVnd: number;
  /** To be paid in cash at the door, or paid so. */
  cashVnd: number;
  /** Where the buyer comes for it; null: it is sent. */
  pickupPoint: PickupPoint | null;
  /** The days that the buyer was told it comes on; null where nobody said. */
  arrivesFrom: LocalDate | null;
  arrivesBy: LocalDate | null;
  /** Null until shipped. */
  carrier: string | null;
  trackingCode: string | null;
  proof: DeliveryProof | null;
  lineItems: LineItemView[];
};

/** The buyer's page. */
export type CheckoutView = {
  id: string;
  code: string;
  status: CheckoutStatus;
  method: PaymentMethod;
  language: Language;
  buyerName: string;
  buyerPhone: string;
  addressLine: string;
  communeName: string;
  provinceName: string;
  note: string;
  itemsVnd: number;
  shippingVnd: number;
  totalVnd: number;
  /** What of it a programme pays, and which; null without. */
  voucher: { name: string; amountVnd: number } | null;
  /** What its buyer pays, of orders that fell through too. */
  dueVnd: number;
  /** What of that nobody pays any more: of orders that fell through. */
  fallenVnd: number;
  placedAt: number;
  /** Null: cash at the door. */
  payBy: number | null;
  orders: CheckoutOrderView[];
};

/** A row of the household's list. */
export type HouseholdOrderSummary = {
  code: string;
  status: HouseholdOrderStatus;
  method: PaymentMethod;
  buyerName: string;
  communeName: string;
  provinceName: string;
  /** The first line's, and how many lines there are in all. */
  productName: string;
  lineCount: number;
  totalVnd: number;
  /** To be taken at the door, or taken. */
  cashVnd: number;
  placedAt: number;
};

export type HouseholdOrderPage = {
  orders: HouseholdOrderSummary[];
  page: number;
  pageCount: number;
  orderCount: number;
};

/** The household's page of one order. */
export type HouseholdOrderView = {
  id: string;
  code: string;
  status: HouseholdOrderStatus;
  statusReason: string | null;
  statusBy: OrderMover | null;
  clockAt: number | null;
  /** Services alone: nothing travels. */
  isService: boolean;
  method: PaymentMethod;
  channel: OrderChannel;
  householdId: string;
  householdName: string;
  buyerName: string;
  buyerPhone: string;
  addressLine: string;
  communeName: string;
  provinceName: string;
  note: string;
  itemsVnd: number;
  shippingVnd: number;
  totalVnd: number;
  commissionVnd: number;
  /** Kept back for the State. */
  vatVnd: number;
  pitVnd: number;
  /** What of it a programme pays. */
  voucherVnd: number;
  /** What the carrier takes at the door, or took: 0 when all was paid before. */
  cashVnd: number;
  /** Where the buyer comes for it; null: it is sent. */
  pickupPoint: PickupPoint | null;
  arrivesFrom: LocalDate | null;
  arrivesBy: LocalDate | null;
  placedAt: number;
  confirmedAt: number | null;
  shippedAt: number | null;
  deliveredAt: number | null;
  carrier: string | null;
  trackingCode: string | null;
  proof: DeliveryProof | null;
  lineItems: LineItemView[];
  /** Which lot each pack comes from. */
  packs: OrderPacks[];
};

/** An order as commands and flows need it. */
export type OrderRecord = {
  id: string;
  code: string;
  checkoutId: string;
  checkoutCode: string;
  householdId: string;
  /** Where the seller is; statistics count there. */
  sellerCommuneCode: string;
  status: OrderStatus;
  method: PaymentMethod;
  channel: OrderChannel;
  shippingVnd: number;
  totalVnd: number;
  /** What of it a programme pays: goods and shipping. */
  voucherVnd: number;
  commissionVnd: number;
  /** Kept back for the State, of the lines and the shipping. */
  vatVnd: number;
  pitVnd: number;
  shippingVatBps: number;
  shippingPitBps: number;
  /** To be taken in cash at the door, or taken. */
  cashVnd: number;
  shippedAt: number | null;
  deliveredAt: number | null;
  statusBy: OrderMover | null;
  clockAt: number | null;
  /** Where the buyer comes for it; null: it is sent. */
  pickupPoint: PickupPoint | null;
  lineItems: LineItemRecord[];
};

export type LineItemRecord = {
  id: string;
  productId: string;
  ocopSet: number;
  stars: number;
  quantity: number;
  unitPriceVnd: number;
  totalVnd: number;
  /** Its share of a voucher. */
  voucherVnd: number;
  commissionBps: number;
  vatBps: number;
  pitBps: number;
};

export type CheckoutRecord = {
  id: string;
  code: string;
  /** Its buyer has deleted their account: nobody could be sent anything. */
  isBuyerGone: boolean;
  status: CheckoutStatus;
  buyerPhone: string;
  method: PaymentMethod;
  totalVnd: number;
  /** What of it a programme pays. */
  voucherVnd: number;
  payBy: number | null;
  orders: OrderRecord[];
};

/** What a buyer submitted, as it was taken. */
export type SubmittedCheckout = {
  code: string;
  buyerName: string;
  buyerPhone: string;
  communeCode: string;
  addressLine: string;
  note: string;
  method: PaymentMethod;
  /** What its buyer had to pay. */
  dueVnd: number;
  lines: { productId: string; quantity: number }[];
  /** By household. */
  pickups: Record<string, string>;
};

/** A product as it may be bought today. */
export type Offer = {
  productId: string;
  householdId: string;
  slug: string;
  name: string;
  nameEn: string | null;
  packLabel: string;
  packLabelEn: string | null;
  ocopSet: number;
  taxClass: ProductTaxClass;
  weightGrams: number;
  packageSize: PackageSize | null;
  unitPriceVnd: number;
  /** 0 without a certificate that is valid today. */
  stars: number;
  householdName: string;
  householdSlug: string;
  shippingRules: ShippingRules;
  /** Why nothing of it is sold; null when it is on sale. */
  offSale: OffSaleReason | null;
  /** In lots that are neither expired nor recalled. */
  free: readonly FreePacks[];
};

export type LineProblem =
  | "product_unavailable"
  | "licence_missing" // alcohol of a household without a valid licence
  | "shop_closed" // its household takes no orders today
  | "not_shipped_there"
  | "expires_too_soon" // enough is there, and too little of it would be good when it comes
  | "not_enough_stock";

/** A line of a cart with what it costs today. */
export type QuoteLine = Omit<Offer, "free"> & {
  /** Packs that could be had by this buyer. */
  availableCount: number;
  photoId: string | null;
  photoWidths: number[];
  quantity: number;
  totalVnd: number;
  /** What a pack cost when the buyer last saw it, where it costs something else now. */
  changedFromVnd: number | null;
  problem: LineProblem | null;
};

/** One household's part of a cart, and how it gets to the buyer. */
export type QuoteHousehold = {
  householdId: string;
  householdName: string;
  itemsVnd: number;
  /** Null until the commune is known. */
  shippingVnd: number | null;
  /** False: services only, nothing travels. */
  hasGoods: boolean;
  shippingRules: ShippingRules;
  /** Null: the household has not said when it sends. */
  nextShipOn: LocalDate | null;
  /** Where the buyer chose to come for it. */
  pickupPoint: PickupPoint | null;
  /** When it comes; null while nobody knows where to, and for what is not sent. */
  arrival: { from: LocalDate; to: LocalDate } | null;
};

/** A cart with what it costs today. */
export type Quote = {
  lines: QuoteLine[];
  households: QuoteHousehold[];
  /** Without products that are not on sale any more. */
  itemsVnd: number;
  /** Null until the commune is known, as is the total. */
  shippingVnd: number | null;
  totalVnd: number | null;
  hasAlcohol: boolean;
};
