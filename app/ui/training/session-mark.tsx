import { isListOpen, type SessionStatus } from "~/domain/training/session-status";
import type { LocalDate } from "~/platform/period";
import { StatusMark, type IconName, type Tone } from "~/ui/households/icon";
import { useT } from "~/ui/site";

type Shown = SessionStatus | "open";

const MARKS: Record<Shown, { icon: IconName; tone: Tone }> = {
  planned: { icon: "clock", tone: "indigo" },
  open: { icon: "pencil", tone: "honey" },
  held: { icon: "check", tone: "leaf" },
  cancelled: { icon: "cross", tone: "quiet" },
};

/** Where a session stands today; from its day on until its list is closed, the list is open. */
export function SessionMark(props: {
  session: { status: SessionStatus; heldOn: LocalDate };
  today: LocalDate;
}) {
  const t = useT();
  const { session, today } = props;
  const shown: Shown = isListOpen(session, today) ? "open" : session.status;
  return <StatusMark {...MARKS[shown]} text={t(`training.status_${shown}`)} />;
}
