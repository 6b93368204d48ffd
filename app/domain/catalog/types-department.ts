import type { HouseholdStatus } from "~/domain/households/household-status";
import type { CertificateFacts, Photo } from "./types";
import type { ProductTaxClass } from "./tax-class";
import type { Season } from "./season";
import type { UnitPrice } from "./unit-price";
import type { PackageSize } from "./package-size";
import type { ContentUnit } from "./units";

/** Everything an officer needs to decide about a product. */
export type ProductDossier = {
  slug: string;
  name: string;
  nameEn: string | null;
  description: string;
  descriptionEn: string | null;
  ocopSet: number;
  taxClass: ProductTaxClass;
  packLabel: string;
  packLabelEn: string | null;
  contentQuantity: number;
  contentUnit: ContentUnit;
  weightGrams: number;
  packageSize: PackageSize | null;
  priceVnd: number;
  unitPrice: UnitPrice | null;
  availableCount: number;
  season: Season | null;
  photos: Photo[];
  /** As recorded, valid or not: the officer judges. */
  certificate: (CertificateFacts & { id: string; isValid: boolean }) | null;
  household: {
    slug: string;
    name: string;
    status: HouseholdStatus;
    communeName: string;
    contactName: string;
    phone: string;
    /** The product is alcohol, and no licence for it is checked and valid. */
    lacksLicence: boolean;
  };
  isSample: boolean;
  /** When it was sent, the last time. */
  waitingSince: number;
};
