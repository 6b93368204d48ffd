import type { CompleteLanguage } from "~/platform/language";
import type { HouseholdKind } from "./household-status";
import type { ShippingRules } from "./shipping-rules";
import type { HouseholdPicture } from "./types-profile";

/** A seller's public page. */
export type PublicHousehold = {
  slug: string;
  name: string;
  kind: HouseholdKind;
  contactName: string;
  phone: string;
  communeCode: string;
  communeName: string;
  provinceName: string;
  /** In the language that was asked for, Vietnamese where there is no other; may be empty. */
  story: string;
  storyLanguage: CompleteLanguage;
  photo: HouseholdPicture | null;
  shippingRules: ShippingRules;
  /** When it joined. */
  createdAt: number;
  isSample: boolean;
};
