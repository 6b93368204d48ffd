import type { Release, ReleaseStep } from "~/domain/statistics/releases";
import { formatInstant } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import { momentText } from "./release-texts";

/** What was said of one publication, the oldest first; names and causes are of the desk alone. */
export function ReleaseSteps({ release, isPublic }: { release: Release; isPublic?: true }) {
  return (
    <ol className="mt-2 grid gap-2">
      {release.steps.map((step, index) => (
        <li key={step.id} className="border-l-2 border-line pl-3">
          <Step step={step} isFirst={index === 0} isPublic={isPublic ?? false} />
        </li>
      ))}
    </ol>
  );
}

function Step(props: { step: ReleaseStep; isFirst: boolean; isPublic: boolean }) {
  const t = useT();
  const mark = useMark();
  const { step, isFirst, isPublic } = props;
  const { dueAt, reason, madeAt, madeBy, outcome } = step;
  const time = formatInstant(madeAt);
  return (
    <>
      <p className="font-medium">{stepText()}</p>
      {reason === "" ? null : (
        <p className="whitespace-pre-line">
          {t("releases.formReason")}: <span>{mark(reason)}</span>
        </p>
      )}
      <p className="text-sm text-soft">
        {isPublic
          ? t("releases.stepMadePublic", { time })
          : t("releases.stepMade", { time, name: mark(madeBy.name) })}
      </p>
      {outcome ? (
        <p className="text-sm">
          {t(`releases.outcome_${outcome.outcome}`, { time: formatInstant(outcome.decidedAt) })}
          {outcome.outcome === "failed" && !isPublic
            ? ` ${errorText(t, outcome.cause.code, outcome.cause.detail)}`
            : null}
        </p>
      ) : null}
    </>
  );

  function stepText(): string {
    if (dueAt === null) return t("releases.stepWithdrawn");
    const moment = momentText(t, dueAt);
    return isFirst ? t("releases.stepAnnounced", { moment }) : t("releases.stepMoved", { moment });
  }
}
