import type { HouseholdStatus } from "~/domain/households/household-status";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Finds a household by what somebody on the telephone says of it; keeps to the state that the list shows. */
export function HouseholdSearch(props: { typed: string; status: HouseholdStatus | null }) {
  const t = useT();
  const { typed, status } = props;
  return (
    <form method="get" action={paths.departmentHouseholds()} className="my-3 flex flex-wrap gap-2">
      {status === null ? null : <input type="hidden" name="status" value={status} />}
      <label className="min-w-[min(16rem,100%)] flex-1">
        <span className="font-semibold">{t("department.householdsFind")}</span>
        <input type="search" name="q" defaultValue={typed} maxLength={100} className="mt-1" />
      </label>
      <button className="button button-quiet self-end">
        {t("department.householdsFindSubmit")}
      </button>
    </form>
  );
}
