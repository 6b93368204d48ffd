import type { Match } from "~/domain/supply/types";
import { useMark } from "~/ui/in-language";
import { BuyerName } from "./match-list";
import { useKilograms } from "./supply-words";

/** Who was sent to whom, for what. */
export function MatchHead({ match }: { match: Match }) {
  const mark = useMark();
  const kilograms = useKilograms();
  return (
    <>
      <p className="mt-3 text-lg font-semibold wrap-anywhere">
        {mark(match.household.name, "vi")} → <BuyerName name={match.buyer.name} />
      </p>
      <p className="wrap-anywhere">
        {mark(match.produceName, "vi")} · <span className="num">{kilograms(match.quantityKg)}</span>
      </p>
    </>
  );
}
