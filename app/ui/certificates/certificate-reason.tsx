import type { CertificateSummary } from "~/domain/certificates/types";
import { formatDate } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";

type Told = Pick<
  CertificateSummary,
  "status" | "statusReason" | "revokedOn" | "isRenewed" | "state"
>;

/** Why a certificate was sent back or revoked, or that nobody has to do anything about its end. */
export function CertificateReason({ one }: { one: Told }) {
  const t = useT();
  const mark = useMark();
  const { status, statusReason, revokedOn, isRenewed, state } = one;
  const reason = mark(statusReason ?? "");
  if (status === "sent_back") {
    return (
      <p className="mt-1 font-medium text-persimmon">{t("certificates.whySentBack", { reason })}</p>
    );
  }
  if (status === "revoked") {
    const date = formatDate(revokedOn ?? "");
    return <p className="mt-1">{t("certificates.whyRevoked", { date, reason })}</p>;
  }
  const isOver = state === "ending" || state === "expired";
  return isOver && isRenewed ? <p className="mt-1 text-soft">{t("certificates.renewed")}</p> : null;
}
