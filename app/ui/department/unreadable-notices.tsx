import { formatInstant } from "~/platform/period";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Notices that are from the bank but could not be read: money may be behind them, so a person has to ask. */
export function UnreadableNotices(props: { noticeCount: number; newestReceivedAt: number | null }) {
  const t = useT();
  if (props.newestReceivedAt === null) {
    return (
      <p className="my-4">
        <a
          className="inline-flex min-h-12 items-center"
          href={paths.unreadableNotices({ show: "done" })}
        >
          {t("evidence.unreadableTitle")}
        </a>
      </p>
    );
  }
  const time = formatInstant(props.newestReceivedAt);
  return (
    <Notice tone="attention" title={t("department.bankUnreadable", { count: props.noticeCount })}>
      <p>{t("department.bankUnreadableText", { time })}</p>
      <a className="inline-flex min-h-12 items-center" href={paths.unreadableNotices()}>
        {t("evidence.unreadableSee")}
      </a>
    </Notice>
  );
}
