import { AVERAGE_FROM } from "~/domain/reviews/rating";
import type { ProductVoices } from "~/domain/reviews/types";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { AskForm } from "./ask-form";
import { AverageText } from "./rating-line";
import { RatingBars } from "./rating-bars";
import { QuestionList, ReviewList } from "./review-list";

type VoicesProps = { voices: ProductVoices; slug: string; householdName: string };

/** Reviews and questions on the page of a product. */
export function ProductVoicesSections(props: VoicesProps) {
  return (
    <div className="mt-12 grid gap-x-12 gap-y-10 border-t border-line pt-8 md:grid-cols-2">
      <ReviewSection {...props} />
      <QuestionSection {...props} />
    </div>
  );
}

function ReviewSection({ voices, slug, householdName }: VoicesProps) {
  const t = useT();
  const language = useLanguage();
  const { rating, reviews } = voices;
  return (
    <section id="reviews" className="scroll-mt-4">
      <h2 className="text-2xl">{t("reviews.title")}</h2>
      {rating.reviewCount === 0 ? (
        <p className="mt-2 text-soft">{t("reviews.none")}</p>
      ) : (
        <>
          <RatingSummary voices={voices} />
          <RatingBars rating={rating} />
          <ReviewList reviews={reviews} householdName={householdName} />
        </>
      )}
      {rating.textCount > reviews.length ? (
        <p className="mb-4">
          <a className="button button-quiet" href={paths.productReviews(language, slug)}>
            {t("reviews.seeAll", { count: rating.textCount })}
          </a>
        </p>
      ) : null}
      <RulesLink />
    </section>
  );
}

/** The average and how many there are, or why there is no average yet. */
export function RatingSummary({ voices }: { voices: Pick<ProductVoices, "rating"> }) {
  const t = useT();
  const { rating } = voices;
  return (
    <>
      <p className="mt-2 flex flex-wrap items-baseline gap-x-3">
        <span className="text-2xl">
          <AverageText rating={rating} />
        </span>
        <span className="num text-soft">{t("reviews.count", { count: rating.reviewCount })}</span>
      </p>
      {rating.averageTenths === null ? (
        <p className="text-sm text-soft">{t("reviews.tooFew", { from: AVERAGE_FROM })}</p>
      ) : null}
    </>
  );
}

function QuestionSection({ voices, slug, householdName }: VoicesProps) {
  const t = useT();
  const language = useLanguage();
  const { questions, questionCount } = voices;
  return (
    <section id="questions" className="scroll-mt-4">
      <h2 className="text-2xl">{t("reviews.questionsTitle")}</h2>
      {questions.length === 0 ? (
        <p className="mt-2 text-soft">{t("reviews.noQuestions")}</p>
      ) : (
        <div className="mt-3">
          <QuestionList questions={questions} householdName={householdName} />
        </div>
      )}
      {questionCount > questions.length ? (
        <p className="mb-4">
          <a className="button button-quiet" href={paths.productQuestions(language, slug)}>
            {t("reviews.seeAllQuestions", { count: questionCount })}
          </a>
        </p>
      ) : null}
      <AskForm slug={slug} heading="h3" />
    </section>
  );
}

/** The way to how reviews are checked. */
export function RulesLink() {
  const t = useT();
  const language = useLanguage();
  return (
    <p className="text-sm">
      <a href={paths.reviewRules(language)} className="inline-flex min-h-12 items-center">
        {t("reviews.rulesLink")}
      </a>
    </p>
  );
}
