import {
  NOTICE_CHANNELS,
  NOTICE_STATUSES,
  type NoticeChannel,
  type NoticeStatus,
} from "~/domain/notices/notice-status";
import { formatInteger } from "~/platform/money";
import { useLanguage, useSite, useT } from "~/ui/site";

/** How many stand how, and what this installation can send by. */
export function NoticeOverview(props: {
  counts: Record<NoticeStatus, number>;
  channels: readonly NoticeChannel[];
}) {
  const t = useT();
  const language = useLanguage();
  const { isDemo } = useSite();
  const stateOf = (channel: NoticeChannel) => {
    if (!props.channels.includes(channel)) return t("notices.channelMissing");
    // A demo only keeps what would go to a phone.
    return isDemo && channel === "sms" ? t("notices.channelTrial") : t("notices.channelReady");
  };
  const facts = {
    counts: NOTICE_STATUSES.map((status) => ({
      term: t(`notices.status_${status}`),
      value: formatInteger(props.counts[status], language),
    })),
    channels: NOTICE_CHANNELS.map((channel) => ({
      term: t(`notices.channel_${channel}`),
      value: stateOf(channel),
    })),
  };
  return (
    <div className="mt-6 grid gap-x-12 gap-y-6 md:grid-cols-2">
      <Facts title={t("notices.countsTitle")} facts={facts.counts} />
      <Facts title={t("notices.channelsTitle")} facts={facts.channels} />
    </div>
  );
}

function Facts(props: { title: string; facts: readonly { term: string; value: string }[] }) {
  return (
    <section>
      <h2 className="text-xl">{props.title}</h2>
      <dl className="mt-2">
        {props.facts.map(({ term, value }) => (
          <div key={term} className="flex justify-between gap-4 border-b border-line py-2">
            <dt className="min-w-0">{term}</dt>
            <dd className="num text-right font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
