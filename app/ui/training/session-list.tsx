import type { AttendanceWay } from "~/domain/training/session-status";
import type { PublicSession } from "~/domain/training/types";
import { StatusMark } from "~/ui/households/icon";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { SessionTime } from "./session-facts";

/** Sessions as everybody reads them: when and where; and as a household does: whether it was there. */
export function SessionList({
  sessions,
}: {
  sessions: readonly (PublicSession & { way?: AttendanceWay | null })[];
}) {
  const t = useT();
  const mark = useMark();
  return (
    <ul className="mt-2 border-t border-line">
      {sessions.map((session) => (
        <li key={session.id} className="border-b border-line py-3">
          <p className="text-lg font-semibold">{mark(session.title, "vi")}</p>
          <p>
            <SessionTime session={session} />
          </p>
          <p>
            {mark(session.place, "vi")} · {mark(session.communeName, "vi")}
          </p>
          <p className="text-soft">
            {t("training.factTeacher")}: {mark(session.teacher, "vi")}
            {session.seatCount === null ? null : (
              <>
                {" · "}
                <span className="num whitespace-nowrap">
                  {t("training.seats", { count: session.seatCount })}
                </span>
              </>
            )}
            {session.isSample ? ` · ${t("common.sample")}` : ""}
          </p>
          {session.status === "cancelled" ? (
            <p className="mt-1">
              <StatusMark icon="cross" tone="persimmon" text={t("training.status_cancelled")} />{" "}
              {mark(session.statusReason ?? "", "vi")}
            </p>
          ) : null}
          {session.way ? (
            <p className="mt-1">
              <StatusMark icon="check" tone="leaf" text={t("training.deskHere")} />
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
