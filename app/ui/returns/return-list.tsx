import type { ReturnPage, ReturnSummary } from "~/domain/returns/types";
import { formatInstant } from "~/platform/period";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useT } from "~/ui/site";
import { ReturnStatusMark } from "./return-status-mark";

/** Requests of a desk, one a row, with what is wrong, how it stands and by when. */
export function ReturnList(props: {
  requests: ReturnPage;
  empty: string;
  hrefOf: (request: ReturnSummary) => string;
  pageHrefOf: (page: number) => string;
}) {
  const t = useT();
  const { requests, page, pageCount } = props.requests;
  if (requests.length === 0) return <EmptyState title={props.empty} />;
  return (
    <>
      <ul className="mt-4 border-t border-line">
        {requests.map((request) => (
          <li key={request.code} className="border-b border-line">
            <a
              href={props.hrefOf(request)}
              className="block min-h-12 py-3 text-ink no-underline hover:underline"
            >
              <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <strong className="num">{request.code}</strong>
                <ReturnStatusMark status={request.status} />
              </span>
              <span className="block">{t(`returns.reason_${request.reason}`)}</span>
              <span className="block text-sm text-soft">
                {request.householdName}
                {request.clockAt === null
                  ? null
                  : ` · ${t("returns.deadline", { time: formatInstant(request.clockAt) })}`}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <Pagination page={page} pageCount={pageCount} hrefOf={props.pageHrefOf} />
    </>
  );
}
