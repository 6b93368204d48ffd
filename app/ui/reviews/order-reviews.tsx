import type { ReviewableLine } from "~/domain/reviews/types";
import { formatDate } from "~/platform/period";
import { useBilingual, useMark } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { isMessageKey } from "~/web/i18n";
import { paths } from "~/web/paths";
import { ReasonText } from "./reason-text";
import { StarText } from "./star-text";

/** On the order's page: what was received, what its buyer said of it, and how that stands. */
export function OrderReviews(props: {
  lines: readonly ReviewableLine[];
  order: { code: string; key: string };
  /** How the review just sent stands, of the address. */
  reviewed: string | null;
}) {
  const t = useT();
  const { lines, order, reviewed } = props;
  if (lines.length === 0) return null;
  const doneKey = `reviews.done_${reviewed}`;
  return (
    <section id="reviews" className="no-print mt-6 scroll-mt-4" aria-labelledby="reviews-title">
      <h2 id="reviews-title" className="text-xl">
        {t("reviews.ofOrder")}
      </h2>
      {reviewed !== null && isMessageKey(doneKey) ? (
        <Notice tone="good" title={t(doneKey)} />
      ) : null}
      <ul className="mt-2">
        {lines.map((line) => (
          <OrderReview key={line.lineItemId} line={line} order={order} />
        ))}
      </ul>
    </section>
  );
}

function OrderReview(props: { line: ReviewableLine; order: { code: string; key: string } }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const bilingual = useBilingual();
  const { line, order } = props;
  const { review } = line;
  const name = bilingual(line.productName, line.productNameEn);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line py-3">
      <div className="min-w-0">
        <p className="font-medium">{name}</p>
        {review ? (
          <>
            <p>
              <StarText stars={review.stars} />{" "}
              <span className="text-soft">{t(`reviews.own_${review.status}`)}</span>
            </p>
            {review.text === "" ? null : (
              <p className="max-w-prose whitespace-pre-line">
                {mark(review.text, review.language)}
              </p>
            )}
            <ReasonText reason={review.reason} reasonText={review.reasonText} />
          </>
        ) : null}
        {line.canWrite ? (
          <p className="text-sm text-soft">
            {t("reviews.until", { date: formatDate(line.untilDate) })}
          </p>
        ) : null}
        {!line.canWrite && !review ? <p className="text-soft">{t("reviews.tooLate")}</p> : null}
      </div>
      {line.canWrite ? (
        <a
          className={`button ${review ? "button-quiet" : "button-main"}`}
          href={paths.lineReview(language, { ...order, lineItemId: line.lineItemId })}
        >
          <span aria-hidden="true">{review ? t("reviews.change") : t("reviews.write")}</span>
          <span className="sr-only">
            {t(review ? "reviews.changeNamed" : "reviews.writeNamed", { name })}
          </span>
        </a>
      ) : null}
    </li>
  );
}
