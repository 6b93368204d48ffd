import { formatPhone } from "~/domain/identity/phone";
import type { Match } from "~/domain/supply/types";
import { formatDate } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { NewMark } from "./case-news";
import { useKilograms } from "./supply-words";

/** Who was sent to whom, for how much, and what came of it. */
export function MatchList(props: {
  matches: readonly Match[];
  isNew: (done: Match["changes"][number]) => boolean;
}) {
  const { matches, isNew } = props;
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
              {one.changes.some(isNew) ? <NewMark /> : null}
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
            <ClosedDays household={one.household} />
            <p className="flex flex-wrap gap-x-6">
              <MatchLink
                match={one}
                href={paths.supplyMatch(one.id)}
                text={t(one.soldKg === null ? "supply.resultTell" : "supply.resultMend")}
              />
              {one.status === "open" ? (
                <MatchLink
                  match={one}
                  href={paths.supplyMatchEnding(one.id)}
                  text={t("supply.matchEnd")}
                />
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function MatchLink({ match, href, text }: { match: Match; href: string; text: string }) {
  const mark = useMark();
  return (
    <a className="inline-flex min-h-12 items-center underline" href={href}>
      {text}
      <span className="sr-only">
        {" "}
        {mark(match.household.name, "vi")}, {mark(match.buyer.name, "vi")}
      </span>
    </a>
  );
}

/** That a household takes no orders on what days of its harvest are to come, and until when. */
export function ClosedDays({ household }: { household: Pick<Match["household"], "closure"> }) {
  const t = useT();
  const { closure } = household;
  if (closure === null) return null;
  const days = { from: formatDate(closure.from), until: formatDate(closure.until) };
  return <p className="text-persimmon">{t("supply.closedDays", days)}</p>;
}

/** What is known of a match. */
export function MatchOutcome({ match }: { match: Match }) {
  const t = useT();
  const mark = useMark();
  const kilograms = useKilograms();
  return (
    <p className="wrap-anywhere">
      {match.status === "off" && match.endedBy !== null
        ? t(`supply.match_off_${match.endedBy}`)
        : match.soldKg === 0
          ? t("supply.match_unsold")
          : t(match.status === "known" ? "supply.match_known" : "supply.match_open", {
              sold: kilograms(match.soldKg ?? 0),
            })}
      {match.status === "off" && match.endReason !== "" ? (
        <> {mark(match.endReason, "vi")}</>
      ) : null}
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
