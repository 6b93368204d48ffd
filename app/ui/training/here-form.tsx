import type { Session } from "~/domain/training/types";
import { useMark } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { SessionFacts } from "./session-facts";

/** The session of the sheet that a household stands before, and the one press that says so. */
export function HereForm(props: {
  action: string;
  session: Session;
  isHere: boolean;
  /** It is the day, and the list is open. */
  isOpen: boolean;
}) {
  const t = useT();
  const mark = useMark();
  const { session, isHere, isOpen } = props;
  return (
    <>
      <h1 className="text-3xl">{mark(session.title, "vi")}</h1>
      {isHere ? <Notice tone="good" title={t("training.hereDone")} /> : null}
      {isHere || isOpen ? null : <Notice tone="plain">{t("training.hereNotToday")}</Notice>}
      {isOpen && !isHere ? (
        <form method="post" action={props.action} className="mt-4">
          <button className="button button-main min-h-16 w-full text-xl">
            {t("training.here")}
          </button>
        </form>
      ) : null}
      <SessionFacts session={session} />
    </>
  );
}
