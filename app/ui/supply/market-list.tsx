import type { MarketDemand } from "~/domain/supply/types";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { useKilograms } from "./supply-words";

/** What buyers of the market already want of this kind, each of one household. */
export function MarketList({ market }: { market: readonly MarketDemand[] }) {
  const t = useT();
  const mark = useMark();
  const kilograms = useKilograms();
  if (market.length === 0) return null;
  return (
    <section className="mt-6" aria-labelledby="market">
      <h2 id="market" className="text-xl">
        {t("supply.marketTitle")}
      </h2>
      <p className="text-soft">{t("supply.marketLead")}</p>
      <ul className="mt-2 border-t border-line">
        {market.map(({ id, way, productName, householdName, packs, quantityKg }) => (
          <li key={`${way} ${id}`} className="border-b border-line py-3">
            <p className="font-semibold wrap-anywhere">
              {mark(productName, "vi")} · {mark(householdName, "vi")}
            </p>
            <p className="num">{t(`supply.market_${way}`, { packs, kg: kilograms(quantityKg) })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
