import type { UnreadableNoticePage } from "~/domain/payments/types-evidence";
import { formatInstant } from "~/platform/period";
import { StatusFilter } from "~/ui/department/status-filter";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Notices that could not be read: those that wait for a person, or those of which somebody has said what they were. */
export function UnreadableList({ isOpen, list }: { isOpen: boolean; list: UnreadableNoticePage }) {
  const t = useT();
  const mark = useMark();
  const show = isOpen ? "" : "done";
  const options = [true, false].map((open) => ({
    href: paths.unreadableNotices({ show: open ? "" : "done" }),
    text: t(open ? "evidence.tab_open" : "evidence.tab_done"),
    isCurrent: open === isOpen,
  }));
  return (
    <>
      <StatusFilter options={options} />
      {list.notices.length === 0 ? (
        <EmptyState title={t(isOpen ? "evidence.empty_open" : "evidence.empty_done")} />
      ) : (
        <>
          <p className="num mt-4 mb-3 text-soft">
            {t("evidence.count", { count: list.noticeCount })}
          </p>
          <ul>
            {list.notices.map(({ id, provider, receivedAt, outcome, notedBy, notedAt }) => (
              <li key={id} className="card mb-3 px-4 py-3">
                <h2 className="text-base font-semibold">
                  {t(`money.provider_${provider}`)} · <LocalTime instant={receivedAt} />
                </h2>
                {outcome === null ? null : (
                  <>
                    <p className="mt-1 max-w-prose whitespace-pre-line">{mark(outcome)}</p>
                    <p className="text-sm text-soft">
                      {mark(
                        t("evidence.outcomeBy", {
                          name: notedBy ?? "–",
                          time: formatInstant(notedAt ?? 0),
                        }),
                      )}
                    </p>
                  </>
                )}
                <a
                  className="inline-flex min-h-12 items-center"
                  href={paths.unreadableNotice(id)}
                  aria-label={`${t(isOpen ? "evidence.unreadableSee" : "evidence.open")}: ${formatInstant(receivedAt)}`}
                >
                  {t(isOpen ? "evidence.unreadableSee" : "evidence.open")}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Pagination
        page={list.page}
        pageCount={list.pageCount}
        hrefOf={(page) => paths.unreadableNotices({ show, page })}
      />
    </>
  );
}
