import type { OwnHarvest } from "~/domain/supply/types";
import { Icon } from "~/ui/households/icon";
import { useDesk } from "~/ui/households/use-desk";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { useKilograms, useSupplyDays } from "./supply-words";

/** What a household has declared and what is still to come of it. */
export function DeclarationList({ declarations }: { declarations: readonly OwnHarvest[] }) {
  const t = useT();
  const mark = useMark();
  const kilograms = useKilograms();
  const daysOf = useSupplyDays();
  const { query } = useDesk();
  if (declarations.length === 0) return <p className="mt-4">{t("supply.ownEmpty")}</p>;
  return (
    <ul className="mt-4 border-t border-line">
      {declarations.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-3">
          <Icon name="basket" />
          <span className="min-w-0 flex-1">
            <span className="block text-lg font-semibold wrap-anywhere">
              {mark(one.produceName, "vi")} ·{" "}
              <span className="num">{kilograms(one.quantityKg)}</span>
            </span>
            <span className="num block text-soft">{daysOf(one)}</span>
            {one.soldKg === 0 ? null : (
              <span className="num block">
                {t("supply.ownSold", { sold: kilograms(one.soldKg) })}
              </span>
            )}
            {one.note === "" ? null : (
              <span className="block text-soft wrap-anywhere">{mark(one.note, "vi")}</span>
            )}
          </span>
          <form method="post" action={paths.supplyWithdrawal(one.id, query)}>
            <button className="button button-quiet">
              {t("supply.withdraw")}
              <span className="sr-only"> {mark(one.produceName, "vi")}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
