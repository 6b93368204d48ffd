import type { DisbursementView } from "~/domain/settlement/types-disbursements";
import type { WalletReport } from "~/domain/settlement/types-payouts";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Sent by hand in a telecom's app: one person notes its reference, a second confirms it. */
export function WalletSteps(props: {
  disbursement: DisbursementView;
  report: WalletReport | null;
  userId: string;
}) {
  const t = useT();
  const { disbursement, report, userId } = props;
  const action = paths.walletReport(disbursement.code);
  return (
    <section className="card my-4 px-5 py-4" aria-labelledby="wallet">
      <h2 id="wallet" className="text-xl">
        {t("payouts.walletTitle")}
      </h2>
      {report === null ? (
        <form method="post" action={action}>
          <p className="max-w-prose">
            {t("payouts.walletText", { wallet: disbursement.bankName })}
          </p>
          <label className="my-4 block font-semibold">
            {t("payouts.walletReference")}
            <input name="reference" autoComplete="off" aria-required />
          </label>
          <button className="button button-main">{t("payouts.walletReport")}</button>
        </form>
      ) : (
        <>
          <p>
            {t("payouts.walletReported", {
              name: report.reportedByName,
              reference: report.reference,
            })}
          </p>
          {report.reportedById === userId ? (
            <p className="text-soft">{t("payouts.walletOwn")}</p>
          ) : (
            <form method="post" action={action} className="mt-3">
              <button name="agree" value="yes" className="button button-main">
                {t("payouts.walletAgree")}
              </button>
            </form>
          )}
        </>
      )}
    </section>
  );
}
