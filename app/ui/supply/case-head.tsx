import type { SupplyCase } from "~/domain/supply/types";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { CaseKilograms } from "./case-list";
import { useSupplyDays } from "./supply-words";

/** What a case is about, who has it, and how it stands. */
export function CaseHead({ found, isMine }: { found: SupplyCase; isMine: boolean }) {
  const t = useT();
  const mark = useMark();
  const daysOf = useSupplyDays();
  return (
    <>
      <h1 className="text-3xl wrap-anywhere">{mark(found.produceName, "vi")}</h1>
      <p className="num mt-2">{daysOf(found)}</p>
      <p className="num">
        <CaseKilograms found={found} />
      </p>
      <p className="font-semibold">
        {isMine && found.closedAt === null
          ? t("supply.handledByMe")
          : t(found.closedAt === null ? "supply.handledBy" : "supply.handledBefore", {
              name: found.handler.name,
            })}
      </p>
      {found.outcome === null ? null : (
        <p className="font-semibold text-persimmon">
          {t("supply.endedAs", { outcome: t(`supply.outcome_${found.outcome}`) })}
        </p>
      )}
    </>
  );
}
