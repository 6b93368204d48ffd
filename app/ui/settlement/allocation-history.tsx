import type { AllocationView } from "~/domain/settlement/types-allocations";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";
import { AllocationParts } from "./allocation-parts";

/** What was said of the line before: who, when, why, and what the second person answered. */
export function AllocationHistory(props: {
  lineId: string;
  allocations: readonly AllocationView[];
}) {
  const { lineId, allocations } = props;
  const t = useT();
  const ended = allocations.filter(({ status }) => status !== "proposed");
  if (ended.length === 0) return null;
  return (
    <section className="mt-10" aria-labelledby="history">
      <h2 id="history" className="text-xl">
        {t("money.history")}
      </h2>
      {ended.map((one) => (
        <div key={one.proposedAt} className="mt-3 border-t border-line pt-3">
          <p className="font-semibold">
            {one.status === "done" ? t("money.allocationDone") : t("money.allocationRefused")}
          </p>
          <AllocationParts lineId={lineId} parts={one.parts} />
          <p className="mt-1">
            {one.proposedByName} · <LocalTime instant={one.proposedAt} />: {one.note}
          </p>
          {one.decidedByName !== null &&
          one.decidedAt !== null &&
          one.decidedAt !== one.proposedAt ? (
            <p>
              {one.decidedByName} · <LocalTime instant={one.decidedAt} />
              {one.decisionNote ? `: ${one.decisionNote}` : ""}
            </p>
          ) : null}
        </div>
      ))}
    </section>
  );
}
