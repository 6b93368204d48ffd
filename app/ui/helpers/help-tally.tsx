import type { DelegatedHousehold } from "~/domain/households/types";
import { SELLS_DAYS } from "~/domain/households/delegation-terms";
import { useT } from "~/ui/site";

/** What came of an agent's help, counted in households that sell. */
export function HelpTally({ households }: { households: readonly DelegatedHousehold[] }) {
  const t = useT();
  const figures = [
    { name: t("helpers.agentTallyHelped"), count: households.length },
    {
      name: t("helpers.agentTallyListed"),
      count: households.filter((one) => one.publishedCount > 0).length,
    },
    {
      name: t("helpers.agentTallySells", { count: SELLS_DAYS }),
      count: households.filter((one) => one.soldOrderCount > 0).length,
    },
  ];
  return (
    <>
      <dl className="mt-4 grid grid-cols-3 gap-3">
        {figures.map(({ name, count }) => (
          <div key={name} className="card flex flex-col-reverse justify-end px-3 py-2">
            <dt className="text-sm text-soft">{name}</dt>
            <dd className="num text-3xl font-bold text-leaf">{count}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-sm text-soft">{t("helpers.agentTallyNote")}</p>
    </>
  );
}
