import type { WaitingDocument } from "~/domain/catalog/types-lot";
import { formatInstant } from "~/platform/period";
import { SampleMark } from "~/ui/catalog/product-facts";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { DocumentDecision } from "./document-decision";
import { DocumentWords } from "./document-list";

/** What a household states, for an officer to hold against the paper or its issuer. */
export function WaitingDocumentItem(props: { document: WaitingDocument; today: string }) {
  const t = useT();
  const mark = useMark();
  const { document } = props;
  return (
    <article className="border-t border-line py-5">
      <h3 className="text-lg">
        {t(`lots.kind_${document.kind}`)}
        {document.isSample ? <SampleMark /> : null}
      </h3>
      <DocumentWords document={document} today={props.today} />
      <p className="mt-1">
        {document.productName === null ? null : `${mark(document.productName, "vi")} · `}
        {document.householdName}, {document.communeName}
      </p>
      <p className="text-soft">
        {document.lotCode === null ? (
          t(document.productName === null ? "lots.forHousehold" : "lots.forProduct")
        ) : (
          <a className="num underline" href={paths.departmentLot(document.lotCode)}>
            {t("lots.forLot", { code: document.lotCode })}
          </a>
        )}{" "}
        · {t("lots.statedAt", { time: formatInstant(document.statedAt) })}
      </p>
      <DocumentDecision document={{ ...document, status: "stated" }} />
    </article>
  );
}
