import type { SupplyCase } from "~/domain/supply/types";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { useKilograms, useSupplyDays } from "./supply-words";

/** Cases, open or ended: of what, who has it, and how much of it found a buyer. */
export function CaseList({ cases }: { cases: readonly SupplyCase[] }) {
  const t = useT();
  const mark = useMark();
  const daysOf = useSupplyDays();
  return (
    <ul className="mt-2 border-t border-line">
      {cases.map((one) => (
        <li key={one.id} className="border-b border-line py-3">
          <a
            className="inline-flex min-h-12 items-center text-lg font-semibold underline wrap-anywhere"
            href={paths.supplyCase(one.id)}
          >
            {mark(one.produceName, "vi")}
          </a>
          <p className="num text-soft">{daysOf(one)}</p>
          <p className="num">
            <CaseKilograms found={one} />
          </p>
          <p className="text-soft">
            {one.outcome === null ? null : <strong>{t(`supply.outcome_${one.outcome}`)} · </strong>}
            {t(one.closedAt === null ? "supply.handledBy" : "supply.handledBefore", {
              name: one.handler.name,
            })}
            {one.closedAt === null ? null : (
              <>
                {" · "}
                <LocalTime instant={one.closedAt} />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** How much was too much, how much is matched and not known yet, and how much was sold. */
export function CaseKilograms({ found }: { found: SupplyCase }) {
  const t = useT();
  const kilograms = useKilograms();
  return t("supply.caseKilograms", {
    over: kilograms(found.overKg),
    open: kilograms(found.openKg),
    sold: kilograms(found.soldKg),
  });
}
