import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { decidePost } from "~/domain/flows/decide-post.server";
import { postDecisionForm } from "~/domain/reviews/forms";
import { findPost } from "~/domain/reviews/queries-department.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { Refusal } from "~/ui/primitives/notice";
import { PostWords } from "~/ui/reviews/moderated-post";
import { GroundsForm, PublishForm } from "~/ui/reviews/moderation-forms";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("reviews.moderationTitle"));

/** One post by itself: where a refusal without a reason comes back. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "post.moderate");
  const post = await findPost(args.params["postId"] ?? "");
  if (!post) throw notFound();
  return { post };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "post.moderate");
  const postId = args.params["postId"] ?? "";
  const post = await findPost(postId);
  if (!post) throw notFound();
  const read = await readForm(args.request, postDecisionForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const decided = await decidePost(actor, { ...read.value, postId });
  if (!decided.ok) {
    return data<MutationReply>(failureReply(decided, read.submission), { status: 409 });
  }
  const done = decided.value.hasMoved ? read.value.decision : "repeat";
  // Back to the list that it was decided in.
  return redirect(paths.departmentReviews({ status: post.status, done }), 303);
}

export default function PostDecisionPage() {
  const { post } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const answer = reply ? { reply } : {};
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink
        href={paths.departmentReviews({ status: post.status })}
        text={t("reviews.moderationTitle")}
      />
      <h1 className="mb-4 text-3xl">{t("reviews.decisionTitle")}</h1>
      {reply?.failure ? <Refusal title={errorText(t, reply.failure.code)} /> : null}
      <PostWords post={post} />
      <div className="mt-6">
        {post.status === "published" ? (
          <GroundsForm post={post} decision="take_down" {...answer} />
        ) : (
          <>
            {post.status === "waiting" ? (
              <GroundsForm post={post} decision="refuse" {...answer} />
            ) : null}
            <div className="mt-6">
              <PublishForm post={post} />
            </div>
          </>
        )}
      </div>
    </div>
  );
}
