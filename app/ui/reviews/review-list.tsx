import type { PublicQuestion, PublicReply, PublicReview } from "~/domain/reviews/types";
import { useMark } from "~/ui/in-language";
import { LocalDay } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";
import { StarText } from "./star-text";

/** What buyers wrote, each with the household's word on it. */
export function ReviewList(props: { reviews: readonly PublicReview[]; householdName: string }) {
  const t = useT();
  return (
    <ul>
      {props.reviews.map((review) => (
        <li key={review.id} className="border-t border-line py-4">
          <p>
            <StarText stars={review.stars} />
          </p>
          <Writer post={review} nobody={t("reviews.someBuyer")} />
          <Words post={review} />
          <HouseholdWord reply={review.reply} householdName={props.householdName} />
        </li>
      ))}
    </ul>
  );
}

/** What visitors asked, each with its answer or that there is none yet. */
export function QuestionList(props: {
  questions: readonly PublicQuestion[];
  householdName: string;
}) {
  const t = useT();
  const mark = useMark();
  return (
    <ul>
      {props.questions.map((question) => (
        <li key={question.id} className="border-t border-line py-4">
          <p className="max-w-prose font-medium whitespace-pre-line">
            {mark(question.text, question.language)}
          </p>
          <Writer post={question} nobody={t("reviews.someVisitor")} />
          {question.answer ? (
            <HouseholdWord reply={question.answer} householdName={props.householdName} />
          ) : (
            <p className="mt-2 text-soft">{t("reviews.noAnswer")}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

type Written = Pick<PublicReview, "shownName" | "isAuthorGone" | "writtenOn" | "isSample">;

function Writer({ post, nobody }: { post: Written; nobody: string }) {
  const t = useT();
  return (
    <p className="text-sm text-soft">
      {post.isAuthorGone ? t("orders.buyerGone") : (post.shownName ?? nobody)} ·{" "}
      <LocalDay date={post.writtenOn} />
      {post.isSample ? ` · ${t("common.sample")}` : null}
    </p>
  );
}

function Words({ post }: { post: Pick<PublicReview, "text" | "language"> }) {
  const mark = useMark();
  return <p className="mt-1 max-w-prose whitespace-pre-line">{mark(post.text, post.language)}</p>;
}

function HouseholdWord(props: { reply: PublicReply | null; householdName: string }) {
  const t = useT();
  const { reply } = props;
  if (!reply) return null;
  return (
    <div className="mt-3 border-l-4 border-line pl-4">
      <p className="text-sm text-soft">
        {t("reviews.householdSays", { name: props.householdName })} ·{" "}
        <LocalDay date={reply.writtenOn} />
      </p>
      <Words post={reply} />
    </div>
  );
}
