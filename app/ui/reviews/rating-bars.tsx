import { countStars, STARS } from "~/domain/reviews/rating";
import type { Rating } from "~/domain/reviews/types";
import { useT } from "~/ui/site";

const FULL = 100;

/** How many buyers gave five stars, four, and so on; the bar says what the number says. */
export function RatingBars({ rating }: { rating: Rating }) {
  const t = useT();
  const all = countStars(rating.counts);
  return (
    <ul className="my-3 max-w-sm">
      {STARS.map((stars) => (
        <li key={stars} className="flex items-center gap-3">
          <span className="num w-16 shrink-0">{t("reviews.starsShort", { stars })}</span>
          <svg
            aria-hidden="true"
            viewBox={`0 0 ${FULL} 8`}
            preserveAspectRatio="none"
            className="h-2 grow text-honey"
          >
            <rect width={FULL} height="8" className="fill-line" />
            <rect width={(FULL * rating.counts[stars]) / all} height="8" fill="currentColor" />
          </svg>
          <span className="num w-10 shrink-0 text-right">{rating.counts[stars]}</span>
        </li>
      ))}
    </ul>
  );
}
