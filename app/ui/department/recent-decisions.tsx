import type { RecentDecision } from "~/domain/households/types-department";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { isMessageKey } from "~/web/i18n";

export type DecisionLine = RecentDecision & { subject: "household" | "product" };

/** Both kinds in one list, the newest first. */
export function newestDecisions(
  households: readonly RecentDecision[],
  products: readonly RecentDecision[],
  limit: number,
): DecisionLine[] {
  return [
    ...households.map((one) => ({ ...one, subject: "household" as const })),
    ...products.map((one) => ({ ...one, subject: "product" as const })),
  ]
    .toSorted((a, b) => b.occurredAt - a.occurredAt)
    .slice(0, limit);
}

/** What was decided lately and by whom, so that two officers do not work on the same thing. */
export function RecentDecisions({ decisions }: { decisions: readonly DecisionLine[] }) {
  const t = useT();
  if (decisions.length === 0) return null;
  return (
    <section className="mt-12">
      <h2 className="text-xl">{t("department.recentDecisions")}</h2>
      <ScrollRegion label={t("department.recentDecisionsScroll")}>
        <table className="table mt-2 text-sm">
          <thead>
            <tr>
              <th scope="col">{t("department.columnWhat")}</th>
              <th scope="col">{t("department.columnDecision")}</th>
              <th scope="col">{t("department.columnBy")}</th>
              <th scope="col">{t("department.columnWhen")}</th>
            </tr>
          </thead>
          <tbody>
            {decisions.map((decision) => (
              <tr key={decision.id}>
                <th scope="row" className="font-medium">
                  {decision.name}
                </th>
                <td>
                  <DecisionWord decision={decision} />
                  {decision.reason ? (
                    <span className="block text-soft">{decision.reason}</span>
                  ) : null}
                </td>
                <td>{decision.decidedBy}</td>
                <td>
                  <LocalTime instant={decision.occurredAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function DecisionWord({ decision }: { decision: DecisionLine }) {
  const t = useT();
  const key = `department.decided_${decision.subject}_${decision.toStatus}`;
  return <>{isMessageKey(key) ? t(key) : decision.toStatus}</>;
}
