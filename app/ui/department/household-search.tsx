import type { HouseholdStatus } from "~/domain/households/household-status";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Finds a household by what somebody on the telephone says of it: among those of the state that the list shows, or all. */
export function HouseholdSearch(props: { typed: string; status: HouseholdStatus | null }) {
  const t = useT();
  const { typed, status } = props;
  return (
    <form method="get" action={paths.departmentHouseholds()} className="my-3 flex flex-wrap gap-2">
      <label className="min-w-[min(16rem,100%)] flex-1">
        <span className="font-semibold">{t("department.householdsFind")}</span>
        <input type="search" name="q" defaultValue={typed} maxLength={100} className="mt-1" />
      </label>
      {status === null ? null : (
        <button name="status" value={status} className="button button-quiet self-end">
          {t("department.householdsFindAmong", { status: t(`department.status_${status}`) })}
        </button>
      )}
      <button className="button button-quiet self-end">
        {t(
          status === null ? "department.householdsFindSubmit" : "department.householdsFindAmongAll",
        )}
      </button>
    </form>
  );
}

/** Says below a search that it was kept to a state, and where all are searched; nothing of any other list. */
export function SearchedAmong(props: { typed: string; status: HouseholdStatus | null }) {
  const t = useT();
  const { typed, status } = props;
  if (typed === "" || status === null) return null;
  return (
    <p className="my-4 border-l-4 border-honey bg-honey-tint px-4 py-2">
      {t("department.householdsAmong", { status: t(`department.status_${status}`) })}{" "}
      <a
        className="inline-flex min-h-12 items-center underline"
        href={paths.departmentHouseholds({ q: typed })}
      >
        {t("department.householdsAmongAll", { typed })}
      </a>
    </p>
  );
}
