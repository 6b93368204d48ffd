import { useT } from "~/ui/site";

/** Marks a figure that is no real one. */
export function SampleBadge() {
  const t = useT();
  return (
    <span className="rounded-sm bg-honey-tint px-2 text-sm font-normal whitespace-nowrap text-ink">
      {t("statistics.sampleBadge")}
    </span>
  );
}
