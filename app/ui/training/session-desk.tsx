import type { Outcome } from "~/domain/training/outcome";
import { hasBegun } from "~/domain/training/session-status";
import type { Attendance, FoundHousehold, Session } from "~/domain/training/types";
import type { LocalDate } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { errorText, isMessageKey } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { AttendanceList } from "./attendance-list";
import { TickHouseholds, WriteDownPerson } from "./attendance-forms";
import { OutcomeView } from "./outcome-view";
import { SessionFacts } from "./session-facts";
import { SessionMark } from "./session-mark";

export type SessionDeskData = {
  session: Session;
  attendances: readonly Attendance[];
  outcome: Outcome;
  today: LocalDate;
  /** Who looks may write the list. */
  isOpen: boolean;
  isChangeable: boolean;
  isReopenable: boolean;
  /** Made with the page, for the next person who is written down. */
  attendanceId: string;
  typed: string;
  found: readonly FoundHousehold[];
  done: string | null;
  /** The entry of the household whose phone was written down last. */
  listed: string | null;
  problem: string | null;
};

type SessionLinks = Record<"self" | "sheet" | "closure" | "plan" | "cancellation", string> & {
  reopening?: string;
};

/** One session on the desk of whoever keeps its list. */
export function SessionDesk(props: {
  data: SessionDeskData;
  reply: MutationReply | undefined;
  links: SessionLinks;
}) {
  const t = useT();
  const mark = useMark();
  const { data, reply, links } = props;
  const { session, today, attendances, outcome, isOpen } = data;
  return (
    <>
      <h1 className="text-3xl">{mark(session.title, "vi")}</h1>
      <p className="mt-2">
        <SessionMark session={session} today={today} />{" "}
        {session.isSample ? <span className="text-soft">{t("common.sample")}</span> : null}
      </p>
      {reply ? null : <Done {...data} />}
      {data.problem === null || reply ? null : <Refusal title={errorText(t, data.problem)} />}
      <SessionFacts session={session} />
      <SessionActions data={data} links={links} />
      {attendances.length === 0 ? null : (
        <>
          <h2 className="mt-8 mb-2 text-2xl">{t("training.outcomeTitle")}</h2>
          <OutcomeView outcome={outcome} />
        </>
      )}
      <h2 className="mt-8 text-2xl">{t("training.listHeading")}</h2>
      {isOpen ? null : <WhyClosed {...data} />}
      {isOpen || attendances.length > 0 ? (
        <AttendanceList attendances={attendances} action={links.self} isOpen={isOpen} />
      ) : null}
      {isOpen ? (
        <>
          <TickHouseholds action={links.self} typed={data.typed} found={data.found} reply={reply} />
          <WriteDownPerson action={links.self} attendanceId={data.attendanceId} reply={reply} />
        </>
      ) : null}
      {session.status === "planned" && hasBegun(session, today) ? (
        <CloseForm action={links.closure} />
      ) : null}
    </>
  );
}

function Done({ done, listed, attendances }: SessionDeskData) {
  const t = useT();
  const mark = useMark();
  const known = attendances.find((one) => one.id === listed)?.household;
  if (known) {
    const household = mark(known.name, "vi");
    return <Notice tone="good" title={t("training.doneHousehold", { household })} />;
  }
  const key = `training.done_${done}`;
  return done !== null && isMessageKey(key) ? <Notice tone="good" title={t(key)} /> : null;
}

/** What may be done with the session itself as it stands. */
function SessionActions({ data, links }: { data: SessionDeskData; links: SessionLinks }) {
  const t = useT();
  const { session, attendances, isChangeable, isReopenable } = data;
  return (
    <p className="mt-4 flex flex-wrap gap-3">
      {session.status === "planned" ? (
        <LinkButton href={links.sheet} text={t("training.sheetLink")} />
      ) : null}
      {isChangeable ? <LinkButton href={links.plan} text={t("training.editLink")} /> : null}
      {isChangeable && attendances.length === 0 ? (
        <LinkButton href={links.cancellation} text={t("training.cancelLink")} />
      ) : null}
      {isReopenable && links.reopening !== undefined ? (
        <LinkButton href={links.reopening} text={t("training.reopenLink")} />
      ) : null}
    </p>
  );
}

function WhyClosed({ session, today }: SessionDeskData) {
  const t = useT();
  if (session.status !== "planned") {
    return <p className="mt-2 text-soft">{t("training.listClosed")}</p>;
  }
  const isLate = hasBegun(session, today);
  return (
    <p className="mt-2 text-soft">{t(isLate ? "training.listLate" : "training.listNotYet")}</p>
  );
}

function LinkButton({ href, text }: { href: string; text: string }) {
  return (
    <a className="button button-quiet" href={href}>
      {text}
    </a>
  );
}

function CloseForm({ action }: { action: string }) {
  const t = useT();
  return (
    <section aria-labelledby="close" className="mt-8">
      <h2 id="close" className="text-2xl">
        {t("training.closeTitle")}
      </h2>
      <p className="mt-2 text-soft">{t("training.closeText")}</p>
      <form method="post" action={action} className="mt-3">
        <button className="button button-quiet w-full">{t("training.close")}</button>
      </form>
    </section>
  );
}
