import type { ProductDossier } from "~/domain/catalog/types-department";
import { formatDate } from "~/platform/period";
import { SampleMark } from "~/ui/catalog/product-facts";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** The certificate as recorded, for an officer to hold against the paper. */
export function CertificateText({ certificate }: { certificate: ProductDossier["certificate"] }) {
  const t = useT();
  const mark = useMark();
  if (!certificate) return <>{t("department.certificateNone")}</>;
  return (
    <>
      {t("department.certificateText", {
        stars: certificate.stars,
        number: mark(certificate.decisionNumber, "vi"),
        issuer: mark(certificate.issuerName, "vi"),
        from: formatDate(certificate.issuedOn),
        to: formatDate(certificate.expiresOn),
      })}{" "}
      {certificate.isSample ? <SampleMark /> : null}
      <a
        className="flex min-h-12 w-fit items-center underline"
        href={paths.departmentCertificate(certificate.id)}
      >
        {t("department.certificateLink")}
      </a>
      {certificate.isValid ? null : (
        <span className="block font-medium text-persimmon">
          {t("department.certificateInvalid")}
        </span>
      )}
    </>
  );
}
