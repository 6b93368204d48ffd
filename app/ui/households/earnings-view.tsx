import type { HouseholdEarnings } from "~/domain/settlement/types";
import { IconDisc } from "~/ui/households/icon";
import { MONEY_SIGNS } from "~/ui/households/money-signs";
import { LocalTime } from "~/ui/primitives/local-time";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** What is there and with whom, what is coming, and what the household owes itself. */
export function Purse({ earnings }: { earnings: HouseholdEarnings }) {
  const t = useT();
  const language = useLanguage();
  const { marketVnd, courierVnd, pendingVnd, owedVnd } = earnings;
  const sums = [
    {
      sign: MONEY_SIGNS.market,
      name: t("settlement.market"),
      text: t("settlement.marketText"),
      vnd: marketVnd,
    },
    {
      sign: MONEY_SIGNS.courier,
      name: t("settlement.courier"),
      text: t("settlement.courierText"),
      vnd: courierVnd,
    },
    {
      sign: MONEY_SIGNS.pending,
      name: t("settlement.pending"),
      text: t("settlement.pendingText"),
      vnd: pendingVnd,
    },
    ...(owedVnd > 0
      ? [
          {
            sign: MONEY_SIGNS.owed,
            name: t("settlement.owed"),
            text: t("settlement.owedText"),
            vnd: owedVnd,
          },
        ]
      : []),
  ];
  return (
    <dl className="mt-4 grid gap-x-8 sm:grid-cols-2">
      {sums.map(({ sign, name, text, vnd }) => (
        <div key={name} className="border-t border-line py-4">
          <dt className="flex items-center gap-3 font-semibold">
            <IconDisc {...sign} />
            {name}
          </dt>
          <dd className="pl-[min(3.75rem,16vw)]">
            <span className="block text-[min(1.875rem,10vw)] font-bold">
              <Money amountVnd={vnd} language={language} />
            </span>
            <span className="block text-soft">{text}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Order by order: what the buyer paid, what the market took, what is left. */
export function EarningsList({ entries }: { entries: HouseholdEarnings["entries"] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <ul className="mt-2 border-t border-line">
      {entries.map((entry) => (
        <li key={entry.orderCode} className="border-b border-line py-4">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <a
              href={paths.householdOrder(entry.orderCode)}
              className="num inline-flex min-h-12 items-center font-bold underline"
            >
              {entry.orderCode}
            </a>
            <span className="text-sm text-soft">
              <LocalTime instant={entry.settledAt} />
            </span>
          </p>
          <p className="font-medium">{t(`settlement.paidTo_${entry.paidTo}`)}</p>
          <dl>
            <Line name={t("settlement.orderTotal")} amountVnd={entry.totalVnd} />
            {entry.voucherVnd === 0 ? null : (
              <Line name={t("settlement.ofItVoucher")} amountVnd={entry.voucherVnd} />
            )}
            <Line name={t("settlement.commission")} amountVnd={-entry.commissionVnd} />
            {entry.taxVnd === 0 ? null : (
              <Line name={t("settlement.tax")} amountVnd={-entry.taxVnd} />
            )}
            <div className="flex justify-between gap-4 text-lg font-semibold">
              <dt>{t("settlement.net")}</dt>
              <dd>
                <Money amountVnd={entry.netVnd} language={language} />
              </dd>
            </div>
            {entry.paidTo === "household" ? <CashInHand entry={entry} /> : null}
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** What it has of the order already, and who still owes whom the rest. */
function CashInHand({ entry }: { entry: HouseholdEarnings["entries"][number] }) {
  const t = useT();
  const leftVnd = entry.netVnd - entry.cashVnd;
  return (
    <>
      <Line name={t("settlement.takenAtDoor")} amountVnd={entry.cashVnd} />
      {leftVnd < 0 ? <Line name={t("settlement.owed")} amountVnd={-leftVnd} /> : null}
      {leftVnd > 0 ? <Line name={t("settlement.marketOwes")} amountVnd={leftVnd} /> : null}
    </>
  );
}

function Line({ name, amountVnd }: { name: string; amountVnd: number }) {
  const language = useLanguage();
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-soft">{name}</dt>
      <dd>
        <Money amountVnd={amountVnd} language={language} />
      </dd>
    </div>
  );
}
