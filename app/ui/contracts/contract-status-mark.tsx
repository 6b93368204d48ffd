import type { ContractStatus } from "~/domain/contracts/contract-status";
import { StatusMark, type IconName, type Tone } from "~/ui/households/icon";
import { useT } from "~/ui/site";

const MARKS: Record<ContractStatus, { icon: IconName; tone: Tone }> = {
  requested: { icon: "chat", tone: "persimmon" },
  offered: { icon: "clock", tone: "honey" },
  concluded: { icon: "check", tone: "indigo" },
  fulfilled: { icon: "check", tone: "leaf" },
  ended: { icon: "stop", tone: "quiet" },
  declined: { icon: "cross", tone: "persimmon" },
  withdrawn: { icon: "stop", tone: "quiet" },
  lapsed: { icon: "clock", tone: "quiet" },
};

export function ContractStatusMark({ status }: { status: ContractStatus }) {
  const t = useT();
  return <StatusMark {...MARKS[status]} text={t(`contracts.status_${status}`)} />;
}
