import type { HouseholdKind } from "./household-status";

/** A seller's public page. */
export type PublicHousehold = {
  slug: string;
  name: string;
  kind: HouseholdKind;
  contactName: string;
  phone: string;
  communeName: string;
  provinceName: string;
  /** In the language that was asked for, Vietnamese where there is no other; may be empty. */
  story: string;
  isSample: boolean;
};
