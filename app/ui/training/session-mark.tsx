import { hasBegun, isListOpen, type SessionStatus } from "~/domain/training/session-status";
import type { LocalDate } from "~/platform/period";
import { StatusMark, type IconName, type Tone } from "~/ui/households/icon";
import { useT } from "~/ui/site";

type Shown = SessionStatus | "open" | "late";

const MARKS: Record<Shown, { icon: IconName; tone: Tone }> = {
  planned: { icon: "clock", tone: "indigo" },
  open: { icon: "pencil", tone: "honey" },
  late: { icon: "pencil", tone: "quiet" },
  held: { icon: "check", tone: "leaf" },
  cancelled: { icon: "cross", tone: "quiet" },
};

/** Where a session stands today; from its day on the list is open, until it is closed or nobody may write it any more. */
export function SessionMark(props: {
  session: { status: SessionStatus; heldOn: LocalDate };
  today: LocalDate;
}) {
  const t = useT();
  const { session, today } = props;
  const shown = shownOn(session, today);
  return <StatusMark {...MARKS[shown]} text={t(`training.status_${shown}`)} />;
}

function shownOn(session: { status: SessionStatus; heldOn: LocalDate }, today: LocalDate): Shown {
  if (session.status !== "planned" || !hasBegun(session, today)) return session.status;
  return isListOpen(session, today, "all") ? "open" : "late";
}
