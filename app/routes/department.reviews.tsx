import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { POST_STATUSES } from "~/domain/reviews/post-status";
import { countWaitingPosts, listPosts } from "~/domain/reviews/queries-department.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { readPage } from "~/ui/department/page-number";
import { StatusFilter } from "~/ui/department/status-filter";
import { EmptyState, Notice } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { ModeratedPostRow } from "~/ui/reviews/moderated-post";
import { ProductSearch } from "~/ui/reviews/product-search";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { isMessageKey } from "~/web/i18n";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("reviews.moderationTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "post.moderate");
  const query = new URL(args.request.url).searchParams;
  const status = POST_STATUSES.find((one) => one === query.get("status")) ?? "waiting";
  const product = productIn(query.get("product") ?? "");
  return {
    status,
    product,
    waitingCount: await countWaitingPosts(),
    posts: await listPosts({ status, productSlug: product || null, page: readPage(query) }),
    done: query.get("done"),
  };
}

/** A product's page as it was copied, or the last part of it. */
function productIn(typed: string): string {
  const path = typed.trim().split(/[?#]/)[0] ?? "";
  return /(?:^|\/products\/)([a-z0-9-]+)(?:\/[a-z]+)?\/?$/.exec(path)?.[1] ?? path;
}

export default function DepartmentReviewsPage() {
  const { status, product, waitingCount, posts, done } = useLoaderData<typeof loader>();
  const t = useT();
  const doneKey = `reviews.decided_${done}`;
  const options = POST_STATUSES.map((one) => ({
    href: paths.departmentReviews({ status: one, product }),
    text:
      one === "waiting"
        ? t("reviews.statusWaitingCount", { count: waitingCount })
        : t(`reviews.status_${one}`),
    isCurrent: one === status,
  }));
  return (
    <>
      <h1 className="text-3xl">{t("reviews.moderationTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("reviews.moderationLead")}</p>
      {done !== null && isMessageKey(doneKey) ? <Notice tone="good" title={t(doneKey)} /> : null}
      <StatusFilter options={options} />
      <ProductSearch status={status} product={product} />
      {posts.items.length === 0 ? (
        <EmptyState title={t(`reviews.empty_${status}`)} />
      ) : (
        posts.items.map((post) => <ModeratedPostRow key={post.id} post={post} />)
      )}
      <Pagination
        page={posts.page}
        pageCount={posts.pageCount}
        hrefOf={(page) => paths.departmentReviews({ status, product, page })}
      />
    </>
  );
}
