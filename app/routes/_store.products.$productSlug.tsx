import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findProduct } from "~/domain/catalog/queries-product.server";
import { listRelatedProducts } from "~/domain/catalog/queries-related.server";
import { listHouseholdProducts } from "~/domain/catalog/queries.server";
import { shippingByZone } from "~/domain/fulfilment/queries.server";
import { parcelGrams } from "~/domain/fulfilment/shipping-cost";
import { readVoices } from "~/domain/reviews/queries.server";
import { reader } from "~/platform/db.server";
import { formatVnd } from "~/platform/money";
import { CertificateSection, LotSection, SaleFacts } from "~/ui/catalog/product-facts";
import { MakerSection } from "~/ui/catalog/maker-section";
import { ProductGallery } from "~/ui/catalog/product-gallery";
import { productImage, productJsonLd } from "~/ui/catalog/product-json-ld";
import { ProductHead } from "~/ui/catalog/product-head";
import { ProductOffer } from "~/ui/catalog/product-offer";
import { RelatedSection } from "~/ui/catalog/related-section";
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
  const others = await listHouseholdProducts(product.seller.slug, MORE_PRODUCTS + 1, language);
  const cost = await shippingByZone(reader(), parcelGrams([{ ...product, quantity: 1 }]));
  const { searchId, ocopSet } = product;
  const { communeCode } = product.seller;
  return {
    product,
    voices: await readVoices(product.id),
    shipping: {
      inProvince: formatVnd(cost.in_province, language),
      elsewhere: formatVnd(cost.elsewhere, language),
    },
    others: others.filter((card) => card.id !== product.id).slice(0, MORE_PRODUCTS),
    related: await listRelatedProducts({ searchId, ocopSet, communeCode }, MORE_PRODUCTS, language),
  };
}

export default function ProductPage() {
  const { product, voices, shipping, others, related } = useLoaderData<typeof loader>();
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
