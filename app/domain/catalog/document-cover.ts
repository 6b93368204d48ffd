import type { LocalDate } from "~/platform/period";

type Cover = { lotId: string | null; issuedOn: LocalDate; expiresOn: LocalDate | null };

/**
 * Whether a document speaks for a lot: one of the lot itself always does (a test comes after the harvest), one of the
 * product when it was valid on the day that the lot was made.
 */
export function coversLot(document: Cover, lot: { id: string; madeOn: LocalDate }): boolean {
  if (document.lotId !== null) return document.lotId === lot.id;
  const isIssued = document.issuedOn <= lot.madeOn;
  return isIssued && (document.expiresOn === null || lot.madeOn < document.expiresOn);
}
