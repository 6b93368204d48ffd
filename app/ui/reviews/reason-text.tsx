import type { RefusalReason } from "~/domain/reviews/post-status";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";

/** Why the department does not show it, as it told the writer. */
export function ReasonText(props: { reason: RefusalReason | null; reasonText: string | null }) {
  const t = useT();
  const mark = useMark();
  if (props.reason === null) return null;
  return (
    <p className="text-persimmon">
      {t("reviews.because", { reason: t(`reviews.reason_${props.reason}`) })}
      {props.reasonText === null ? null : (
        <span className="block whitespace-pre-line">{mark(props.reasonText)}</span>
      )}
    </p>
  );
}
