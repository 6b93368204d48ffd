import type { OwnProductSummary } from "~/domain/catalog/types-household";
import { CardPicture } from "~/ui/catalog/product-picture";
import { useMark } from "~/ui/in-language";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { ProductStatusMark } from "./product-status-mark";

/** Every product in any state: picture, name, state, price and what is left, the whole row to press. */
export function OwnProductList({ products }: { products: readonly OwnProductSummary[] }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  return (
    <ul className="mt-4 border-t border-line">
      {products.map((product) => (
        <li key={product.slug} className="border-b border-line">
          <a
            href={paths.householdProduct(product.slug)}
            className="flex gap-4 py-4 text-ink no-underline hover:underline"
          >
            <span className="w-24 shrink-0 sm:w-32">
              <CardPicture
                photo={product.photo}
                ocopSet={product.ocopSet}
                slug={product.slug}
                lazy="lazy"
              />
            </span>
            <span className="grow">
              <span className="block text-lg font-semibold">{mark(product.name, "vi")}</span>
              <span className="block text-soft">{mark(product.packLabel, "vi")}</span>
              <span className="my-1 flex flex-wrap items-center gap-x-4 gap-y-1">
                <Money amountVnd={product.priceVnd} language={language} />
                <span className={product.availableCount === 0 ? "text-persimmon" : "text-soft"}>
                  {product.availableCount === 0
                    ? t("households.packsNone")
                    : t("households.packsLeft", { count: product.availableCount })}
                </span>
              </span>
              <ProductStatusMark status={product.status} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
