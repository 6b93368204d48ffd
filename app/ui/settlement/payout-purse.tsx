import type { HouseholdPayout } from "~/domain/settlement/types-payouts";
import { formatVnd } from "~/platform/money";
import { IconDisc, type IconName, type Tone } from "~/ui/households/icon";
import { LocalTime } from "~/ui/primitives/local-time";
import { Money } from "~/ui/primitives/money";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

const SIGNS = {
  ripe: { icon: "check", tone: "leaf" },
  coming: { icon: "clock", tone: "honey" },
  owed: { icon: "alert", tone: "persimmon" },
  onTheWay: { icon: "next", tone: "indigo" },
  paid: { icon: "money", tone: "leaf" },
} as const satisfies Record<string, { icon: IconName; tone: Tone }>;

type Sum = {
  sign: { icon: IconName; tone: Tone };
  name: "Ripe" | "Coming" | "Owed" | "OnTheWay" | "Paid";
  /** Where there is more to say than its own line. */
  text?: string;
  vnd: number;
};

/** What the market pays a household when and where, on its money page. */
export function PayoutPurse(props: { payout: HouseholdPayout; query: { household?: string } }) {
  const t = useT();
  const language = useLanguage();
  const { payable, onTheWayVnd, paidVnd, account, isWaiting } = props.payout;
  const comingText =
    payable.withProgrammesVnd > 0
      ? `${t("payouts.moneyComingText")} ${t("payouts.moneyWithProgrammes", { amount: formatVnd(payable.withProgrammesVnd, language) })}`
      : t("payouts.moneyComingText");
  const sums: Sum[] = [
    { sign: SIGNS.ripe, name: "Ripe", vnd: payable.ripeVnd },
    { sign: SIGNS.coming, name: "Coming", text: comingText, vnd: payable.comingVnd },
    ...(payable.owedVnd > 0
      ? [{ sign: SIGNS.owed, name: "Owed" as const, vnd: payable.owedVnd }]
      : []),
    { sign: SIGNS.onTheWay, name: "OnTheWay", vnd: onTheWayVnd },
    { sign: SIGNS.paid, name: "Paid", vnd: paidVnd },
  ];
  return (
    <section className="mt-8" aria-labelledby="payouts">
      <h2 id="payouts" className="text-xl">
        {t("payouts.moneyTitle")}
      </h2>
      {account === null ? <Notice tone="attention" title={t("payouts.accountNone")} /> : null}
      <dl className="mt-2 border-t border-line">
        {sums.map((sum) => (
          <div
            key={sum.name}
            className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-3"
          >
            <dt className="flex items-center gap-3 font-semibold">
              <IconDisc {...sum.sign} />
              {t(`payouts.money${sum.name}`)}
            </dt>
            <dd className="ml-auto text-xl font-bold">
              <Money amountVnd={sum.vnd} language={language} />
            </dd>
            <dd className="w-full pl-15 text-sm text-soft">
              {sum.text ?? t(`payouts.money${sum.name}Text`)}
            </dd>
          </div>
        ))}
      </dl>
      {account ? (
        <p className="mt-3">
          {t("payouts.accountTitle")}: <strong>{account.bankName}</strong>{" "}
          <span className="num">•••• {account.accountEnding}</span>
          {isWaiting ? (
            <span className="block text-sm text-soft">
              <AccountWait usableAt={account.usableAt} />
            </span>
          ) : null}
        </p>
      ) : null}
      <p className="mt-3 flex flex-wrap gap-3">
        <a
          className={`button ${account ? "button-quiet" : "button-main"}`}
          href={paths.payoutAccount(props.query)}
        >
          {account ? t("payouts.accountChange") : t("payouts.accountEnter")}
        </a>
        <a className="button button-quiet" href={paths.householdStatements(props.query)}>
          {t("payouts.statements")}
        </a>
      </p>
    </section>
  );
}

/** From when on an account that was named lately is paid to. */
export function AccountWait({ usableAt }: { usableAt: number }) {
  const t = useT();
  const [before, after] = t("payouts.accountUsableFrom", { time: "|" }).split("|");
  return (
    <>
      {before}
      <LocalTime instant={usableAt} />
      {after}
    </>
  );
}
