import type { HouseholdKind, HouseholdStatus } from "~/domain/households/household-status";
import type { LocalDate } from "~/platform/period";
import type { LicenceState } from "./alcohol-licence";
import type { DocumentKind } from "./document-kinds";
import type { DocumentStatus } from "./document-status";
import type { LotState, OffSaleReason } from "./lot-state";
import type { CertificateFacts, Photo, ProductNames } from "./types";

/** The facts of a paper. */
export type DocumentFacts = {
  id: string;
  kind: DocumentKind;
  number: string;
  issuer: string;
  issuedOn: LocalDate;
  expiresOn: LocalDate | null;
  /** Of this lot, or of every lot of its product made while it was valid. */
  covers: "lot" | "product";
  /** When the department checked it; null: the household says so. */
  checkedAt: number | null;
  isSample: boolean;
};

/** A recall or its end, as everybody may read it. */
export type LotEventFacts = {
  kind: "recalled" | "lifted";
  reason: string;
  /** Null when lifted. */
  instruction: string | null;
  isByDepartment: boolean;
  occurredAt: number;
};

/** Everything on a lot's public page. */
export type LotPage = {
  code: string;
  madeOn: LocalDate;
  expiresOn: LocalDate | null;
  state: LotState;
  offSale: OffSaleReason | null;
  product: ProductNames & {
    ocopSet: number;
    /** Null when it is not on sale: it has no page. */
    slug: string | null;
    photo: Photo | null;
  };
  household: {
    name: string;
    /** Null when its page is closed. */
    slug: string | null;
    phone: string;
    communeName: string;
    provinceName: string;
  };
  /** The one that was valid on the day that the lot was made; what became of it since. */
  certificate: (CertificateFacts & { revokedOn: LocalDate | null; isValidNow: boolean }) | null;
  documents: DocumentFacts[];
  /** Newest first. */
  events: LotEventFacts[];
  isSample: boolean;
};

export type OwnDocument = DocumentFacts & {
  status: DocumentStatus;
  /** What the department said when it refused. */
  statusReason: string | null;
  /** False for one of the product that was not valid when this lot was made. */
  coversLot: boolean;
};

/** A lot on a desk. */
export type OwnLotPage = {
  code: string;
  madeOn: LocalDate;
  expiresOn: LocalDate | null;
  onHandCount: number;
  reservedCount: number;
  state: LotState;
  /** Its public page answers: the product has been approved. */
  isPublic: boolean;
  productName: string;
  packLabel: string;
  productSlug: string;
  householdId: string;
  householdName: string;
  householdStatus: HouseholdStatus;
  communeName: string;
  provinceName: string;
  isSample: boolean;
  documents: OwnDocument[];
  /** Newest first. */
  events: LotEventFacts[];
};

/** A licence of a household, on its own desk. */
export type OwnLicence = Omit<OwnDocument, "covers" | "coversLot">;

/** A licence that the department has checked, on its desk. */
export type CheckedLicence = Omit<OwnLicence, "status" | "statusReason" | "checkedAt"> & {
  householdName: string;
  communeName: string;
};

/** What a household that has alcohol must know of its licence. */
export type LicenceNews = {
  state: LicenceState;
  /** The first day without; null: none was ever checked. */
  until: LocalDate | null;
};

export type HouseholdPapers = {
  kind: HouseholdKind;
  taxCode: string | null;
  /** Newest first. */
  licences: OwnLicence[];
  /** Null: it has no alcohol. */
  news: LicenceNews | null;
};

/** A document that the department has not looked at yet. */
export type WaitingDocument = Omit<DocumentFacts, "covers" | "checkedAt"> & {
  /** Null: a licence of the household. */
  productName: string | null;
  householdName: string;
  communeName: string;
  /** Null: of every lot of the product, or a licence. */
  lotCode: string | null;
  statedAt: number;
};
