import { formatTenths } from "~/domain/reviews/rating";
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
