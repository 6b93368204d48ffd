import { Notice, Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { errorText, type Translate } from "~/web/i18n";
import type { BatchCounts } from "./batch-counts";

/** What was just done about a batch, how many of its payouts it was, and what was taken out. */
export function BatchOutcome(props: { done: string | null; counts: BatchCounts }) {
  const t = useT();
  const { done, counts } = props;
  switch (done ?? "") {
    case "prepared":
      return <Notice tone="good" title={t("payouts.donePrepared")} />;
    case "withdrawn":
      return <Notice tone="good" title={t("payouts.doneWithdrawn")} />;
    case "simulated":
      return <Notice tone="good" title={t("payouts.doneSimulated")} />;
    case "stopped":
      return <Refusal title={errorText(t, "payout_stopped")} />;
    case "nothing_to_send":
      return <Refusal title={errorText(t, "batch_nothing_to_send")} />;
    case "key_missing":
      return <Refusal title={errorText(t, "payee_key_missing")} />;
    case "approved":
      return (
        <Notice
          tone={counts.out > 0 || counts.refused.length > 0 ? "attention" : "good"}
          title={t("payouts.doneApproved", { approved: counts.approved, out: counts.out })}
        >
          {counts.refused.map(({ code, count }) => (
            <p key={code}>{t("payouts.doneRefused", { count, why: whyRefused(t, code) })}</p>
          ))}
        </Notice>
      );
    default:
      return null;
  }
}

function whyRefused(t: Translate, code: string): string {
  return code === "amount_over_owed" ? t("payouts.stop_balance_short") : errorText(t, code);
}
