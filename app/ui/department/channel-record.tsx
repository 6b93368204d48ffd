import { decimalsOf, formatBillions } from "~/domain/statistics/billions";
import type { ChannelSale } from "~/domain/statistics/channel-records";
import { useMark } from "~/ui/in-language";
import { LocalDay, LocalTime } from "~/ui/primitives/local-time";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { SampleBadge } from "~/ui/statistics/sample-badge";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { paths } from "~/web/paths";
import { channelName, spanText } from "./channel-texts";
import { FactList, FactRow } from "./fact-list";

/** One record as it stands: what it says, how far it can be defended, its file, and what may be done with it. */
export function ChannelRecord({ sale }: { sale: ChannelSale }) {
  const t = useT();
  const mark = useMark();
  return (
    <>
      {sale.withdrawnReason === null ? null : (
        <Notice tone="plain">
          {t("channels.withdrawnWhy", { reason: mark(sale.withdrawnReason) })}
        </Notice>
      )}
      <ChannelFacts sale={sale} />
      {sale.withdrawnReason === null ? (
        <p className="mt-6 flex flex-wrap gap-3">
          <a className="button button-main" href={paths.channelCorrection(sale.recordId)}>
            {t("channels.correct")}
          </a>
          <a className="button button-quiet" href={paths.channelWithdrawal(sale.recordId)}>
            {t("channels.withdraw")}
          </a>
        </p>
      ) : null}
    </>
  );
}

export function ChannelFacts({ sale }: { sale: ChannelSale }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const amount = formatBillions(sale.amountVnd, language);
  return (
    <FactList>
      <FactRow term={t("channels.factChannel")}>{channelName(t, sale, mark)}</FactRow>
      <FactRow term={t("channels.factSpan")}>
        <span className="num">{spanText(t, sale)}</span>
      </FactRow>
      <FactRow term={t("channels.factKind")}>{t(`channels.kind_${sale.kind}`)}</FactRow>
      <FactRow term={t("channels.factAmount")}>
        <span className="num font-semibold">{t("statistics.billions", { amount })}</span>{" "}
        {sale.isSample ? <SampleBadge /> : null}
      </FactRow>
      <FactRow term={t("channels.factGrade")}>
        <span className="font-semibold">{t(`channels.grade_${sale.grade}`)}</span>
        <span className="block text-soft">{t(`channels.gradeMeaning_${sale.grade}`)}</span>
      </FactRow>
      <FactRow term={t("channels.factMethod")}>{t(`channels.method_${sale.method}`)}</FactRow>
      <FactRow term={t("channels.factSource")}>{mark(sale.source)}</FactRow>
      <FactRow term={t("channels.factReceived")}>
        <LocalDay date={sale.receivedOn} />
      </FactRow>
      <FactRow term={t("channels.factFile")}>
        {sale.file ? <SourceLink file={sale.file} /> : t("channels.fileNone")}
      </FactRow>
      <FactRow term={t("channels.factEntered")}>
        {mark(sale.enteredBy)}, <LocalTime instant={sale.enteredAt} />
      </FactRow>
    </FactList>
  );
}

function SourceLink({ file }: { file: NonNullable<ChannelSale["file"]> }) {
  const t = useT();
  return (
    <a className="wrap-anywhere underline" href={paths.sourceFile(file.id)}>
      {file.fileName === ""
        ? t("channels.fileOpen")
        : t("channels.fileNamed", { name: file.fileName })}
    </a>
  );
}

/** Everything that was entered for a record, the newest first. */
export function ChannelVintages({ vintages }: { vintages: readonly ChannelSale[] }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const decimals = decimalsOf(vintages.map((one) => one.amountVnd));
  return (
    <ScrollRegion label={t("channels.vintagesScroll")}>
      <table className="table mt-3 text-sm">
        <thead>
          <tr>
            <th scope="col">{t("channels.columnState")}</th>
            <th scope="col">{t("channels.columnChannel")}</th>
            <th scope="col">{t("channels.columnSpan")}</th>
            <th scope="col" className="amount">
              {t("channels.columnAmount")}
            </th>
            <th scope="col">{t("channels.columnGrade")}</th>
            <th scope="col">{t("channels.columnSource")}</th>
            <th scope="col">{t("channels.columnEntered")}</th>
          </tr>
        </thead>
        <tbody>
          {vintages.map((one, i) => (
            <tr key={one.id} className={i === 0 ? "" : "text-soft"}>
              <th scope="row" className="num whitespace-nowrap">
                {t("channels.vintage", { number: one.vintage })}
                <span className="block font-normal">
                  {one.withdrawnReason !== null
                    ? t("channels.withdrawnState")
                    : i === 0
                      ? t("channels.current")
                      : t("channels.superseded")}
                </span>
              </th>
              <td className="min-w-28">{channelName(t, one, mark)}</td>
              <td className="num min-w-28">{spanText(t, one)}</td>
              <td className="amount">{formatBillions(one.amountVnd, language, decimals)}</td>
              <td className="whitespace-nowrap">{t(`channels.grade_${one.grade}`)}</td>
              <td className="min-w-48">
                {mark(one.source)}
                {one.file ? (
                  <span className="block">
                    <SourceLink file={one.file} />
                  </span>
                ) : null}
              </td>
              <td>
                {mark(one.enteredBy)}
                <span className="block">
                  <LocalTime instant={one.enteredAt} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
