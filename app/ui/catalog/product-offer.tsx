import { isAlcohol, isService } from "~/domain/catalog/ocop-sets";
import type { ProductPage } from "~/domain/catalog/types";
import type { OpenHarvest } from "~/domain/preorders/types";
import { HarvestOffer } from "~/ui/preorders/harvest-offer";
import { useMark } from "~/ui/in-language";
import { Money } from "~/ui/primitives/money";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { SaveForm } from "./save-form";
import { monthName } from "./set-names";
import { UnitPriceText } from "./unit-price-text";

// Above this nobody needs to hurry.
const FEW_LEFT = 10;

/** Price, pack, stock and the way into the cart. */
export function ProductOffer(props: { product: ProductPage; harvest: OpenHarvest | null }) {
  const { product, harvest } = props;
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  return (
    <section aria-label={t("catalog.offer")}>
      <p className="mt-4 flex flex-wrap items-baseline gap-x-4">
        <span className="text-4xl font-bold text-persimmon">
          <Money amountVnd={product.priceVnd} language={language} />
        </span>
        <span className="text-soft">
          {mark(product.packLabel, product.packLabelLanguage)}
          {product.unitPrice ? (
            <>
              {" · "}
              <UnitPriceText unitPrice={product.unitPrice} />
            </>
          ) : null}
        </span>
      </p>
      <StockLine product={product} />
      {isAlcohol(product.ocopSet) ? (
        <Notice tone="plain" title={t("catalog.alcoholTitle")}>
          <p>{t("catalog.alcoholText")}</p>
        </Notice>
      ) : null}
      {product.isAvailable ? (
        <AddToCart productId={product.id} />
      ) : (
        <NextSeason product={product} />
      )}
      {harvest ? <HarvestOffer harvest={harvest} slug={product.slug} /> : null}
      <SaveForm slug={product.slug} tone="button-quiet" />
      {isService(product.ocopSet) ? null : (
        <p className="mt-3">
          <a
            className="inline-flex min-h-12 items-center"
            href={paths.priceRequest(language, product.seller.slug, { product: product.slug })}
          >
            {t("contracts.askLink")}
          </a>
        </p>
      )}
    </section>
  );
}

function StockLine({ product }: { product: ProductPage }) {
  const t = useT();
  const { season } = product;
  const months = season && {
    from: monthName(t, season.fromMonth),
    to: monthName(t, season.toMonth),
  };
  return (
    <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1">
      <li className={product.isAvailable ? "font-medium text-leaf" : "font-medium text-persimmon"}>
        {stockText(t, product.availableCount)}
      </li>
      {season && months ? (
        <li className={season.isNow ? "font-medium text-leaf" : "text-soft"}>
          {seasonText(t, product, months)}
        </li>
      ) : null}
    </ul>
  );
}

function seasonText(
  t: ReturnType<typeof useT>,
  { season, isAvailable }: Pick<ProductPage, "season" | "isAvailable">,
  months: { from: string; to: string },
): string {
  if (season?.isNow) return t("catalog.inSeason", months);
  return isAvailable ? t("catalog.outOfSeason", months) : t("catalog.season", months);
}

function stockText(t: ReturnType<typeof useT>, availableCount: number): string {
  if (availableCount <= 0) return t("catalog.soldOut");
  return availableCount <= FEW_LEFT
    ? t("catalog.fewLeft", { count: availableCount })
    : t("catalog.inStock");
}

function AddToCart({ productId }: { productId: string }) {
  const t = useT();
  const language = useLanguage();
  return (
    // The server answers a wrong number in the reader's language; the browser's bubble would not.
    <form
      method="post"
      action={paths.cartItems(language)}
      noValidate
      className="mt-5 flex items-end gap-3"
    >
      <input type="hidden" name="productId" value={productId} />
      <div className="w-28">
        <label htmlFor="quantity" className="text-sm text-soft">
          {t("catalog.quantity")}
        </label>
        <input
          id="quantity"
          name="quantity"
          type="number"
          inputMode="numeric"
          min={1}
          max={999}
          step={1}
          defaultValue={1}
        />
      </div>
      <button className="button button-main grow md:grow-0 md:whitespace-nowrap lg:px-10">
        {t("catalog.addToCart")}
      </button>
    </form>
  );
}

function NextSeason({ product }: { product: ProductPage }) {
  const t = useT();
  const language = useLanguage();
  const next =
    product.season && !product.season.isNow
      ? t("catalog.backInSeason", { month: monthName(t, product.season.fromMonth) })
      : t("catalog.soldOutText");
  return (
    <Notice tone="plain">
      <p>{next}</p>
      <p className="mt-2">
        <a href={paths.products(language, { set: product.ocopSet })}>
          {t("catalog.similarProducts")}
        </a>
      </p>
    </Notice>
  );
}
