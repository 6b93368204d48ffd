import type { ReturnView } from "~/domain/returns/types";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { MoveForm } from "~/ui/move-form";

/** The department's word, which is the last: money back for these packs, or none. */
export function DisputeDecision(props: {
  request: ReturnView;
  action: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const mark = useMark();
  const { request } = props;
  const isWhole = request.orderStatus === "shipped";
  const move = {
    action: props.action,
    reply: props.reply,
    noteLabel: t("returns.grounds"),
    isNoteOptional: false,
  };
  return (
    <section className="mt-6" aria-labelledby="decision">
      <h2 id="decision" className="text-2xl">
        {t("returns.decision")}
      </h2>
      <MoveForm
        {...move}
        to="refunded"
        tone="main"
        text={isWhole ? t("returns.decideLostText") : t("returns.decideRefundText")}
        button={t("returns.decideRefund")}
      >
        {request.lines.map((line, i) => (
          <div
            key={line.lineItemId}
            className={isWhole ? "hidden" : "mt-2 flex items-center justify-between gap-4"}
          >
            <label htmlFor={`packs${i}`} className="grow">
              {mark(line.productName, "vi")}
              <span className="block text-sm text-soft">
                {t("returns.packsAsked", { count: line.askedCount, of: line.quantity })}
              </span>
            </label>
            <input
              id={`packs${i}`}
              name={`packs${i}`}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              className="num w-20 shrink-0"
              defaultValue={line.askedCount}
            />
          </div>
        ))}
      </MoveForm>
      <MoveForm
        {...move}
        to="closed"
        tone="danger"
        text={t("returns.decideCloseText")}
        button={t("returns.decideClose")}
      />
    </section>
  );
}
