import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { useDesk } from "./use-desk";

/** Plain links between the households of one person; nothing for the most, who have one. */
export function HouseholdSwitch() {
  const t = useT();
  const { households, current } = useDesk();
  if (households.length < 2) return null;
  return (
    <nav aria-label={t("households.deskSwitch")} className="mx-auto mb-2 max-w-2xl">
      <p className="text-soft">{t("households.deskSwitch")}</p>
      <ul className="flex flex-wrap gap-2">
        {households.map((household) => (
          <li key={household.id}>
            <a
              href={paths.householdDesk({ household: household.slug })}
              aria-current={household === current ? "true" : undefined}
              className="inline-flex min-h-12 items-center rounded-full border border-line px-4 text-ink no-underline aria-[current=true]:bg-leaf-tint aria-[current=true]:font-semibold"
            >
              {household.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
