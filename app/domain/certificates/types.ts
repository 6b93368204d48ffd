import type { LocalDate } from "~/platform/period";
import type { CertifiedStars, IssuerLevel } from "./certificate-levels";
import type { CertificateState, CertificateStatus, CertificateStep } from "./certificate-status";
import type { EvidenceGrade } from "./evidence-grades";
import type { RevocationGround } from "./revocation-grounds";

/** What a certificate says. */
export type CertificateWords = {
  stars: CertifiedStars;
  decisionNumber: string;
  issuerLevel: IssuerLevel;
  issuerName: string;
  /** The day of the decision. */
  issuedOn: LocalDate;
  expiresOn: LocalDate;
  /** Null: its paper names none. */
  ocopCode: string | null;
};

/** A certificate in a list, as it stands today. */
export type CertificateSummary = CertificateWords & {
  id: string;
  status: CertificateStatus;
  state: CertificateState;
  /** Why it was sent back or revoked. */
  statusReason: string | null;
  revokedOn: LocalDate | null;
  /** Until it ends; 0 once it has. */
  daysLeft: number;
  /** For each product that still shows it, another that follows it waits or is confirmed. */
  isRenewed: boolean;
  productNames: string[];
  isSample: boolean;
};

/** The same on the department's desk. */
export type DeskCertificate = CertificateSummary & {
  household: { slug: string; name: string; communeName: string };
  /** When it was last sent; null where it never was. */
  sentAt: number | null;
};

/** One step, by whom, when, why. `fileTypes` has one word for each file, in their order. */
export type CertificateStepRow = {
  id: string;
  step: CertificateStep;
  reason: string | null;
  grade: EvidenceGrade | null;
  ground: RevocationGround | null;
  fileTypes: ("jpg" | "pdf")[];
  actorName: string | null;
  occurredAt: number;
  isSample: boolean;
};

/** One certificate with all that was done about it, the newest first. */
export type CertificateEntry = DeskCertificate & {
  householdId: string;
  products: CertifiableProduct[];
  renews: { id: string; decisionNumber: string } | null;
  steps: CertificateStepRow[];
};

export type CertifiableProduct = { id: string; name: string };

/** What a household has to do about its certificates. */
export type CertificateNews = { sentBack: number; ending: number; draft: number };

/** Where the code of a product places it; null names are of units that no list here has. */
export type CodePlace = { communeName: string | null; isFormer: boolean };

export type CertificatePage = {
  certificates: DeskCertificate[];
  total: number;
  page: number;
  pageCount: number;
};
