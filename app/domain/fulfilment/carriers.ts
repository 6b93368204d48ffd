/** Who brings a parcel: names as everyone writes them, and `self`, which each language says its own way. */
export const CARRIERS = ["VNPost", "Viettel Post", "GHN", "GHTK", "self"] as const;

/** Carriers of a parcel that no courier touches: brought by the household, or nothing that travels. */
export const HOUSEHOLD_CARRIERS: readonly string[] = ["self", ""];

/** True when the household itself stands at the door, and takes the cash there. */
export function isBroughtByHousehold(carrier: string): boolean {
  return HOUSEHOLD_CARRIERS.includes(carrier);
}

/** A courier that takes cash for us is asked for it by its code: without one nobody can say where the money is. */
export function isMissingTrackingCode(
  parcel: { carrier: string; trackingCode: string },
  isCash: boolean,
): boolean {
  return isCash && parcel.trackingCode === "" && !isBroughtByHousehold(parcel.carrier);
}

type Couriers = {
  /** The page where everyone looks up a parcel; `{code}` is the tracking code, where the page takes one. */
  trackingPage: string;
  /** As the carrier publishes it; null where sources differ. */
  phone: string | null;
};

/** As of 11/2026. What a carrier changes is changed here. */
const COURIERS: Readonly<Record<string, Couriers>> = {
  VNPost: {
    trackingPage: "https://www.vnpost.vn/vi-vn/dinh-vi/buu-pham?key={code}",
    phone: "1900545481",
  },
  "Viettel Post": {
    trackingPage: "https://viettelpost.com.vn/tra-cuu-hanh-trinh-don/",
    phone: "19008095",
  },
  GHN: { trackingPage: "https://donhang.ghn.vn/?order_code={code}", phone: "1900636677" },
  GHTK: { trackingPage: "https://i.ghtk.vn/{code}", phone: null },
};

export type Tracking = { href: string; hasCode: boolean; phone: string | null };

/** Where a parcel can be looked up; null without a code, and for what no courier carries. */
export function trackingOf(carrier: string, trackingCode: string): Tracking | null {
  const courier = COURIERS[carrier];
  if (courier === undefined || trackingCode === "") return null;
  const { trackingPage, phone } = courier;
  const href = trackingPage.replace("{code}", encodeURIComponent(trackingCode));
  return { href, hasCode: href !== trackingPage, phone };
}
