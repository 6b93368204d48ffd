import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { whereProductIs } from "~/domain/catalog/queries-product.server";
import { findReviewedProduct, listReviews } from "~/domain/reviews/queries.server";
import { failureMeta, publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { Pagination } from "~/ui/primitives/pagination";
import { RulesLink, RatingSummary } from "~/ui/reviews/product-voices";
import { RatingBars } from "~/ui/reviews/rating-bars";
import { ReviewList } from "~/ui/reviews/review-list";
import { useLanguage, useT } from "~/ui/site";
import { languageOf } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { pageOf } from "~/web/page-number";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const { t } = siteOf(matches);
  if (!data) return failureMeta(matches, notFound());
  const { product, reviews } = data;
  return publicMeta(matches, {
    title: t("reviews.pageTitle", { name: product.name }),
    path: paths.productReviews("vi", product.slug, pageQuery(reviews.page)),
    // What is said of a product is to be found with it, on its own page.
    isIndexed: false,
  });
};

export async function loader(args: LoaderFunctionArgs) {
  const language = languageOf(args, null);
  const slug = args.params["productSlug"] ?? "";
  const { search, searchParams } = new URL(args.request.url);
  const product = await findReviewedProduct(slug, language);
  if (!product) {
    const where = await whereProductIs(slug);
    if (where?.kind !== "moved") throw notFound();
    throw redirect(paths.productReviews(language, where.slug) + search, 301);
  }
  return { product, reviews: await listReviews(product.id, pageOf(searchParams.get("page"))) };
}

const pageQuery = (page: number) => (page > 1 ? { page } : {});

export default function ProductReviewsPage() {
  const { product, reviews } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  const name = useMark()(product.name, product.nameLanguage);
  return (
    <div className="max-w-3xl">
      <BackLink href={paths.product(language, product.slug)} text={name} />
      <h1 className="text-3xl">{t("reviews.pageTitle", { name })}</h1>
      {reviews.rating.reviewCount === 0 ? (
        <p className="my-4 text-soft">{t("reviews.none")}</p>
      ) : (
        <>
          <RatingSummary voices={reviews} />
          <RatingBars rating={reviews.rating} />
          <p className="num my-4 text-soft">{t("reviews.withWords", { count: reviews.count })}</p>
          <ReviewList reviews={reviews.items} householdName={product.householdName} />
        </>
      )}
      <Pagination
        page={reviews.page}
        pageCount={reviews.pageCount}
        hrefOf={(page) => paths.productReviews(language, product.slug, pageQuery(page))}
      />
      <RulesLink />
    </div>
  );
}
