import type { RecentDecision } from "~/domain/households/types-department";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";
import { isMessageKey } from "~/web/i18n";

export type DecisionLine = RecentDecision & { subject: "household" | "product" | "profile" };

export const DECISIONS_MAX = 8;

/** All kinds in one list, the newest first. */
export function newestDecisions(
  households: readonly RecentDecision[],
  products: readonly RecentDecision[],
  profiles: readonly RecentDecision[],
): DecisionLine[] {
  return [
    ...households.map((one) => ({ ...one, subject: "household" as const })),
    ...products.map((one) => ({ ...one, subject: "product" as const })),
    ...profiles.map((one) => ({ ...one, subject: "profile" as const })),
  ]
    .toSorted((a, b) => b.occurredAt - a.occurredAt)
    .slice(0, DECISIONS_MAX);
}

/** What was decided lately and by whom, so that two officers do not work on the same thing. */
export function RecentDecisions({ decisions }: { decisions: readonly DecisionLine[] }) {
  const t = useT();
  const mark = useMark();
  if (decisions.length === 0) return null;
  return (
    <section className="mt-12">
      <h2 className="text-xl">{t("department.recentDecisions")}</h2>
      <ul className="mt-3 border-t border-line text-sm">
        {decisions.map((decision) => (
          <li
            key={decision.id}
            className="grid gap-x-6 border-b border-line py-2 md:grid-cols-[3fr_2fr_auto] lg:grid-cols-[2fr_3fr_auto]"
          >
            <p className="font-medium">{mark(decision.name, "vi")}</p>
            <div>
              <p>
                <DecisionWord decision={decision} />
              </p>
              {decision.reason ? <p className="text-soft">{mark(decision.reason)}</p> : null}
            </div>
            <p className="text-soft md:text-right">
              {decision.decidedBy} · <LocalTime instant={decision.occurredAt} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DecisionWord({ decision }: { decision: DecisionLine }) {
  const t = useT();
  const key = `department.decided_${decision.subject}_${decision.toStatus}`;
  return <>{isMessageKey(key) ? t(key) : decision.toStatus}</>;
}
