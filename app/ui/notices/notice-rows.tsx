import type { NoticeSummary } from "~/domain/notices/types";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { NoticeMark } from "./notice-mark";

/** The department's list: what, to whom, when, how it stands and why, and the button where a person can help. */
export function NoticeRows(props: { notices: readonly NoticeSummary[]; atInstant: number }) {
  return (
    <ul className="mt-4">
      {props.notices.map((notice) => (
        <NoticeRow key={notice.id} notice={notice} atInstant={props.atInstant} />
      ))}
    </ul>
  );
}

function NoticeRow({ notice, atInstant }: { notice: NoticeSummary; atInstant: number }) {
  const t = useT();
  const { kind, status, channel, cause, recipientKind, maskedPhone, facts } = notice;
  return (
    <li className="grid items-start gap-x-8 gap-y-2 border-t border-line py-4 md:grid-cols-[1fr_1fr_auto]">
      <div>
        <h2 className="text-lg">{t(`notices.kind_${kind}`)}</h2>
        <p className="num wrap-anywhere">{facts?.about}</p>
        <p className="num text-soft">
          {t(`notices.recipient_${recipientKind}`, { phone: maskedPhone })}
        </p>
      </div>
      <div>
        <NoticeMark
          status={status}
          channelName={channel === null ? null : t(`notices.channel_${channel}`)}
        />
        {cause === null || status === "sent" ? null : (
          <p className="mt-1">
            {t("notices.cause")}: {t(`notices.cause_${cause}`)}
          </p>
        )}
        <p className="mt-1 text-sm text-soft">
          <LocalTime instant={notice.sentAt ?? notice.createdAt} />
        </p>
      </div>
      {status === "undeliverable" ? <Resend notice={notice} atInstant={atInstant} /> : null}
    </li>
  );
}

function Resend({ notice, atInstant }: { notice: NoticeSummary; atInstant: number }) {
  const t = useT();
  const about = notice.facts?.about ?? null;
  if (about === null || notice.worthUntil <= atInstant) {
    return <p className="text-soft">{t("notices.outdated")}</p>;
  }
  return (
    <form method="post" action={paths.noticeResending(notice.id)}>
      <button className="button button-quiet" aria-label={t("notices.resendOf", { about })}>
        {t("notices.resend")}
      </button>
    </form>
  );
}
