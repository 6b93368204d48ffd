import type { ModeratedPost } from "~/domain/reviews/types";
import { SampleMark } from "~/ui/catalog/product-facts";
import { StatusMark } from "~/ui/households/icon";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { POST_MARKS } from "./desk-post";
import { GroundsForm, PublishForm } from "./moderation-forms";
import { postLabel } from "./post-label";
import { ReasonText } from "./reason-text";
import { StarText } from "./star-text";

/** A post in the department's list, with what may be decided about it now. */
export function ModeratedPostRow({ post }: { post: ModeratedPost }) {
  const t = useT();
  return (
    <article
      id={`post-${post.id}`}
      aria-label={postLabel(t, post)}
      className="grid scroll-mt-4 gap-x-8 gap-y-3 border-t border-line py-5 md:grid-cols-[1fr_18rem] lg:grid-cols-[1fr_24rem]"
    >
      <PostWords post={post} />
      <div>
        {post.status === "published" ? null : <PublishForm post={post} />}
        {post.status === "waiting" ? <GroundsForm post={post} decision="refuse" isFolded /> : null}
        {post.status === "published" ? (
          <GroundsForm post={post} decision="take_down" isFolded />
        ) : null}
      </div>
    </article>
  );
}

/** What was written, by whom, about what, and what the filter found in it. */
export function PostWords({ post }: { post: ModeratedPost }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="text-lg">{t(`reviews.kind_${post.kind}`)}</h2>
        <StatusMark {...POST_MARKS[post.status]} text={t(`reviews.status_${post.status}`)} />
        {post.flags.map((flag) => (
          <StatusMark key={flag} icon="alert" tone="persimmon" text={t(`reviews.flag_${flag}`)} />
        ))}
      </div>
      <p className="mt-1">
        <a href={paths.product(language, post.productSlug)} className="underline">
          {mark(post.productName, "vi")}
        </a>
        <span className="text-soft"> · {post.householdName}</span>
        {post.isSample ? <SampleMark /> : null}
      </p>
      {post.parent === null ? null : (
        <p className="mt-2 border-l-4 border-line pl-4 text-soft whitespace-pre-line">
          {mark(post.parent.text, post.parent.language)}
        </p>
      )}
      {post.stars === null ? null : (
        <p className="mt-1">
          <StarText stars={post.stars} />
        </p>
      )}
      <p className="mt-1 max-w-prose text-lg whitespace-pre-line">
        {mark(post.text, post.language)}
      </p>
      <p className="text-sm text-soft">
        {post.isAuthorGone ? `${t("orders.buyerGone")} · ` : null}
        {post.shownName === null ? null : <>{t("reviews.shownAs", { name: post.shownName })} · </>}
        {t("reviews.sentAt")} <LocalTime instant={post.sentAt} />
        {post.decidedAt === null ? null : (
          <>
            {" · "}
            {t("reviews.decidedAt")} <LocalTime instant={post.decidedAt} />
          </>
        )}
      </p>
      <ReasonText reason={post.reason} reasonText={post.reasonText} />
    </div>
  );
}
