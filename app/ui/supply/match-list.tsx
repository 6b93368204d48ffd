import { formatPhone } from "~/domain/identity/phone";
import type { Match } from "~/domain/supply/types";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { useKilograms } from "./supply-words";

/** Who was sent to whom, for how much, and what came of it. */
export function MatchList({ matches }: { matches: readonly Match[] }) {
  const t = useT();
  const mark = useMark();
  const kilograms = useKilograms();
  if (matches.length === 0) return null;
  return (
    <section className="mt-6" aria-labelledby="matches">
      <h2 id="matches" className="text-xl">
        {t("supply.matchesTitle")}
      </h2>
      <ul className="mt-2 border-t border-line">
        {matches.map((one) => (
          <li key={one.id} className="border-b border-line py-3">
            <p className="font-semibold wrap-anywhere">
              {mark(one.household.name, "vi")} → <BuyerName name={one.buyer.name} /> ·{" "}
              <span className="num">{kilograms(one.quantityKg)}</span>
            </p>
            <p className="text-soft">
              <a
                className="num inline-flex min-h-12 items-center underline"
                href={`tel:${one.household.phone}`}
              >
                {formatPhone(one.household.phone)}
              </a>
              {one.buyer.contact === "" ? null : <> · {mark(one.buyer.contact, "vi")}</>}
            </p>
            <MatchOutcome match={one} />
            <a
              className="inline-flex min-h-12 items-center underline"
              href={paths.supplyMatch(one.id)}
            >
              {t(one.soldKg === null ? "supply.resultTell" : "supply.resultMend")}
              <span className="sr-only">
                {" "}
                {mark(one.household.name, "vi")}, {mark(one.buyer.name, "vi")}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is known of a match. */
export function MatchOutcome({ match }: { match: Match }) {
  const t = useT();
  const mark = useMark();
  const kilograms = useKilograms();
  return (
    <p className="wrap-anywhere">
      {match.soldKg === 0
        ? t("supply.match_unsold")
        : t(`supply.match_${match.status}`, { sold: kilograms(match.soldKg ?? 0) })}
      {match.resultWords === "" ? null : <> {mark(match.resultWords, "vi")}</>}
    </p>
  );
}

/** Who would buy; after a while that is forgotten. */
export function BuyerName({ name }: { name: string }) {
  const t = useT();
  const mark = useMark();
  return name === "" ? t("supply.buyerGone") : mark(name, "vi");
}
