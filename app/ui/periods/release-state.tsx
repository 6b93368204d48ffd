import type { Release, ReleaseTurn } from "~/domain/statistics/releases";
import { formatMonth } from "~/platform/period";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { errorText, type Translate } from "~/web/i18n";
import { paths } from "~/web/paths";
import { momentText } from "./release-texts";

/** What holds for a month's next publication, and what somebody has to do now. */
export function ReleaseState({ turn }: { turn: ReleaseTurn }) {
  const t = useT();
  const { current, newest, isOver, month } = turn;
  const cause = causeOf(current);
  const isUrgent = current?.state === "missed" || current?.state === "failed";
  return (
    <>
      {isUrgent ? (
        <Notice tone="attention" title={stateText(t, turn)}>
          {cause ? <p>{errorText(t, cause.code, cause.detail)}</p> : null}
        </Notice>
      ) : (
        <p className="mt-2 max-w-prose">{stateText(t, turn)}</p>
      )}
      {current?.state === "announced" ? (
        <p className="mt-2 max-w-prose">{readinessText()}</p>
      ) : null}
      {isOver ? (
        <p className="mt-2">
          <a className="underline" href={paths.period(month)}>
            {t("releases.toPeriod", { month: formatMonth(month) })}
          </a>
        </p>
      ) : null}
    </>
  );

  function readinessText(): string {
    if (newest && !newest.isPublic) return t("releases.announcedClosed");
    return isOver ? t("releases.announcedOpen") : t("releases.announcedRunning");
  }
}

function causeOf(current: Release | null) {
  const outcome = current?.steps.at(-1)?.outcome;
  return outcome?.outcome === "failed" ? outcome.cause : null;
}

/** The state of a month's next publication in a sentence. */
export function stateText(t: Translate, { current, newest, releases }: ReleaseTurn): string {
  if (!current) {
    if (!newest?.isPublic) return t("releases.none");
    const publishedAt = releases.at(-1)?.publishedAt ?? null;
    if (publishedAt === null) return t("releases.publishedUnannounced");
    return t("releases.publishedText", { moment: momentText(t, publishedAt) });
  }
  const moment = current.dueAt === null ? "" : momentText(t, current.dueAt);
  switch (current.state) {
    case "announced":
      return t("releases.announcedFor", { moment });
    case "due":
      return t("releases.dueText", { moment });
    case "missed":
      return t("releases.missedText", { moment });
    case "failed":
      return t("releases.failedText", { moment });
    case "withdrawn":
      return t("releases.withdrawnText");
    case "published":
      return t("releases.publishedText", { moment: momentText(t, current.publishedAt ?? 0) });
  }
}

/** On the page of a month: what is announced, and the way to change it. */
export function ReleaseLine({ turn }: { turn: ReleaseTurn | null }) {
  const t = useT();
  if (!turn) return null;
  return (
    <p className="mt-3 max-w-prose">
      {stateText(t, turn)}{" "}
      <a className="underline" href={paths.release(turn.month)}>
        {t("releases.calendarLink")}
      </a>
    </p>
  );
}
