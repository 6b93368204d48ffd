import type { HouseholdSession } from "~/domain/training/types";
import { StatusMark } from "~/ui/households/icon";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { SessionTime } from "./session-facts";

/** Sessions as a household reads them: when, where, and whether it was there. */
export function HouseholdSessions({ sessions }: { sessions: readonly HouseholdSession[] }) {
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
            {session.isSample ? ` · ${t("common.sample")}` : ""}
          </p>
          {session.status === "cancelled" ? (
            <p className="mt-1">
              <StatusMark icon="cross" tone="persimmon" text={t("training.status_cancelled")} />{" "}
              {mark(session.statusReason ?? "", "vi")}
            </p>
          ) : null}
          {session.way === null ? null : (
            <p className="mt-1">
              <StatusMark icon="check" tone="leaf" text={t("training.deskHere")} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Where the code of the sheet is typed. */
export function SessionCodeForm(props: {
  action: string;
  typed: string;
  /** The household of the page, where a person has several. */
  household: string | undefined;
}) {
  const t = useT();
  return (
    <form method="get" action={props.action} className="my-4">
      {props.household === undefined ? null : (
        <input type="hidden" name="household" value={props.household} />
      )}
      <label>
        <span className="font-semibold">{t("training.deskCode")}</span>
        <span className="block text-sm text-soft">{t("training.deskCodeHint")}</span>
        <input
          name="code"
          defaultValue={props.typed}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="characters"
          className="num mt-1"
        />
      </label>
      <button className="button button-main mt-3 w-full">{t("training.deskCodeSubmit")}</button>
    </form>
  );
}
