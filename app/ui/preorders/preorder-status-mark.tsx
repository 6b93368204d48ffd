import type { HarvestStatus } from "~/domain/preorders/harvest-status";
import type { PreorderStatus } from "~/domain/preorders/preorder-status";
import { StatusMark, type IconName, type Tone } from "~/ui/households/icon";
import { useT } from "~/ui/site";

const MARKS: Record<PreorderStatus | HarvestStatus, { icon: IconName; tone: Tone }> = {
  waiting: { icon: "clock", tone: "honey" },
  served: { icon: "check", tone: "leaf" },
  withdrawn: { icon: "stop", tone: "quiet" },
  removed: { icon: "cross", tone: "persimmon" },
  missed: { icon: "cross", tone: "quiet" },
  open: { icon: "bell", tone: "leaf" },
  closed: { icon: "clock", tone: "honey" },
  ended: { icon: "stop", tone: "quiet" },
};

/** How a place on a list, or the list itself, stands. */
export function PreorderStatusMark({ status }: { status: PreorderStatus | HarvestStatus }) {
  const t = useT();
  return <StatusMark {...MARKS[status]} text={t(`preorders.status_${status}`)} />;
}
