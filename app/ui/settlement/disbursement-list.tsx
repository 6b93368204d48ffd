import type { DisbursementSummary } from "~/domain/settlement/types-disbursements";
import { StatusMark } from "~/ui/households/icon";
import { LocalTime } from "~/ui/primitives/local-time";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { DISBURSEMENT_MARKS } from "./disbursement-marks";

/** What is sent or to be sent, each with how it stands and the way to its page. */
export function DisbursementList(props: { disbursements: readonly DisbursementSummary[] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <ul className="mt-2">
      {props.disbursements.map((one) => (
        <li
          key={one.code}
          className="grid gap-x-8 gap-y-1 border-t border-line py-4 md:grid-cols-[14rem_1fr]"
        >
          <div>
            <h3 className="text-lg">
              <Money amountVnd={one.amountVnd} language={language} />
            </h3>
            <StatusMark
              {...DISBURSEMENT_MARKS[one.status]}
              text={t(`money.disbursement_${one.status}`)}
            />
          </div>
          <div>
            <p>
              {one.bankName} <span className="num">•••• {one.accountEnding}</span>
              {one.payout ? ` · ${t("payouts.what")} ${one.payout.householdName}` : null}
              {one.orderCode ? (
                <>
                  {" · "}
                  {t("money.refundOrder")} <span className="num">{one.orderCode}</span>
                </>
              ) : null}
            </p>
            <p className="text-sm text-soft">
              {t("money.preparedBy", { name: one.preparedByName })} ·{" "}
              <LocalTime instant={one.preparedAt} />
              {one.approvedByName
                ? ` · ${t("money.approvedBy", { name: one.approvedByName })}`
                : ""}
            </p>
            <a
              href={paths.disbursement(one.code)}
              className="num inline-flex min-h-12 items-center font-medium"
            >
              {t("money.disbursementOf", { code: one.code })}
            </a>
          </div>
        </li>
      ))}
    </ul>
  );
}
