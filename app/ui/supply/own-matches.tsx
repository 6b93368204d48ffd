import type { Match } from "~/domain/supply/types";
import { Icon } from "~/ui/households/icon";
import { useDesk } from "~/ui/households/use-desk";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { BuyerName, MatchOutcome } from "./match-list";
import { useKilograms, useSupplyDays } from "./supply-words";

/** The buyers whom the department found for a household: who, how much, how to reach them, what came of it. */
export function OwnMatches({ matches }: { matches: readonly Match[] }) {
  const t = useT();
  const mark = useMark();
  const kilograms = useKilograms();
  const daysOf = useSupplyDays();
  const { query } = useDesk();
  if (matches.length === 0) return null;
  return (
    <section className="mt-6" aria-labelledby="buyers-found">
      <h2 id="buyers-found" className="text-xl">
        {t("supply.foundTitle")}
      </h2>
      <ul className="mt-2 border-t border-line">
        {matches.map((one) => (
          <li
            key={one.id}
            className="flex flex-wrap items-center gap-x-4 border-b border-line py-3"
          >
            <Icon name="phone" />
            <div className="min-w-0 flex-1 basis-52">
              <p className="text-lg font-semibold wrap-anywhere">
                <BuyerName name={one.buyer.name} /> ·{" "}
                <span className="num">{kilograms(one.quantityKg)}</span>{" "}
                {mark(one.produceName, "vi")}
              </p>
              {one.buyer.contact === "" ? null : (
                <p className="wrap-anywhere">{mark(one.buyer.contact, "vi")}</p>
              )}
              <p className="num text-soft">{daysOf(one)}</p>
              <MatchOutcome match={one} />
            </div>
            <a className="button button-quiet" href={paths.householdMatch(one.id, query)}>
              {t(one.soldKg === null ? "supply.resultTell" : "supply.resultMend")}
              <span className="sr-only"> {mark(one.buyer.name, "vi")}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
