import { averageTenths, countStars, formatTenths, type StarCounts } from "~/domain/reviews/rating";
import type { Rating } from "~/domain/reviews/types";
import { useLanguage, useT } from "~/ui/site";

/** `★ 4,7/5 · 23 người mua đánh giá`; nothing before the first. */
export function RatingLine({ rating, href }: { rating: Rating; href: string }) {
  const t = useT();
  if (rating.reviewCount === 0) return null;
  return (
    <p>
      <a href={href} className="inline-flex min-h-12 items-center gap-2">
        <AverageText rating={rating} />
        <span className="num">
          {rating.averageTenths === null ? null : "· "}
          {t("reviews.count", { count: rating.reviewCount })}
        </span>
      </a>
    </p>
  );
}

/** On a card: `4,6/5 · 12 đánh giá`, without a star, which there is OCOP's; nothing while there are too few. */
export function CardRating({ counts }: { counts: StarCounts }) {
  const t = useT();
  const language = useLanguage();
  const tenths = averageTenths(counts);
  if (tenths === null) return null;
  return (
    <p className="num">
      <span className="sr-only">{t("reviews.byBuyers")} </span>
      <strong>{formatTenths(tenths, language)}</strong>
      {`/5 · ${t("reviews.cardCount", { count: countStars(counts) })}`}
    </p>
  );
}

/** `★ 4,7/5`; nothing while there are too few for an average. */
export function AverageText({ rating }: { rating: Rating }) {
  const language = useLanguage();
  if (rating.averageTenths === null) return null;
  return (
    <span className="num whitespace-nowrap">
      <span aria-hidden="true" className="text-honey">
        ★{" "}
      </span>
      <strong>{formatTenths(rating.averageTenths, language)}</strong>/5
    </span>
  );
}
