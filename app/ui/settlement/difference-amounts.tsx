import type { Difference } from "~/domain/settlement/reconciliation";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";

/** What it should be, what it is, and by how much that is apart. */
export function DifferenceAmounts({ difference }: { difference: Difference }) {
  const t = useT();
  const language = useLanguage();
  const { expectedVnd, actualVnd } = difference;
  const rows = [
    { name: t("reconciliation.expected"), amountVnd: expectedVnd },
    { name: t("reconciliation.actual"), amountVnd: actualVnd },
    { name: t("reconciliation.difference"), amountVnd: actualVnd - expectedVnd },
  ];
  return (
    <dl className="my-1 max-w-sm">
      {rows.map(({ name, amountVnd }) => (
        <div key={name} className="flex justify-between gap-4 last:font-semibold">
          <dt>{name}</dt>
          <dd>
            <Money amountVnd={amountVnd} language={language} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
