import { EmptyState } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";

/** The desk of somebody who has no household yet. */
export function NoHousehold() {
  const t = useT();
  return (
    <>
      <h1 className="text-3xl">{t("households.todayTitle")}</h1>
      <EmptyState title={t("households.noHouseholdTitle")}>
        <p>{t("households.noHouseholdText")}</p>
      </EmptyState>
    </>
  );
}
