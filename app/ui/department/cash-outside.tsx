import type { CashOutside as Sums } from "~/domain/settlement/types";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";

/** Cash that was taken at the door and is not with the market: who owes how much of it. */
export function CashOutside({ cash }: { cash: Sums }) {
  const t = useT();
  const language = useLanguage();
  const rows = [
    { name: t("department.cashCouriers"), amountVnd: cash.couriersVnd },
    { name: t("department.cashHouseholds"), amountVnd: cash.householdsVnd },
  ];
  return (
    <section>
      <h2 className="text-xl">{t("department.cashHeading")}</h2>
      <dl className="mt-3 border-t border-line">
        {rows.map((row) => (
          <div
            key={row.name}
            className="flex min-h-14 items-center justify-between gap-4 border-b border-line py-2"
          >
            <dt>{row.name}</dt>
            <dd className="shrink-0 font-semibold">
              <Money amountVnd={row.amountVnd} language={language} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-sm text-soft">{t("department.cashNote")}</p>
    </section>
  );
}
