import type { Attendance } from "~/domain/training/types";
import { formatPhone } from "~/domain/identity/phone";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";

/** Who was there, how each came onto the list, and while it is open a button that takes them off. */
export function AttendanceList(props: {
  attendances: readonly Attendance[];
  action: string;
  isOpen: boolean;
}) {
  const t = useT();
  const mark = useMark();
  const { attendances, action, isOpen } = props;
  if (attendances.length === 0) return <p className="mt-2 text-soft">{t("training.listEmpty")}</p>;
  return (
    <ol className="mt-2 border-t border-line">
      {attendances.map(({ id, household, personName, personPhone, ...entry }) => {
        const name = household?.name ?? personName ?? "";
        const shown = entry.isErased ? t("training.erased") : mark(name, "vi");
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-3 border-b border-line py-2">
            <div className="min-w-56 flex-1">
              <p className="font-semibold">{shown}</p>
              <p className="text-soft">
                {household ? mark(household.communeName, "vi") : t("training.person")}
                {personPhone === null ? null : (
                  <>
                    {" · "}
                    <span className="num">{formatPhone(personPhone)}</span>
                  </>
                )}
                {" · "}
                {entry.way === "code"
                  ? t("training.way_code")
                  : t("training.way_list", { name: mark(entry.writerName ?? "", "vi") })}
                {" · "}
                <LocalTime instant={entry.writtenAt} />
              </p>
            </div>
            {isOpen ? (
              <form method="post" action={action}>
                <input type="hidden" name="intent" value="remove" />
                <input type="hidden" name="attendanceId" value={id} />
                <button className="button button-quiet">
                  <span>{t("training.remove", { name: shown })}</span>
                </button>
              </form>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
