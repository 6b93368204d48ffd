import type { AnnouncedSuspension } from "~/domain/compliance/types";
import { formatDate, localDateOf } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { useSite, useT } from "~/ui/site";

/** From which day on the household is suspended, why, and whom it tells that it does not agree. */
export function SuspensionNotice({ suspension }: { suspension: AnnouncedSuspension | null }) {
  const t = useT();
  const mark = useMark();
  const { name, contact } = useSite().operator;
  if (suspension === null) return null;
  const day = formatDate(localDateOf(suspension.effectiveAt));
  const told = formatDate(localDateOf(suspension.toldAt));
  return (
    <Notice tone="attention" title={t("suspension.noticeTitle", { day })}>
      <p className="wrap-anywhere">
        {t("households.reasonGiven", { reason: mark(suspension.reason, "vi") })}
      </p>
      <p>{t("suspension.noticeText", { told })}</p>
      <p className="wrap-anywhere">
        {t("suspension.noticeObject", { name: mark(name, "vi"), contact: mark(contact, "vi") })}
      </p>
    </Notice>
  );
}
