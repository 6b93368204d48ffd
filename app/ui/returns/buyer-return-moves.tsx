import { formatPhone } from "~/domain/identity/phone";
import { DECIDE_WITHIN_DAYS } from "~/domain/returns/return-status";
import { isShippingRefunded } from "~/domain/returns/return-reasons";
import type { ReturnView } from "~/domain/returns/types";
import { formatVnd } from "~/platform/money";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { MoveForm } from "~/ui/move-form";

/** What the buyer can do next: send the goods back, call the department in, or let it be. */
export function BuyerReturnMoves(props: {
  request: ReturnView;
  action: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const language = useLanguage();
  const { request, action, reply } = props;
  const { status } = request;
  const move = { action, reply, isNoteOptional: true } as const;
  if (status === "refunded") {
    const owedVnd = request.refundVnd - request.voucherVnd;
    const amount = formatVnd(owedVnd, language);
    return (
      <Notice
        tone="good"
        title={
          owedVnd === 0 ? t("returns.refundedByVoucherText") : t("returns.refundedText", { amount })
        }
      />
    );
  }
  if (status === "closed") return <Notice tone="plain" title={t("returns.closedText")} />;
  return (
    <section className="mt-6">
      {status === "accepted" ? (
        <MoveForm
          {...move}
          to="returning"
          tone="main"
          text={`${t("returns.sendBackText", {
            name: request.householdName,
            phone: formatPhone(request.householdPhone),
          })} ${t(isShippingRefunded(request.reason) ? "returns.sendBackSellerPays" : "returns.sendBackBuyerPays")}`}
          button={t("returns.sendBack")}
          noteLabel={t("returns.sendBackNote")}
        />
      ) : null}
      {status === "declined" ? (
        <MoveForm
          {...move}
          to="disputed"
          tone="main"
          text={t("returns.disputeText", { decideDays: DECIDE_WITHIN_DAYS })}
          button={t("returns.dispute")}
          noteLabel={t("returns.moreNote")}
        />
      ) : null}
      {status === "returning" ? null : (
        <MoveForm
          {...move}
          to="closed"
          tone="quiet"
          button={t("returns.withdraw")}
          noteLabel={t("returns.moreNote")}
        />
      )}
    </section>
  );
}
