import { decimalsOf, formatBillions } from "~/domain/statistics/billions";
import type { ChannelSale } from "~/domain/statistics/channel-records";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { useLanguage, useT } from "~/ui/site";
import { SampleBadge } from "~/ui/statistics/sample-badge";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { paths } from "~/web/paths";
import { channelName, spanText } from "./channel-texts";

/** What stands of every record, each leading to its page. */
export function ChannelSalesTable({ sales }: { sales: readonly ChannelSale[] }) {
  const t = useT();
  const decimals = decimalsOf(sales.map((sale) => sale.amountVnd));
  return (
    <ScrollRegion label={t("channels.scroll")}>
      <table className="table mt-3 text-sm">
        <thead>
          <tr>
            <th scope="col">{t("channels.columnChannel")}</th>
            <th scope="col">{t("channels.columnSpan")}</th>
            <th scope="col" className="amount">
              {t("channels.columnAmount")}
            </th>
            <th scope="col">{t("channels.columnKind")}</th>
            <th scope="col">{t("channels.columnGrade")}</th>
            <th scope="col">{t("channels.columnSource")}</th>
            <th scope="col">{t("channels.columnEntered")}</th>
          </tr>
        </thead>
        <tbody>
          {sales.map((sale) => (
            <SaleRow key={sale.id} sale={sale} decimals={decimals} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function SaleRow({ sale, decimals }: { sale: ChannelSale; decimals: number }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const isWithdrawn = sale.withdrawnReason !== null;
  return (
    <tr className={isWithdrawn ? "text-soft" : ""}>
      <th scope="row" className="min-w-36">
        <a className="underline" href={paths.channelSale(sale.recordId)}>
          {channelName(t, sale, mark)}
        </a>
      </th>
      <td className="num min-w-28">{spanText(t, sale)}</td>
      <td className="amount">
        <span className={isWithdrawn ? "line-through" : "font-semibold"}>
          {formatBillions(sale.amountVnd, language, decimals)}
        </span>
        {isWithdrawn ? (
          <span className="block font-normal">{t("channels.withdrawnState")}</span>
        ) : null}
      </td>
      <td className="min-w-28">{t(`channels.kind_${sale.kind}`)}</td>
      <td className="whitespace-nowrap">{t(`channels.grade_${sale.grade}`)}</td>
      <td className="min-w-48">
        {t(`channels.method_${sale.method}`)}
        <span className="block">
          {mark(sale.source)} {sale.isSample ? <SampleBadge /> : null}
        </span>
      </td>
      <td>
        {mark(sale.enteredBy)}
        <span className="block">
          <LocalTime instant={sale.enteredAt} />
        </span>
      </td>
    </tr>
  );
}
