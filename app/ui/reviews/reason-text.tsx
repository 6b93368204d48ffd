import type { RefusalReason } from "~/domain/reviews/post-status";
import { useT } from "~/ui/site";

/** Why the department does not show it, as it told the writer. */
export function ReasonText(props: { reason: RefusalReason | null; reasonText: string | null }) {
  const t = useT();
  if (props.reason === null) return null;
  return (
    <p className="text-persimmon">
      {t("reviews.because", { reason: t(`reviews.reason_${props.reason}`) })}
      {props.reasonText === null ? null : (
        <span className="block whitespace-pre-line">{props.reasonText}</span>
      )}
    </p>
  );
}
