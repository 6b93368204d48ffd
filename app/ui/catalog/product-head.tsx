import type { ProductPage } from "~/domain/catalog/types";
import type { Rating } from "~/domain/reviews/types";
import { useMark } from "~/ui/in-language";
import { RatingLine } from "~/ui/reviews/rating-line";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { Breadcrumbs, trailTo } from "./breadcrumbs";
import { SampleMark } from "./product-facts";
import { StarSeal } from "./star-seal";

/** What it is, who makes it and where; the seal leads to its proof, the buyers' stars to what they said. */
export function ProductHead({ product, rating }: { product: ProductPage; rating: Rating }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  return (
    <header>
      <Breadcrumbs trail={trailTo(t, language, { set: product.ocopSet })} />
      <h1 className="mt-1 text-3xl md:text-4xl">{mark(product.name, product.nameLanguage)}</h1>
      <p className="mt-2">
        <a href={paths.household(language, product.seller.slug)} className="underline">
          {product.seller.name}
        </a>
        <span className="text-soft"> · {product.communeName}</span>
        {product.isSample ? <SampleMark /> : null}
      </p>
      {product.certificate ? (
        <p className="mt-1">
          <a
            href="#certificate"
            aria-label={t("catalog.starsProof", { stars: product.certificate.stars })}
            className="inline-flex min-h-12 items-center no-underline"
          >
            <StarSeal stars={product.certificate.stars} />
          </a>
        </p>
      ) : null}
      <RatingLine rating={rating} href="#reviews" />
    </header>
  );
}
