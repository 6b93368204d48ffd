import type { Demand } from "~/domain/supply/types";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { useKilograms, useSupplyDays } from "./supply-words";

/** What buyers would take, the nearest first. Of what they wrote themselves an officer says that it was asked back about. */
export function DemandList(props: { demands: readonly Demand[]; areAsked?: true }) {
  const t = useT();
  const mark = useMark();
  const kilograms = useKilograms();
  const daysOf = useSupplyDays();
  const { demands, areAsked } = props;
  return (
    <ul className="mt-4 border-t border-line">
      {demands.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-3">
          <span className="min-w-0 flex-1">
            <span className="block text-lg font-semibold wrap-anywhere">
              {mark(one.produceName, "vi")} ·{" "}
              <span className="num">{kilograms(one.quantityKg)}</span>
            </span>
            <span className="block wrap-anywhere">
              {mark([one.buyerName, one.contact].filter(Boolean).join(", "), "vi")}
            </span>
            <span className="num block text-soft">{daysOf(one)}</span>
            {one.note === "" ? null : (
              <span className="block text-soft wrap-anywhere">{mark(one.note, "vi")}</span>
            )}
          </span>
          {areAsked ? (
            <form method="post" action={paths.demandConfirmation(one.id)}>
              <button className="button button-main">
                {t("supply.confirm")}
                <span className="sr-only">
                  {" "}
                  {mark(one.produceName, "vi")}, {mark(one.buyerName, "vi")}
                </span>
              </button>
            </form>
          ) : null}
          <form method="post" action={paths.demandClosing(one.id)}>
            <button className="button button-quiet">
              {t(areAsked ? "supply.drop" : "supply.close")}
              <span className="sr-only">
                {" "}
                {mark(one.produceName, "vi")}, {mark(one.buyerName, "vi")}
              </span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
