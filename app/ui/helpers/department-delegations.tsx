import type { Delegation } from "~/domain/households/types-delegations";
import { formatPhone } from "~/domain/identity/phone";
import { useMark } from "~/ui/in-language";
import { LocalDay, LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { DelegationMark } from "./delegation-mark";

/** Delegations as rows that lead to each; `empty` says that there is none. */
export function DelegationRows(props: { delegations: readonly Delegation[]; empty: string }) {
  const t = useT();
  const mark = useMark();
  if (props.delegations.length === 0) return <p className="mt-2 text-soft">{props.empty}</p>;
  return (
    <ul className="mt-2 border-t border-line">
      {props.delegations.map((one) => (
        <li key={one.code} className="border-b border-line py-3">
          <a
            className="inline-flex min-h-12 items-center font-semibold"
            href={paths.departmentHelper(one.code)}
          >
            {mark(one.householdName, "vi")}
          </a>{" "}
          <DelegationMark status={one.status} />
          <p>
            {mark(one.communeName, "vi")} · {t("helpers.factAgent")}: {mark(one.agentName, "vi")}{" "}
            <span className="num">{formatPhone(one.agentPhone)}</span>
          </p>
          <p className="text-soft">
            {one.until === null ? (
              <LocalTime instant={one.askedAt} />
            ) : (
              <>
                {t("helpers.factUntil")} <LocalDay date={one.until} />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

export function DelegationSearch({ typed }: { typed: string }) {
  const t = useT();
  return (
    <form method="get" action={paths.departmentHelpers()} className="my-3 flex flex-wrap gap-2">
      <label className="min-w-[min(16rem,100%)] flex-1">
        <span className="font-semibold">{t("helpers.departmentFind")}</span>
        <input type="search" name="q" defaultValue={typed} maxLength={100} className="mt-1" />
      </label>
      <button className="button button-quiet self-end">{t("helpers.departmentFindSubmit")}</button>
    </form>
  );
}
