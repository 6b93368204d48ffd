import { withQuery, type Query } from "./with-query";

/** The addresses of what a household takes to the market: its stall's book, its QR, its price cards. */
export const stallPaths = {
  /** The stall's book; `month` opens another one. */
  stall: (query?: Query) => withQuery("/household/stall", query),
  stallStrike: (takingId: string, query?: Query) =>
    withQuery(`/household/stall/takings/${takingId}/strike`, query),
  /** What a buyer scans to pay `amount`. */
  stallQr: (query?: Query) => withQuery("/household/stall/qr", query),
  /** The QR without an amount, to be printed. */
  stallSheet: (query?: Query) => withQuery("/household/stall/sheet", query),
  priceCards: (query?: Query) => withQuery("/household/price-cards", query),
  productQr: (slug: string) => `/household/products/${slug}/qr.svg`,
};
