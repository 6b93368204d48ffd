import { useMark } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { useDesk } from "./use-desk";

/** Why nothing of this household is shown in the market, and what it may do meanwhile. */
export function HouseholdNotice() {
  const t = useT();
  const mark = useMark();
  const { current } = useDesk();
  if (!current || current.status === "approved") return null;
  return (
    <Notice tone="attention" title={t(`households.notice_${current.status}`)}>
      {current.statusReason ? (
        <p className="whitespace-pre-line">
          {t("households.reasonGiven", { reason: mark(current.statusReason) })}
        </p>
      ) : null}
      <p>{t(`households.noticeText_${current.status}`)}</p>
    </Notice>
  );
}
