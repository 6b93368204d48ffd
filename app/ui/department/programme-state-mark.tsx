import type { ProgrammeState } from "~/domain/vouchers/programme-state";
import { StatusMark } from "~/ui/households/icon";
import { useT } from "~/ui/site";

const MARKS = {
  proposed: { icon: "clock", tone: "honey" },
  coming: { icon: "clock", tone: "honey" },
  running: { icon: "check", tone: "leaf" },
  used_up: { icon: "check", tone: "quiet" },
  over: { icon: "stop", tone: "quiet" },
  stopped: { icon: "stop", tone: "quiet" },
} as const;

export function ProgrammeStateMark({ state }: { state: ProgrammeState }) {
  const t = useT();
  return <StatusMark {...MARKS[state]} text={t(`vouchers.state_${state}`)} />;
}
