/** Who brings a parcel: names as everyone writes them, and `self`, which each language says its own way. */
export const CARRIERS = ["VNPost", "Viettel Post", "GHN", "GHTK", "self"] as const;
