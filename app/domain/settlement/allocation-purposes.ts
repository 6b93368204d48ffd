export const ALLOCATION_STATUSES = [
  "proposed", // waits for a second person
  "done", // posted
  "refused", // the second person did not agree, or the first took it back
] as const;
export type AllocationStatus = (typeof ALLOCATION_STATUSES)[number];

/** What a part of a line in suspense can have been for. */
export const ALLOCATION_PURPOSES = [
  "order", // came: a buyer's money for this order
  "card", // came: what the card provider paid out to us. went: what it took back
  "send_back", // came: nobody knows for what, so its sender shall have it back
  "disbursement", // went: this disbursement. came: it was returned by the other bank
  "courier", // came: cash that carriers have taken at doors
  "batch", // went: all approved payouts of a batch, which the bank booked as one
  "wallet", // went: to our account at a telecom, out of which Mobile Money is paid
  "tax", // went: to the State, of what was kept back for it. came: what was paid there too much
  "voucher", // came: from a programme, of what its vouchers have paid. went: what it is owed back
  "income", // came: interest and the like
  "fee", // went: what the bank took for itself
  "owner", // the account's owner put it in or took it out
  "known", // another line has told it already: no money of its own
] as const;
export type AllocationPurpose = (typeof ALLOCATION_PURPOSES)[number];

export const PURPOSES_OF: Record<"in" | "out", readonly AllocationPurpose[]> = {
  in: [
    "order",
    "courier",
    "card",
    "send_back",
    "disbursement",
    "tax",
    "voucher",
    "income",
    "owner",
    "known",
  ],
  out: ["disbursement", "batch", "wallet", "card", "tax", "voucher", "fee", "owner", "known"],
};

/** From this amount on a second person has to agree. */
export const TWO_PERSON_FROM_VND = 5_000_000;
