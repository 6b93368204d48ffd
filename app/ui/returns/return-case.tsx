import type { ReturnView } from "~/domain/returns/types";
import { formatVnd } from "~/platform/money";
import { formatInstant } from "~/platform/period";
import { useBilingual, useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { useLanguage, useT } from "~/ui/site";
import { ReturnStatusMark } from "./return-status-mark";

/** A request as everybody reads it: how it stands, by when, what of, how much, and who said what. */
export function ReturnCase({ request }: { request: ReturnView }) {
  const t = useT();
  const language = useLanguage();
  const isOver = request.clockAt === null;
  return (
    <>
      <p className="mt-2 flex flex-wrap items-center gap-3">
        <ReturnStatusMark status={request.status} />
        {request.clockAt === null ? null : (
          <span className="text-soft">
            {t(`returns.until_${openStatus(request)}`, { time: formatInstant(request.clockAt) })}
          </span>
        )}
      </p>
      <p className="mt-3 text-lg font-semibold">{t(`returns.reason_${request.reason}`)}</p>
      <Lines request={request} />
      <p className="mt-3 text-lg">
        {request.status === "closed" ? null : (
          <>
            {isOver ? t("returns.refunded") : t("returns.asked")}:{" "}
            <strong className="num">{formatVnd(request.refundVnd, language)}</strong>
            {request.shippingVnd > 0 ? (
              <span className="text-soft">
                {" "}
                ({t("returns.ofItShipping", { amount: formatVnd(request.shippingVnd, language) })})
              </span>
            ) : null}
            {request.voucherVnd > 0 ? (
              <span className="block text-base text-soft">
                {t("vouchers.ofReturn", {
                  amount: formatVnd(request.voucherVnd, language),
                  rest: formatVnd(request.refundVnd - request.voucherVnd, language),
                })}
              </span>
            ) : null}
          </>
        )}
      </p>
      <Thread request={request} />
    </>
  );
}

/** One of those that have a deadline. */
function openStatus({ status }: ReturnView) {
  return status === "refunded" || status === "closed" ? "requested" : status;
}

function Lines({ request }: { request: ReturnView }) {
  const t = useT();
  const bilingual = useBilingual();
  const language = useLanguage();
  return (
    <ul className="mt-3 border-t border-line">
      {request.lines.map((line) => (
        <li
          key={line.lineItemId}
          className="flex items-baseline justify-between gap-4 border-b border-line py-3"
        >
          <span>
            <span className="block font-semibold">
              {bilingual(line.productName, line.productNameEn)}
            </span>
            <span className="block text-sm text-soft">
              {bilingual(line.packLabel, line.packLabelEn)} ·{" "}
              {formatVnd(line.unitPriceVnd, language)}
            </span>
          </span>
          <span className="num text-right">
            {request.status === "refunded"
              ? t("returns.packsRefunded", { count: line.refundedCount, of: line.quantity })
              : t("returns.packsAsked", { count: line.askedCount, of: line.quantity })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Thread({ request }: { request: ReturnView }) {
  const t = useT();
  const mark = useMark();
  return (
    <section className="mt-6" aria-labelledby="thread">
      <h2 id="thread" className="text-xl">
        {t("returns.thread")}
      </h2>
      <ol className="mt-2">
        {request.events.map((event) => (
          <li key={event.occurredAt + event.toStatus} className="border-t border-line py-3">
            <p>
              <strong>{t(`returns.by_${event.movedBy}`)}</strong>{" "}
              {t(`returns.event_${event.toStatus}`)}{" "}
              <span className="text-sm text-soft">
                <LocalTime instant={event.occurredAt} />
              </span>
            </p>
            {event.note === "" ? null : (
              <p className="mt-1 max-w-prose whitespace-pre-line">{mark(event.note)}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
