import { useForm } from "@conform-to/react";
import type { DisbursementView } from "~/domain/settlement/types-disbursements";
import type { WalletReport } from "~/domain/settlement/types-payouts";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/**
 * Sent by hand in a telecom's app: one person notes its reference, a second confirms it; also of one that was withdrawn,
 * because it may have been sent all the same. Nothing where no app is waited for.
 */
export function WalletSteps(props: {
  disbursement: DisbursementView;
  report: WalletReport | null;
  userId: string;
  /** What was refused of its form. */
  reply?: MutationReply | undefined;
}) {
  const t = useT();
  const { disbursement, report, userId } = props;
  const { code, status, isWallet } = disbursement;
  const action = paths.walletReport(code);
  if (!isWallet || (status !== "approved" && status !== "withdrawn")) return null;
  return (
    <section className="card my-4 px-5 py-4" aria-labelledby="wallet">
      <h2 id="wallet" className="text-xl">
        {t("payouts.walletTitle")}
      </h2>
      {status === "withdrawn" ? (
        <p className="mb-3 max-w-prose">{t("payouts.walletSentAnyway")}</p>
      ) : null}
      {report === null ? (
        <ReportForm disbursement={disbursement} action={action} reply={props.reply} />
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

function ReportForm(props: {
  disbursement: DisbursementView;
  action: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const [form, fields] = useForm<{ reference: string }>({
    id: "wallet-report",
    lastResult: props.reply?.submission ?? null,
  });
  return (
    <form method="post" id={form.id} action={props.action}>
      <FormErrors form={form} />
      {props.disbursement.status === "approved" ? (
        <p className="max-w-prose">
          {t("payouts.walletText", { wallet: props.disbursement.bankName })}
        </p>
      ) : null}
      <TextField field={fields.reference} label={t("payouts.walletReference")} autoComplete="off" />
      <button className="button button-main">{t("payouts.walletReport")}</button>
    </form>
  );
}
