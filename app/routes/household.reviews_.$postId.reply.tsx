import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { replyToPost } from "~/domain/flows/reply-to-post.server";
import { listDeskHouseholds } from "~/domain/households/queries.server";
import { replyForm } from "~/domain/reviews/forms";
import { findDeskPost } from "~/domain/reviews/queries-household.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { DeskPostCard } from "~/ui/reviews/desk-post";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("reviews.deskTitle"));

/** One review or question by itself: where an answer with a fault comes back. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "post.reply");
  const found = await findDeskPost(scope, args.params["postId"] ?? "");
  if (!found) throw notFound();
  return { deskHouseholdId: found.householdId, post: found.post };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope, language } = await requirePermission(args, "post.reply");
  const postId = args.params["postId"] ?? "";
  const found = await findDeskPost(scope, postId);
  if (!found) throw notFound();
  const read = await readForm(args.request, replyForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const words = { text: read.value.text, pageLanguage: language };
  const replied = await replyToPost(actor, scope, { postId, ...words });
  if (!replied.ok && replied.code === "post_not_found") throw notFound();
  if (!replied.ok) {
    return data<MutationReply>(failureReply(replied, read.submission), { status: 409 });
  }
  const own = await listDeskHouseholds(scope);
  const household = own.find((one) => one.id === found.householdId)?.slug;
  return redirect(paths.householdReviews({ household, done: "replied" }), 303);
}

export default function PostReplyPage() {
  const { post } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <BackLink href={paths.householdReviews(query)} text={t("reviews.deskTitle")} />
      <h1 className="text-3xl">{t("reviews.yourReply")}</h1>
      <DeskPostCard post={post} {...(reply ? { reply } : {})} />
    </>
  );
}
