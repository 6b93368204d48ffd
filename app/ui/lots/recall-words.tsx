import type { LotEventFacts } from "~/domain/catalog/types-lot";
import { formatInstant } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";

/** Why a lot is recalled and what to do, within the notice of it. */
export function RecallWords(props: { reason: string; instruction: string }) {
  const t = useT();
  const mark = useMark();
  return (
    <dl className="mt-2 grid gap-2">
      <div>
        <dt className="font-semibold">{t("lots.recallReason")}</dt>
        <dd className="whitespace-pre-line">{mark(props.reason)}</dd>
      </div>
      <div>
        <dt className="font-semibold">{t("lots.recallInstruction")}</dt>
        <dd className="whitespace-pre-line">{mark(props.instruction)}</dd>
      </div>
    </dl>
  );
}

export function RecalledBy({ event }: { event: LotEventFacts }) {
  const t = useT();
  const time = formatInstant(event.occurredAt);
  return (
    <p className="mt-2 text-sm">
      {event.isByDepartment
        ? t("lots.recalledByDepartment", { time })
        : t("lots.recalledByHousehold", { time })}
    </p>
  );
}
