import type { Outcome } from "~/domain/training/outcome";
import type { Session } from "~/domain/training/types";
import type { LocalDate } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { OutcomeHeads } from "./outcome-view";
import { SessionTime } from "./session-facts";
import { SessionMark } from "./session-mark";

export type SessionRow = { session: Session; outcome: Outcome };

/** Sessions of a desk, each with what came of it. */
export function SessionRows(props: {
  rows: readonly SessionRow[];
  today: LocalDate;
  hrefOf: (id: string) => string;
}) {
  const t = useT();
  const mark = useMark();
  return (
    <ul className="mt-2 border-t border-line">
      {props.rows.map(({ session, outcome }) => (
        <li key={session.id} className="border-b border-line py-3">
          <div className="flex flex-wrap items-center gap-x-3">
            <a
              className="inline-flex min-h-12 items-center font-semibold underline"
              href={props.hrefOf(session.id)}
            >
              {mark(session.title, "vi")}
            </a>
            <SessionMark session={session} today={props.today} />
            {session.isSample ? <span className="text-soft">{t("common.sample")}</span> : null}
          </div>
          <p>
            <SessionTime session={session} /> · {mark(session.communeName, "vi")}
          </p>
          {outcome.households + outcome.persons === 0 ? null : (
            <>
              <OutcomeHeads outcome={outcome} />
              <p className="num text-soft">
                {t("training.rowResult", {
                  listed: outcome.listed.within,
                  sold: outcome.sold.within,
                  waiting: outcome.sold.waiting,
                })}
              </p>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
