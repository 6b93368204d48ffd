import type { SupplyCase } from "~/domain/supply/types";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { CaseKilograms, Handler } from "./case-list";
import { useSupplyDays } from "./supply-words";

/** What a case is about, who has it, and how it stands. */
export function CaseHead({ found, readerId }: { found: SupplyCase; readerId: string }) {
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
        <Handler of={found} readerId={readerId} />
      </p>
      {found.outcome === null ? null : (
        <p className="font-semibold text-persimmon">
          {t("supply.endedAs", { outcome: t(`supply.outcome_${found.outcome}`) })}
        </p>
      )}
    </>
  );
}
