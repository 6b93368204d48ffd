import type { HouseholdStatement, StatementEntry } from "~/domain/settlement/types-statement";
import { formatVnd } from "~/platform/money";
import { formatMonth, formatDate, localDateOf } from "~/platform/period";
import { LocalDay } from "~/ui/primitives/local-time";
import { Money } from "~/ui/primitives/money";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";

/** One month: what was there, what came and went and why, what is left. */
export function StatementView(props: { statement: HouseholdStatement; csvHref: string }) {
  const t = useT();
  const language = useLanguage();
  const { statement } = props;
  return (
    <>
      <h1 className="text-3xl">
        {t("payouts.statementTitle", { month: formatMonth(statement.month) })}
      </h1>
      <p className="text-soft">{t("payouts.statementFor", { name: statement.householdName })}</p>
      <div className="no-print mt-3 flex flex-wrap items-center gap-x-6">
        <a className="button button-quiet" href={props.csvHref} download>
          {t("payouts.statementCsv")}
        </a>
        <p className="text-sm text-soft">{t("payouts.statementPrint")}</p>
      </div>
      <Balance
        name={t("payouts.opening")}
        amountVnd={statement.openingVnd}
        owedVnd={statement.owedOpeningVnd}
      />
      {statement.entries.length === 0 ? (
        <p className="py-4 text-soft">{t("payouts.statementEmpty")}</p>
      ) : (
        <ol>
          {statement.entries.map((entry, i) => (
            <Entry key={i} entry={entry} />
          ))}
        </ol>
      )}
      <Balance
        name={t(statement.isOver ? "payouts.closing" : "payouts.closingSoFar")}
        amountVnd={statement.closingVnd}
        owedVnd={statement.owedClosingVnd}
      >
        {t("payouts.closingText")}
      </Balance>
      {statement.owedClosingVnd > 0 ? (
        <Notice
          tone="plain"
          title={t(statement.isOver ? "payouts.owedAtEnd" : "payouts.owedSoFar", {
            amount: formatVnd(statement.owedClosingVnd, language),
          })}
        />
      ) : null}
    </>
  );
}

function Balance(props: { name: string; amountVnd: number; owedVnd: number; children?: string }) {
  const t = useT();
  const language = useLanguage();
  return (
    <div className="mt-4 border-y-2 border-line py-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">{props.name}</span>
        <strong className="text-[min(1.5rem,9vw)]">
          <Money amountVnd={props.amountVnd} language={language} />
        </strong>
      </p>
      {props.owedVnd === 0 ? null : (
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span>{t("payouts.owed")}</span>
          <Money amountVnd={props.owedVnd} language={language} />
        </p>
      )}
      {props.children ? <p className="text-sm text-soft">{props.children}</p> : null}
    </div>
  );
}

function Entry({ entry }: { entry: StatementEntry }) {
  const t = useT();
  const { kind, code, changeVnd, owedChangeVnd, paidAt } = entry;
  const parts = [
    { name: t("payouts.goods"), vnd: entry.goodsVnd },
    { name: t("payouts.shipping"), vnd: entry.shippingVnd },
    {
      name: kind === "return" ? t("payouts.commissionBack") : t("payouts.commission"),
      vnd: entry.commissionVnd,
    },
    { name: kind === "return" ? t("payouts.taxBack") : t("payouts.tax"), vnd: entry.taxVnd },
    {
      name: entry.voucherVnd > 0 ? t("payouts.refundedWithVoucher") : t("payouts.refunded"),
      vnd: entry.refundedVnd,
    },
    { name: t("payouts.kept"), vnd: entry.keptVnd },
    {
      name: owedChangeVnd > 0 ? t("payouts.owedMore") : t("payouts.owedLess"),
      vnd: owedChangeVnd,
    },
  ].filter((part) => part.vnd !== 0);
  const why =
    kind === "payout" && paidAt !== null
      ? t("payouts.why_payoutPaid", { date: formatDate(localDateOf(paidAt)) })
      : t(`payouts.why_${kind}`);
  return (
    <li className="break-inside-avoid border-b border-line py-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <strong className="num">{t(`payouts.kind_${kind}`, { code })}</strong>
        <span className="text-sm text-soft">
          <LocalDay date={entry.localDate} />
        </span>
      </p>
      <p className="text-soft">{why}</p>
      <VoucherShare entry={entry} />
      {entry.orderCodes.length > 0 ? (
        <p className="num text-sm text-soft">
          {t("payouts.forOrders", { codes: entry.orderCodes.join(", ") })}
        </p>
      ) : null}
      <dl className="mt-1">
        {parts.map((part) => (
          <Line key={part.name} name={part.name} amountVnd={part.vnd} />
        ))}
        <Line
          name={changeVnd < 0 ? t("payouts.changeOut") : t("payouts.change")}
          amountVnd={changeVnd}
          isSum
        />
        <Line name={t("payouts.balance")} amountVnd={entry.balanceVnd} />
        {owedChangeVnd === 0 && entry.owedVnd === 0 ? null : (
          <Line name={t("payouts.owed")} amountVnd={entry.owedVnd} />
        )}
      </dl>
    </li>
  );
}

/** What the buyer pays or gets is less than what stands in the entry: a programme has its share. */
function VoucherShare({ entry }: { entry: StatementEntry }) {
  const t = useT();
  const { kind, goodsVnd, shippingVnd, refundedVnd, voucherVnd } = entry;
  if (voucherVnd === 0) return null;
  const wholeVnd = kind === "return" ? 0 - refundedVnd : goodsVnd + shippingVnd;
  const values = { voucherVnd, restVnd: wholeVnd - voucherVnd };
  return (
    <p className="text-soft">
      {kind === "return" ? t("payouts.voucher_return", values) : t("payouts.voucher_order", values)}
    </p>
  );
}

function Line(props: { name: string; amountVnd: number; isSum?: true }) {
  const language = useLanguage();
  return (
    <div className={`flex justify-between gap-4 ${props.isSum ? "font-semibold" : ""}`}>
      <dt className={props.isSum ? "" : "text-soft"}>{props.name}</dt>
      <dd>
        <Money amountVnd={props.amountVnd} language={language} />
      </dd>
    </div>
  );
}
