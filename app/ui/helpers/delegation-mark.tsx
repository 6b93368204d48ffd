import type { DelegationStatus } from "~/domain/households/delegation-terms";
import { useT } from "~/ui/site";

const TONES: Record<DelegationStatus, string> = {
  asked: "border-honey bg-honey-tint",
  given: "border-leaf bg-leaf-tint",
  expired: "border-line bg-raised",
  ended: "border-line bg-raised",
  not_given: "border-line bg-raised",
};

/** Where a delegation stands, as word and colour. */
export function DelegationMark({ status }: { status: DelegationStatus }) {
  const t = useT();
  return (
    <span className={`inline-block rounded border px-2 text-sm font-semibold ${TONES[status]}`}>
      {t(`helpers.status_${status}`)}
    </span>
  );
}
