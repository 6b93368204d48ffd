import { mayMoveDocument } from "~/domain/catalog/document-status";
import type { CheckedLicence, OwnLicence } from "~/domain/catalog/types-lot";
import { SampleMark } from "~/ui/catalog/product-facts";
import { useDesk } from "~/ui/households/use-desk";
import { useMark } from "~/ui/in-language";
import { DocumentDecision } from "~/ui/lots/document-decision";
import { DocumentWords } from "~/ui/lots/document-list";
import { OwnDocumentMark } from "~/ui/lots/own-lot";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** The licences of a household on its own desk, each with what became of it. */
export function LicenceList(props: { licences: readonly OwnLicence[]; today: string }) {
  const t = useT();
  const mark = useMark();
  if (props.licences.length === 0) {
    return <p className="mt-2 text-soft">{t("papers.licencesNone")}</p>;
  }
  return (
    <ul className="mt-3">
      {props.licences.map((licence) => (
        <li key={licence.id} className="border-t border-line py-4">
          <h3 className="text-lg">
            {t(`lots.kind_${licence.kind}`)}
            {licence.isSample ? <SampleMark /> : null}
          </h3>
          <DocumentWords document={licence} today={props.today} />
          <p className="mt-2">
            <OwnDocumentMark document={licence} />
          </p>
          {licence.statusReason ? (
            <p className="mt-1">
              {t("households.reasonGiven", { reason: mark(licence.statusReason) })}
            </p>
          ) : null}
          <Withdrawal licence={licence} />
        </li>
      ))}
    </ul>
  );
}

function Withdrawal({ licence }: { licence: OwnLicence }) {
  const t = useT();
  const { query } = useDesk();
  if (!mayMoveDocument(licence.status, "withdrawn")) return null;
  const name = `${t(`lots.kind_${licence.kind}`)} ${licence.number}`;
  return (
    <form method="post" action={paths.licenceWithdrawal(licence.id, query)} className="mt-2">
      <button
        className="button button-quiet"
        aria-label={t("lots.withdrawDocumentNamed", { name })}
      >
        {t("lots.withdrawDocument")}
      </button>
    </form>
  );
}

/** Checked licences on the department's desk, which may still refuse one. */
export function CheckedLicences(props: { licences: readonly CheckedLicence[]; today: string }) {
  const t = useT();
  if (props.licences.length === 0) {
    return <p className="text-soft">{t("papers.departmentLicencesNone")}</p>;
  }
  return (
    <ul>
      {props.licences.map((licence) => (
        <li key={licence.id} className="border-t border-line py-4">
          <h3 className="text-lg">
            {licence.householdName}, {licence.communeName}
            {licence.isSample ? <SampleMark /> : null}
          </h3>
          <p>{t(`lots.kind_${licence.kind}`)}</p>
          <DocumentWords document={licence} today={props.today} />
          <DocumentDecision document={{ ...licence, status: "checked" }} />
        </li>
      ))}
    </ul>
  );
}
