import type { HouseholdKind } from "~/domain/households/household-status";
import type { LocalDate } from "~/platform/period";

/** One seller of a printed order, and the lots that its packs come from. */
export type PrintedSeller = {
  orderCode: string;
  name: string;
  kind: HouseholdKind;
  contactName: string;
  /** Null: not stated. */
  taxCode: string | null;
  /** It is a person's own number, and nobody has paid yet. */
  isTaxCodeHeldBack: boolean;
  phone: string;
  addressLine: string;
  communeName: string;
  provinceName: string;
  /** Null: it has not said when it sends. */
  shipDays: number[] | null;
  packs: {
    productName: string;
    productNameEn: string | null;
    lotCode: string;
    quantity: number;
    madeOn: LocalDate;
    expiresOn: LocalDate | null;
  }[];
};
