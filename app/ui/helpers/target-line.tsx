import type { HelperTarget, SellingTarget } from "~/domain/households/types-helpers";
import { formatDate } from "~/platform/period";
import { useT } from "~/ui/site";

/** `2 trên 5 hộ bán được`, with a bar and the days; of a helper also how many households have stopped since. */
export function TargetLine({ target }: { target: SellingTarget | HelperTarget }) {
  const t = useT();
  const { sellingCount, householdCount, startsOn, endsOn, isSample } = target;
  const ended = "endedCount" in target ? target.endedCount : 0;
  const done = Math.min(sellingCount, householdCount);
  const words = t("helpers.targetProgress", { selling: sellingCount, asked: householdCount });
  return (
    <>
      <span className="num font-semibold">{words}</span>
      <svg
        aria-hidden="true"
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        className="my-1 block h-3 w-full max-w-xs"
      >
        <rect width="100" height="4" className="fill-line" />
        <rect width={(100 * done) / householdCount} height="4" className="fill-leaf" />
      </svg>
      <span className="num text-soft">
        {t("helpers.targetDays", { from: formatDate(startsOn), until: formatDate(endsOn) })}
        {isSample ? ` · ${t("common.sample")}` : ""}
      </span>
      {ended === 0 ? null : (
        <span className="num block text-soft">{t("helpers.targetEnded", { ended })}</span>
      )}
    </>
  );
}
