import type { DisbursementView } from "~/domain/settlement/types-disbursements";
import { MoveForm } from "~/ui/move-form";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { useForm } from "@conform-to/react";

/** What may be done about it now: approve by the second person, send once approved, withdraw until it has left. */
export function DisbursementActions(props: {
  disbursement: DisbursementView;
  /** Who says that it was sent by hand; null: nobody does. */
  reportedBy: string | null;
  isOwn: boolean;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { disbursement, reportedBy, isOwn, reply } = props;
  const { code, status } = disbursement;
  if (status !== "prepared" && status !== "approved") return null;
  return (
    <section className="mt-6">
      {status === "prepared" && isOwn ? (
        <Notice tone="plain" title={t("money.preparedOwn")} />
      ) : null}
      {status === "prepared" && !isOwn ? <ApprovalForm code={code} reply={reply} /> : null}
      <p className="my-4">
        <a
          className={`button ${status === "approved" ? "button-main" : "button-quiet"}`}
          href={paths.disbursementPayee(code)}
        >
          {status === "approved" ? t("money.send") : t("money.payeeShow")}
        </a>
      </p>
      <p className="max-w-prose text-sm text-soft">{t("money.looksAreNoted")}</p>
      <MoveForm
        action={paths.disbursement(code)}
        reply={reply}
        to="withdrawn"
        tone="danger"
        text={
          reportedBy === null
            ? t(`money.withdrawText_${status}`)
            : t("payouts.walletWithdrawText", { name: reportedBy })
        }
        button={t("money.withdraw")}
        noteLabel={t("money.withdrawNote")}
        isNoteOptional={false}
      />
    </section>
  );
}

function ApprovalForm({ code, reply }: { code: string; reply: MutationReply | undefined }) {
  const t = useT();
  const isMine = reply?.submission?.initialValue?.["to"] === "approved";
  const [form] = useForm<Record<"to", string>>({
    id: "approval",
    lastResult: isMine ? (reply.submission ?? null) : null,
  });
  return (
    <form
      method="post"
      id={form.id}
      action={paths.disbursement(code)}
      className="card my-4 px-5 py-4"
    >
      <p className="mb-3 max-w-prose">{t("money.approveText")}</p>
      <button name="to" value="approved" className="button button-main w-full">
        {t("money.approve")}
      </button>
    </form>
  );
}
