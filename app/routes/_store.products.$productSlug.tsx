import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { cardVersion } from "~/domain/catalog/card-version.server";
import { isService } from "~/domain/catalog/ocop-sets";
import { pictureFactsOf } from "~/domain/catalog/picture-facts";
import { findProduct, whereProductIs } from "~/domain/catalog/queries-product.server";
import { listBeside } from "~/domain/catalog/queries-related.server";
import { listProducts } from "~/domain/catalog/queries.server";
import { shippingByZone } from "~/domain/fulfilment/queries.server";
import { closingOn } from "~/domain/households/shop-closure";
import { nextShipDay } from "~/domain/households/ship-days";
import { findOpenHarvest } from "~/domain/preorders/queries.server";
import { readVoices } from "~/domain/reviews/queries.server";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { NoProduct, noProductMeta, type OffSale } from "~/ui/catalog/no-product";
import { CertificateSection, LotSection, SaleFacts } from "~/ui/catalog/product-facts";
import { MakerSection } from "~/ui/catalog/maker-section";
import { ProductGallery } from "~/ui/catalog/product-gallery";
import { ProductHead } from "~/ui/catalog/product-head";
import { productPageMeta } from "~/ui/catalog/product-meta";
import { ProductOffer } from "~/ui/catalog/product-offer";
import { RelatedSection } from "~/ui/catalog/related-section";
import { ClosureNotice } from "~/ui/fulfilment/closure-notice";
import { useMark } from "~/ui/in-language";
import { ProductVoicesSections } from "~/ui/reviews/product-voices";
import { languageOf } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

const MORE_PRODUCTS = 4;

export const meta: MetaFunction<typeof loader> = ({ data: page, error, matches }) =>
  page ? productPageMeta(matches, page) : noProductMeta(matches, error);

export async function loader(args: LoaderFunctionArgs) {
  const language = languageOf(args, null);
  const slug = args.params["productSlug"] ?? "";
  const product = await findProduct(slug, language);
  if (!product) throw await withoutProduct(slug, args);
  const { shippingRules } = product.seller;
  return {
    product,
    voices: await readVoices(product.id),
    harvest: await findOpenHarvest(product.id),
    cardPath: paths.productCard(
      language,
      product.slug,
      cardVersion(pictureFactsOf(product), language),
    ),
    shippingVnd: isService(product.ocopSet)
      ? null
      : await shippingByZone([{ ...product, quantity: 1 }]),
    nextShipOn: nextShipDay(shippingRules, localDateOf(now())),
    closing: closingOn(shippingRules.closure, localDateOf(now())),
    ...(await listBeside(product, MORE_PRODUCTS, language)),
  };
}

/** An address with nothing on sale: where the product moved to, or what there is of its kind. */
async function withoutProduct(slug: string, args: LoaderFunctionArgs) {
  const language = languageOf(args, null);
  const where = await whereProductIs(slug);
  if (!where) return notFound();
  if (where.kind === "moved") {
    const { search } = new URL(args.request.url);
    return redirect(paths.product(language, where.slug) + search, 301);
  }
  const { cards } = await listProducts({ set: where.ocopSet }, 1, language);
  return data<OffSale>({ offSaleSet: where.ocopSet, cards: cards.slice(0, 8) }, { status: 404 });
}

export default function ProductPage() {
  const { product, voices, harvest, shippingVnd, nextShipOn, closing, others, related } =
    useLoaderData<typeof loader>();
  const mark = useMark();
  return (
    <>
      <div className="grid gap-x-12 gap-y-6 pt-2 md:grid-cols-2">
        <ProductGallery product={product} />
        <div>
          <ProductHead product={product} rating={voices.rating} />
          <ClosureNotice closing={closing} />
          <ProductOffer product={product} harvest={harvest} />
          <p className="mt-6 max-w-prose whitespace-pre-line">
            {mark(product.description, product.descriptionLanguage)}
          </p>
        </div>
      </div>
      <div className="grid gap-x-12 md:grid-cols-2">
        <SaleFacts product={product} shippingVnd={shippingVnd} nextShipOn={nextShipOn} />
        <div>
          {product.certificate ? <CertificateSection certificate={product.certificate} /> : null}
          <LotSection lots={product.lots} />
        </div>
      </div>
      <MakerSection seller={product.seller} others={others} />
      <ProductVoicesSections
        voices={voices}
        slug={product.slug}
        householdName={product.seller.name}
      />
      <RelatedSection cards={related} />
    </>
  );
}

export function ErrorBoundary() {
  return <NoProduct error={useRouteError()} />;
}
