import type { ReactNode } from "react";
import type { WaitingHousehold } from "~/domain/households/types-department";
import { formatPhone } from "~/domain/identity/phone";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { SampleMark } from "~/ui/catalog/product-facts";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { ApproveDecision, RejectDecision } from "./decision-form";
import { FactList, FactRow } from "./fact-list";

/** A household that waits, with all that is needed to decide. */
export function HouseholdDossierCard(props: { household: WaitingHousehold; children: ReactNode }) {
  const { household } = props;
  const { slug, name } = household;
  const action = paths.householdApproval(slug);
  return (
    <article id={`household-${slug}`} className="scroll-mt-4 border-t border-line py-6">
      <h3 className="text-xl">
        {name}
        {household.isSample ? <SampleMark /> : null}
      </h3>
      <HouseholdFacts household={household} />
      {props.children}
      <div className="mt-4 flex flex-wrap items-start gap-x-6 gap-y-3">
        <ApproveDecision action={action} name={name} />
        <RejectDecision id={`household-${slug}`} action={action} name={name} />
      </div>
    </article>
  );
}

function HouseholdFacts({ household }: { household: WaitingHousehold }) {
  const t = useT();
  const mark = useMark();
  return (
    <FactList>
      <FactRow term={t("department.factKind")}>{t(`households.kind_${household.kind}`)}</FactRow>
      <FactRow term={t("department.factPlace")}>
        {mark(`${household.addressLine}, ${household.communeName}`, "vi")}
      </FactRow>
      <FactRow term={t("department.factContact")}>{household.contactName}</FactRow>
      <FactRow term={t("department.factPhone")}>
        <a href={`tel:${household.phone}`} className="num underline">
          {formatPhone(household.phone)}
        </a>
        {household.isPhoneProven ? null : (
          <p className="font-medium text-persimmon">{t("department.phoneNotProven")}</p>
        )}
      </FactRow>
      {household.helperName === null ? null : (
        <FactRow term={t("department.factRegisteredBy")}>
          {mark(household.helperName, "vi")} · {t("department.digitalTeam")}
        </FactRow>
      )}
      {household.story === "" ? null : (
        <FactRow term={t("department.factStory")}>
          <p className="max-w-prose whitespace-pre-line">{mark(household.story, "vi")}</p>
        </FactRow>
      )}
      <FactRow term={t("department.factWaiting")}>
        <LocalTime instant={household.createdAt} />
      </FactRow>
    </FactList>
  );
}
