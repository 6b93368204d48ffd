import { isSentBack } from "~/domain/returns/return-reasons";
import type { ReturnView } from "~/domain/returns/types";
import type { Language } from "~/platform/language";
import { formatVnd } from "~/platform/money";
import { useLanguage, useT } from "~/ui/site";
import type { Translate } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { MoveForm } from "~/ui/move-form";

/** What the household answers: have it back, pay at once, or no. */
export function HouseholdReturnMoves(props: {
  request: ReturnView;
  action: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const language = useLanguage();
  const { request, action, reply } = props;
  const { status } = request;
  const refundText = refundTextOf(request, { t, language });
  const move = { action, reply, noteLabel: t("returns.noteToBuyer") };
  const mayRefund = status !== "refunded" && status !== "closed";
  const isBack = status === "returning";
  return (
    <section className="mt-6">
      {status === "requested" && isSentBack(request.reason) ? (
        <MoveForm
          {...move}
          to="accepted"
          tone="main"
          isNoteOptional
          text={t("returns.acceptText")}
          button={t("returns.accept")}
        />
      ) : null}
      {mayRefund ? (
        <MoveForm
          {...move}
          to="refunded"
          tone={isBack || !isSentBack(request.reason) ? "main" : "quiet"}
          isNoteOptional
          text={isBack ? `${t("returns.lookAtBack")} ${refundText}` : refundText}
          button={isBack ? t("returns.refundBack") : t("returns.refund")}
        >
          {isSentBack(request.reason) ? (
            <label className="mt-3 flex min-h-12 items-center gap-3">
              <input type="checkbox" name="isRestocked" />
              {t("returns.restock")}
            </label>
          ) : null}
        </MoveForm>
      ) : null}
      {status === "requested" ? (
        <MoveForm
          {...move}
          to="declined"
          tone="danger"
          isNoteOptional={false}
          text={t("returns.declineText")}
          button={t("returns.decline")}
        />
      ) : null}
      {isBack ? (
        <MoveForm
          {...move}
          to="disputed"
          tone="danger"
          isNoteOptional={false}
          text={t("returns.contestText")}
          button={t("returns.contest")}
        />
      ) : null}
    </section>
  );
}

/** What it costs the household: where a voucher paid a part, that goes back to its programme. */
function refundTextOf(
  { refundVnd, voucherVnd }: ReturnView,
  { t, language }: { t: Translate; language: Language },
): string {
  const amount = formatVnd(refundVnd, language);
  if (voucherVnd === 0) return t("returns.refundText", { amount });
  return t("returns.refundVoucherText", {
    amount,
    buyer: formatVnd(refundVnd - voucherVnd, language),
    programme: formatVnd(voucherVnd, language),
  });
}
