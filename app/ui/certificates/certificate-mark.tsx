import type { CertificateState } from "~/domain/certificates/certificate-status";
import { StatusMark, type IconName, type Tone } from "~/ui/households/icon";
import { useT } from "~/ui/site";

const MARKS = {
  draft: { icon: "pencil", tone: "honey" },
  sent: { icon: "clock", tone: "indigo" },
  sent_back: { icon: "alert", tone: "persimmon" },
  withdrawn: { icon: "pencil", tone: "quiet" },
  valid: { icon: "check", tone: "leaf" },
  ending: { icon: "bell", tone: "honey" },
  expired: { icon: "cross", tone: "quiet" },
  revoked: { icon: "stop", tone: "persimmon" },
} as const satisfies Record<CertificateState, { icon: IconName; tone: Tone }>;

/** How a certificate stands today; one that ends soon says in how many days. */
export function CertificateMark({ one }: { one: { state: CertificateState; daysLeft: number } }) {
  const t = useT();
  const { state, daysLeft } = one;
  const text =
    state === "ending"
      ? t("certificates.state_ending", { count: daysLeft })
      : t(`certificates.state_${state}`);
  return <StatusMark {...MARKS[state]} text={text} />;
}
