import type { DisbursementStatus } from "~/domain/settlement/disbursement-status";
import type { IconName, Tone } from "~/ui/households/icon";

/** How a disbursement stands, as a picture and a colour. */
export const DISBURSEMENT_MARKS = {
  prepared: { icon: "clock", tone: "honey" },
  approved: { icon: "money", tone: "indigo" },
  paid: { icon: "check", tone: "leaf" },
  withdrawn: { icon: "stop", tone: "quiet" },
  returned: { icon: "alert", tone: "persimmon" },
} as const satisfies Record<DisbursementStatus, { icon: IconName; tone: Tone }>;
