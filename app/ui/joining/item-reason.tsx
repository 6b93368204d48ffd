import type { ChecklistItem } from "~/domain/joining/types";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";

/** Why an item was sent back, or is done without. */
export function ItemReason({ item }: { item: ChecklistItem }) {
  const t = useT();
  const mark = useMark();
  if (item.reason === null) return null;
  const reason = mark(item.reason);
  return item.state === "waived" ? (
    <p className="mt-1">{t("joining.whyWaived", { reason })}</p>
  ) : (
    <p className="mt-1 font-medium text-persimmon">{t("joining.whySentBack", { reason })}</p>
  );
}
