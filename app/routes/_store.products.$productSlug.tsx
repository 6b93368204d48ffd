import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findProduct } from "~/domain/catalog/queries-product.server";
import { listHouseholdProducts } from "~/domain/catalog/queries.server";
import { currentRate } from "~/domain/fulfilment/queries.server";
import { parcelGrams, shippingCost, SHIPPING_ZONES } from "~/domain/fulfilment/shipping-cost";
import { readVoices } from "~/domain/reviews/queries.server";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { formatVnd } from "~/platform/money";
import { localDateOf } from "~/platform/period";
import { CertificateSection, LotSection, SaleFacts } from "~/ui/catalog/product-facts";
import { ProductGallery } from "~/ui/catalog/product-gallery";
import { productImage, productJsonLd } from "~/ui/catalog/product-json-ld";
import { ProductHead } from "~/ui/catalog/product-head";
import { ProductOffer } from "~/ui/catalog/product-offer";
import { ProductShelf } from "~/ui/catalog/product-shelf";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { ProductVoicesSections } from "~/ui/reviews/product-voices";
import { useT } from "~/ui/site";
import { languageOf } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";

const MORE_PRODUCTS = 4;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const { t, language, origin } = siteOf(matches);
  if (!data) return [{ title: t("common.notFoundTitle") }];
  const { product, voices } = data;
  return [
    ...publicMeta(matches, {
      title: product.name,
      description: `${product.packLabel}. ${product.description}`,
      path: `/products/${product.slug}`,
      image: productImage(product),
    }),
    { "script:ld+json": productJsonLd(product, { origin, language }, voices) },
  ];
};

export async function loader(args: LoaderFunctionArgs) {
  const language = languageOf(args, null);
  const product = await findProduct(args.params["productSlug"] ?? "", language);
  if (!product) throw notFound();
  const others = await listHouseholdProducts(product.seller.slug, language);
  const grams = parcelGrams([{ ...product, quantity: 1 }]);
  const [inProvince, elsewhere] = await Promise.all(
    SHIPPING_ZONES.map(async (zone) => {
      const rate = await currentRate(reader(), { zone, localDate: localDateOf(now()) });
      return formatVnd(shippingCost(grams, rate), language);
    }),
  );
  return {
    product,
    voices: await readVoices(product.id),
    shipping: { inProvince: inProvince ?? "", elsewhere: elsewhere ?? "" },
    others: others.filter((card) => card.id !== product.id).slice(0, MORE_PRODUCTS),
  };
}

export default function ProductPage() {
  const { product, voices, shipping, others } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <div className="grid gap-x-12 gap-y-6 pt-2 md:grid-cols-2">
        <ProductGallery name={product.name} ocopSet={product.ocopSet} photos={product.photos} />
        <div>
          <ProductHead product={product} rating={voices.rating} />
          <ProductOffer product={product} />
          <p className="mt-6 max-w-prose whitespace-pre-line">{product.description}</p>
        </div>
      </div>
      <div className="grid gap-x-12 md:grid-cols-2">
        <SaleFacts product={product} shipping={t("catalog.shippingText", shipping)} />
        <div>
          {product.certificate ? <CertificateSection certificate={product.certificate} /> : null}
          <LotSection lots={product.lots} />
        </div>
      </div>
      <ProductVoicesSections
        voices={voices}
        slug={product.slug}
        householdName={product.seller.name}
      />
      {others.length > 0 ? (
        <section className="mt-12 border-t border-line pt-8">
          <h2 className="mb-5 text-2xl">
            {t("catalog.sameSeller", { name: product.seller.name })}
          </h2>
          <ProductShelf cards={others} heading="h3" />
        </section>
      ) : null}
    </>
  );
}
