import { Notice, Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";

/** What was just done about a batch, how many of its payouts it was, and what was taken out. */
export function BatchOutcome(props: {
  done: string | null;
  counts: { approved: number; out: number; waiting: number };
}) {
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
    case "key_missing":
      return <Refusal title={errorText(t, "payee_key_missing")} />;
    case "approved":
      return (
        <Notice
          tone={counts.out > 0 ? "attention" : "good"}
          title={t("payouts.doneApproved", { approved: counts.approved, out: counts.out })}
        >
          {counts.waiting > 0 ? <p>{t("payouts.doneWaiting", { count: counts.waiting })}</p> : null}
        </Notice>
      );
    default:
      return null;
  }
}
