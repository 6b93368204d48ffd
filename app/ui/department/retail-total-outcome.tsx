import { formatBillions } from "~/domain/statistics/billions";
import type { RetailTotalVintage } from "~/domain/statistics/types";
import { formatMonth } from "~/platform/period";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";

/** What became of the figure that was just sent. */
export function RetailTotalOutcome(props: { saved: RetailTotalVintage; isRepeat: boolean }) {
  const t = useT();
  const language = useLanguage();
  const { saved } = props;
  if (props.isRepeat) return <Notice tone="plain">{t("department.retailRepeat")}</Notice>;
  const values = {
    kind: t(`statistics.kind_${saved.kind}`),
    month: formatMonth(saved.month),
    amount: formatBillions(saved.amountVnd, language),
  };
  return saved.isInUse ? (
    <Notice tone="good">{t("department.retailSaved", values)}</Notice>
  ) : (
    <Notice tone="plain">{t("department.retailSavedNotInUse", values)}</Notice>
  );
}
