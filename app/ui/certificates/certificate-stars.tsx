import type { CertificateSummary } from "~/domain/certificates/types";
import { StarSeal } from "~/ui/catalog/star-seal";
import { useT } from "~/ui/site";

/** The seal of a certificate that is valid today; of any other only how many stars it names. */
export function CertificateStars({ one }: { one: Pick<CertificateSummary, "stars" | "state"> }) {
  const t = useT();
  const { stars, state } = one;
  if (state === "valid" || state === "ending") return <StarSeal stars={stars} />;
  return <span className="whitespace-nowrap">{t("certificates.stars", { stars })}</span>;
}
