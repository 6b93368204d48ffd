import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { countOpenPosts, listDeskPosts } from "~/domain/reviews/queries-household.server";
import { present } from "~/platform/invariant";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { useDesk } from "~/ui/households/use-desk";
import { EmptyState, Notice } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { DeskPostCard } from "~/ui/reviews/desk-post";
import { DeskTabs } from "~/ui/reviews/desk-tabs";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { pageOf } from "~/web/page-number";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("reviews.deskTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "post.reply");
  const { searchParams } = new URL(args.request.url);
  const slug = searchParams.get("household");
  const household = await findDeskHousehold(scope, slug);
  if (!household) throw slug === null ? redirect(paths.householdDesk()) : notFound();
  const filter = searchParams.get("show") === "all" ? "all" : "open";
  const page = pageOf(searchParams.get("page"));
  const params = { householdId: household.id, filter, page } as const;
  return {
    deskHouseholdId: household.id,
    filter,
    openCount: await countOpenPosts(household.id),
    posts: present(await listDeskPosts(scope, params), "a household in the scope"),
    hasReplied: searchParams.has("done"),
  } as const;
}

export default function HouseholdReviewsPage() {
  const { filter, openCount, posts, hasReplied } = useLoaderData<typeof loader>();
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <h1 className="text-3xl">{t("reviews.deskTitle")}</h1>
      {hasReplied ? <Notice tone="good" title={t("reviews.replySent")} /> : null}
      <DeskTabs filter={filter} openCount={openCount} />
      {posts.items.length === 0 ? (
        <EmptyState
          title={t(filter === "open" ? "reviews.deskNothingOpen" : "reviews.deskEmpty")}
        />
      ) : (
        posts.items.map((post) => <DeskPostCard key={post.id} post={post} />)
      )}
      <Pagination
        page={posts.page}
        pageCount={posts.pageCount}
        hrefOf={(page) => paths.householdReviews({ ...query, show: filter, page })}
      />
    </>
  );
}
