import type { WalletReturn as Report } from "~/domain/settlement/types-payouts";
import { MoveForm } from "~/ui/move-form";
import { LocalTime } from "~/ui/primitives/local-time";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Came back from the telecom: one person says so, a second has to see it too. */
export function WalletReturn(props: { code: string; report: Report | null; userId: string }) {
  const t = useT();
  const { code, report, userId } = props;
  if (report === null) {
    return (
      <section className="mt-6">
        <MoveForm
          action={paths.walletReturn(code)}
          reply={undefined}
          to="returned"
          tone="quiet"
          text={t("payouts.returnText")}
          button={t("payouts.returnSay")}
          noteLabel={t("payouts.returnNote")}
          isNoteOptional={false}
        />
      </section>
    );
  }
  const isOwn = report.reportedById === userId;
  return (
    <section className="card my-4 px-5 py-4" aria-labelledby="wallet-return">
      <h2 id="wallet-return" className="text-xl">
        {t("payouts.returnWaits")}
      </h2>
      <p className="wrap-anywhere">
        {report.reportedByName} · <LocalTime instant={report.reportedAt} />: {report.note}
      </p>
      {isOwn ? (
        <Notice tone="plain" title={t("payouts.returnOwn")} />
      ) : (
        <p className="mt-2 max-w-prose text-soft">{t("payouts.returnAgreeText")}</p>
      )}
      <form
        method="post"
        action={paths.walletReturn(code)}
        className="mt-3 flex flex-wrap items-center gap-3"
      >
        <input type="hidden" name="reportedAt" value={report.reportedAt} />
        {isOwn ? null : (
          <button name="to" value="agree" className="button button-main">
            {t("payouts.returnAgree")}
          </button>
        )}
        <button name="to" value="refuse" className="button button-quiet">
          {isOwn ? t("payouts.returnTakeBack") : t("payouts.returnRefuse")}
        </button>
      </form>
    </section>
  );
}
