import type { ReturnStatus } from "~/domain/returns/return-status";
import { StatusMark, type IconName, type Tone } from "~/ui/households/icon";
import { useT } from "~/ui/site";

const MARKS: Record<ReturnStatus, { icon: IconName; tone: Tone }> = {
  requested: { icon: "chat", tone: "persimmon" },
  accepted: { icon: "box", tone: "honey" },
  returning: { icon: "truck", tone: "indigo" },
  declined: { icon: "cross", tone: "persimmon" },
  disputed: { icon: "alert", tone: "persimmon" },
  refunded: { icon: "money", tone: "leaf" },
  closed: { icon: "stop", tone: "quiet" },
};

export function ReturnStatusMark({ status }: { status: ReturnStatus }) {
  const t = useT();
  return <StatusMark {...MARKS[status]} text={t(`returns.status_${status}`)} />;
}
