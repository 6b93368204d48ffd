import type { ProductDossier } from "~/domain/catalog/types-department";
import { formatDate } from "~/platform/period";
import { useT } from "~/ui/site";
import { SampleBadge } from "~/ui/statistics/sample-badge";

/** The certificate as recorded, for an officer to hold against the paper. */
export function CertificateText({ certificate }: { certificate: ProductDossier["certificate"] }) {
  const t = useT();
  if (!certificate) return <>{t("department.certificateNone")}</>;
  return (
    <>
      {t("department.certificateText", {
        stars: certificate.stars,
        number: certificate.decisionNumber,
        issuer: certificate.issuerName,
        from: formatDate(certificate.issuedOn),
        to: formatDate(certificate.expiresOn),
      })}{" "}
      {certificate.isSample ? <SampleBadge /> : null}
      {certificate.isValid ? null : (
        <span className="block font-medium text-persimmon">
          {t("department.certificateInvalid")}
        </span>
      )}
    </>
  );
}
