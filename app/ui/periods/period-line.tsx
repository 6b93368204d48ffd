import type { PeriodState } from "~/domain/statistics/types-periods";
import type { Month } from "~/platform/period";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Beside live figures: whether others stand already, and whether these differ from them. */
export function PeriodLine(props: { month: Month; state: PeriodState; isChanged: boolean }) {
  const t = useT();
  const { month, state, isChanged } = props;
  return (
    <p className="mt-3">
      {t("periods.stateLabel")}{" "}
      <a className="font-semibold underline" href={paths.period(month)}>
        {t(`periods.state_${state}`)}
      </a>
      {isChanged ? `. ${t("periods.liveDiffers")}` : "."}
    </p>
  );
}
