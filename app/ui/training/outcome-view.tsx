import { STANDINGS, type Counts, type Outcome } from "~/domain/training/outcome";
import { useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";

/** What came of one session, or of all: heads, then what households did for the first time, and when. */
export function OutcomeView({ outcome }: { outcome: Outcome }) {
  const t = useT();
  const rows: [string, Counts][] = [
    [t("training.outcomeJoined"), outcome.joined],
    [t("training.outcomeListed"), outcome.listed],
    [t("training.outcomeSold"), outcome.sold],
  ];
  return (
    <>
      <OutcomeHeads outcome={outcome} />
      <ScrollRegion label={t("training.outcomeTable")} stacks>
        <table className="table table-stacks">
          <thead>
            <tr>
              <th scope="col">{t("training.outcomeWhat")}</th>
              {STANDINGS.map((one) => (
                <th key={one} scope="col" className="amount whitespace-normal">
                  {t(`training.standing_${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, counts]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {STANDINGS.map((one) => (
                  <td
                    key={one}
                    className={`amount num ${one === "within" ? "font-bold text-leaf" : ""}`}
                    data-label={t(`training.standing_${one}`)}
                  >
                    {counts[one]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="mt-2 max-w-prose text-sm text-soft">{t("training.outcomeNote")}</p>
    </>
  );
}

/** `12 hộ có mặt · 3 người chưa có hộ trên chợ` */
export function OutcomeHeads({ outcome: { households, persons } }: { outcome: Outcome }) {
  const t = useT();
  return (
    <p className="num">
      {t("training.outcomeHeads", { count: households })}
      {persons > 0 ? <> · {t("training.outcomePersons", { count: persons })}</> : null}
    </p>
  );
}
