import { useForm } from "@conform-to/react";
import type { PostStatus } from "~/domain/reviews/post-status";
import type { DeskPost } from "~/domain/reviews/types";
import { SampleMark } from "~/ui/catalog/product-facts";
import { StatusMark, type IconName, type Tone } from "~/ui/households/icon";
import { useMark } from "~/ui/in-language";
import { FormErrors, TextAreaField } from "~/ui/primitives/form";
import { LocalDay } from "~/ui/primitives/local-time";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { ReasonText } from "./reason-text";
import { StarText } from "./star-text";

export const POST_MARKS = {
  waiting: { icon: "clock", tone: "honey" },
  published: { icon: "check", tone: "leaf" },
  refused: { icon: "cross", tone: "persimmon" },
  taken_down: { icon: "stop", tone: "persimmon" },
} as const satisfies Record<PostStatus, { icon: IconName; tone: Tone }>;

/** A review or question on the household's desk, with its answer or the form for one. */
export function DeskPostCard({ post, reply }: { post: DeskPost; reply?: MutationReply }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const nobody = t(post.kind === "review" ? "reviews.someBuyer" : "reviews.someVisitor");
  const mayWrite =
    !post.reply || post.reply.status === "waiting" || post.reply.status === "refused";
  return (
    <article className="border-t border-line py-5" aria-label={t(`reviews.kind_${post.kind}`)}>
      <p>
        <strong>{t(`reviews.kind_${post.kind}`)}</strong> ·{" "}
        <a
          href={paths.product(language, post.productSlug)}
          className="inline-flex min-h-12 items-center underline"
        >
          {mark(post.productName, "vi")}
        </a>
      </p>
      {post.stars === null ? null : (
        <p className="text-xl">
          <StarText stars={post.stars} />
        </p>
      )}
      <p className="mt-1 text-lg whitespace-pre-line">{mark(post.text, post.language)}</p>
      <p className="text-sm text-soft">
        {post.isAuthorGone ? t("orders.buyerGone") : (post.shownName ?? nobody)} ·{" "}
        <LocalDay date={post.writtenOn} />
        {post.isSample ? <SampleMark /> : null}
      </p>
      <OwnReplyText post={post} />
      {mayWrite || reply ? <ReplyForm post={post} {...(reply ? { reply } : {})} /> : null}
    </article>
  );
}

function OwnReplyText({ post }: { post: DeskPost }) {
  const t = useT();
  const mark = useMark();
  const { reply } = post;
  if (!reply) return null;
  return (
    <div className="mt-3 border-l-4 border-line pl-4">
      <StatusMark {...POST_MARKS[reply.status]} text={t(`reviews.own_${reply.status}`)} />
      <p className="mt-1 whitespace-pre-line">{mark(reply.text, reply.language)}</p>
      <ReasonText reason={reply.reason} reasonText={reply.reasonText} />
    </div>
  );
}

function ReplyForm({ post, reply }: { post: DeskPost; reply?: MutationReply }) {
  const t = useT();
  const [form, fields] = useForm<{ text: string }>({
    id: `reply-${post.id}`,
    lastResult: reply?.submission,
    defaultValue: { text: post.reply?.text ?? "" },
  });
  const verb = post.reply ? t("reviews.changeReply") : t("reviews.writeReply");
  return (
    <details open={reply !== undefined} className="mt-2">
      <summary className="min-h-12 cursor-pointer py-3 font-semibold text-leaf">{verb}</summary>
      <form method="post" action={paths.postReply(post.id)} id={form.id} noValidate>
        <FormErrors form={form} failure={reply?.failure} />
        <TextAreaField
          field={fields.text}
          language={post.reply?.language}
          label={t("reviews.yourReply")}
          hint={t("reviews.replyHint")}
        />
        <button className="button button-main w-full">{t("reviews.sendReply")}</button>
      </form>
    </details>
  );
}
