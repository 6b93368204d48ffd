import type { ReturnSummary } from "~/domain/returns/types";
import { ReturnStatusMark } from "~/ui/returns/return-status-mark";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** What the buyer wants back of this order, and how it stands. */
export function OrderRequests({ requests }: { requests: readonly ReturnSummary[] }) {
  const t = useT();
  if (requests.length === 0) return null;
  return (
    <section className="card my-4 px-5 py-3">
      <h2 className="text-xl">{t("returns.ofOrder")}</h2>
      <ul>
        {requests.map((request) => (
          <li key={request.code} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
            <a
              href={paths.householdReturn(request.code)}
              className="inline-flex min-h-12 items-center"
            >
              {t(`returns.reason_${request.reason}`)} ({request.code})
            </a>
            <ReturnStatusMark status={request.status} />
          </li>
        ))}
      </ul>
    </section>
  );
}
