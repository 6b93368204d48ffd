import type { LocalDate } from "~/platform/period";
import { isEnding } from "./validity";

export const CERTIFICATE_STATUSES = [
  "draft", // its household is still writing it
  "sent", // waits for an officer
  "sent_back", // an officer said why; the household may mend and send it again
  "withdrawn", // its household took it back before it was decided about; it may be sent again
  "confirmed", // an officer has held it against the evidence: its stars show while it is valid
  "revoked", // whoever issued it took it back
] as const;
export type CertificateStatus = (typeof CERTIFICATE_STATUSES)[number];

/** What somebody did about a certificate; a draft is begun without one. */
export const CERTIFICATE_STEPS = [
  "sent",
  "withdrawn",
  "sent_back",
  "confirmed",
  "revoked",
] as const;
export type CertificateStep = (typeof CERTIFICATE_STEPS)[number];

const STEP_FROM: Record<CertificateStep, readonly CertificateStatus[]> = {
  sent: ["draft", "sent_back", "withdrawn"],
  withdrawn: ["sent"],
  sent_back: ["sent"],
  confirmed: ["sent"],
  revoked: ["confirmed"],
};

export function mayStep(step: CertificateStep, from: CertificateStatus): boolean {
  return STEP_FROM[step].includes(from);
}

/** While it is so, its household may change what it says. */
export function isEditable(status: CertificateStatus): boolean {
  return mayStep("sent", status);
}

/** How it stands on a day: what was confirmed ends by itself; `ending` is valid for at most 180 days more. */
export type CertificateState =
  Exclude<CertificateStatus, "confirmed"> | "valid" | "ending" | "expired";

/** How it stands that day: what was confirmed ends by itself. */
export function stateOn(
  today: LocalDate,
  { status, expiresOn }: { status: CertificateStatus; expiresOn: LocalDate },
): CertificateState {
  if (status !== "confirmed") return status;
  if (expiresOn <= today) return "expired";
  return isEnding(expiresOn, today) ? "ending" : "valid";
}
