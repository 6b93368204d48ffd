/** How a buyer at the stall paid; `transfer` is any way from account to account, by the stall's QR or without. */
export const STALL_WAYS = ["cash", "transfer"] as const;
export type StallWay = (typeof STALL_WAYS)[number];
