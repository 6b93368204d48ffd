import type { NoticeStatus } from "~/domain/notices/notice-status";
import { StatusMark, type IconName, type Tone } from "~/ui/households/icon";
import { useT } from "~/ui/site";

const MARKS = {
  waiting: { icon: "clock", tone: "honey" },
  sent: { icon: "check", tone: "leaf" },
  lapsed: { icon: "stop", tone: "quiet" },
  undeliverable: { icon: "alert", tone: "persimmon" },
} as const satisfies Record<NoticeStatus, { icon: IconName; tone: Tone }>;

/** How a notice stands, and by what it went. */
export function NoticeMark(props: { status: NoticeStatus; channelName: string | null }) {
  const t = useT();
  const state = t(`notices.status_${props.status}`);
  const text = props.channelName === null ? state : `${state}: ${props.channelName}`;
  return <StatusMark {...MARKS[props.status]} text={text} />;
}
