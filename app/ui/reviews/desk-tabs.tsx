import type { DeskFilter } from "~/domain/reviews/types";
import { useDesk } from "~/ui/households/use-desk";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

const FILTERS: readonly DeskFilter[] = ["open", "all"];

/** Plain links: what waits for the household's word, and everything. */
export function DeskTabs(props: { filter: DeskFilter; openCount: number }) {
  const t = useT();
  const { query } = useDesk();
  return (
    <nav aria-label={t("reviews.deskFilter")} className="mt-3">
      <ul className="flex flex-wrap gap-2">
        {FILTERS.map((filter) => (
          <li key={filter}>
            <a
              href={paths.householdReviews({ ...query, show: filter })}
              aria-current={filter === props.filter ? "page" : undefined}
              className="inline-flex min-h-12 items-center gap-2 rounded-full border border-line px-4 text-ink no-underline hover:underline aria-[current=page]:border-leaf aria-[current=page]:bg-leaf-tint aria-[current=page]:font-semibold"
            >
              {t(`reviews.show_${filter}`)}
              {filter === "open" && props.openCount > 0 ? (
                <span className="num font-bold">{props.openCount}</span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
