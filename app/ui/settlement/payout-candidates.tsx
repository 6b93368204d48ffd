import type { PayoutStop } from "~/domain/settlement/payout-stops";
import type { PayoutCandidate } from "~/domain/settlement/types-payouts";
import { formatInstant } from "~/platform/period";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import type { Translate } from "~/web/i18n";
import { paths } from "~/web/paths";

/**
 * Households with money here, each with what can be paid or why not; those that can are ticked already, or after a refusal
 * those that were (`ticked`).
 */
export function PayoutCandidates(props: {
  candidates: readonly PayoutCandidate[];
  submissionKey: string;
  month: string;
  page: number;
  ticked: readonly string[] | null;
}) {
  const t = useT();
  const canPrepare = props.candidates.some(({ stops }) => stops.length === 0);
  return (
    <form method="post" action={paths.payouts({ page: props.page > 1 ? props.page : undefined })}>
      <input type="hidden" name="submissionKey" value={props.submissionKey} />
      <ScrollRegion label={t("payouts.candidatesScroll")} stacks>
        <table className="table table-stacks text-sm">
          <thead>
            <tr>
              <th scope="col">{t("payouts.columnTick")}</th>
              <th scope="col">{t("payouts.columnHousehold")}</th>
              <th scope="col" className="amount">
                {t("payouts.columnPayable")}
              </th>
              <th scope="col">{t("payouts.columnStops")}</th>
              <th scope="col">{t("payouts.columnAccount")}</th>
              <th scope="col" className="amount">
                {t("payouts.columnComing")}
              </th>
              <th scope="col" className="amount">
                {t("payouts.columnOwed")}
              </th>
              <th scope="col" className="amount">
                {t("payouts.columnOnTheWay")}
              </th>
            </tr>
          </thead>
          <tbody>
            {props.candidates.map((one) => (
              <CandidateRow
                key={one.householdId}
                candidate={one}
                month={props.month}
                isTicked={props.ticked?.includes(one.householdId) ?? true}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {canPrepare ? (
        <button className="button button-main mt-4">{t("payouts.prepare")}</button>
      ) : null}
    </form>
  );
}

function stopText(
  t: Translate,
  stop: PayoutStop,
  { usableAt, isHeldByEntry }: PayoutCandidate,
): string {
  if (stop !== "account_waiting" || usableAt === null) return t(`payouts.stop_${stop}`);
  const key = isHeldByEntry ? "payouts.waitsAfterEntry" : "payouts.waitsAfterNaming";
  return t(key, { time: formatInstant(usableAt) });
}

function CandidateRow(props: { candidate: PayoutCandidate; month: string; isTicked: boolean }) {
  const t = useT();
  const language = useLanguage();
  const { householdId, slug, name, bankName, accountEnding, payable, onTheWayVnd, stops } =
    props.candidate;
  return (
    <tr>
      <td>
        {stops.length === 0 ? (
          <label className="inline-flex min-h-12 min-w-12 cursor-pointer items-center justify-center max-sm:flex-row-reverse max-sm:gap-3">
            <span className="sm:sr-only">{t("payouts.tick", { name })}</span>
            <input
              type="checkbox"
              name="household"
              value={householdId}
              defaultChecked={props.isTicked}
            />
          </label>
        ) : null}
      </td>
      <th scope="row" className="min-w-48">
        {name}
        <a
          href={paths.departmentStatement(slug, props.month)}
          className="block font-normal"
          aria-label={`${t("payouts.openStatement")}: ${name}`}
        >
          {t("payouts.openStatement")}
        </a>
      </th>
      <td data-label={t("payouts.columnPayable")} className="amount text-base font-semibold">
        <Money amountVnd={payable.payableVnd} language={language} />
      </td>
      <td data-label={t("payouts.columnStops")} className="min-w-48">
        {stops.map((stop) => stopText(t, stop, props.candidate)).join("; ")}
      </td>
      <td data-label={t("payouts.columnAccount")} className="whitespace-nowrap">
        {bankName === null ? (
          t("payouts.noAccount")
        ) : (
          <>
            {bankName} <span className="num">•••• {accountEnding}</span>
          </>
        )}
      </td>
      {[
        { label: t("payouts.columnComing"), amountVnd: payable.comingVnd },
        { label: t("payouts.columnOwed"), amountVnd: payable.owedVnd },
        { label: t("payouts.columnOnTheWay"), amountVnd: onTheWayVnd },
      ].map(({ label, amountVnd }) => (
        <td
          key={label}
          data-label={label}
          className={`amount ${amountVnd === 0 ? "max-sm:hidden" : ""}`}
        >
          {amountVnd === 0 ? "–" : <Money amountVnd={amountVnd} language={language} />}
        </td>
      ))}
    </tr>
  );
}
