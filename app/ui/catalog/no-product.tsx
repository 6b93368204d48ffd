import { isRouteErrorResponse, type MetaDescriptor } from "@remix-run/react";
import type { ProductCard } from "~/domain/catalog/types";
import { ErrorText } from "~/ui/layouts/error-page";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { ProductShelf } from "./product-shelf";
import { setName } from "./set-names";
import { failureMeta, privateMeta, siteOf } from "./store-meta";

/** What an address answers under which something was on sale once: more of its kind. */
export type OffSale = { offSaleSet: number; cards: ProductCard[] };

/** In place of a product's page, within the shop's header and footer. */
export function NoProduct({ error }: { error: unknown }) {
  const t = useT();
  const language = useLanguage();
  const offSale = offSaleOf(error);
  if (!offSale) return <ErrorText error={error} />;
  const { offSaleSet, cards } = offSale;
  return (
    <>
      <h1 className="mt-6 text-3xl">{t("site.offSaleTitle")}</h1>
      <p className="mt-2 max-w-prose text-lg text-soft">
        {cards.length > 0 ? t("site.offSaleText") : t("site.offSaleNothing")}
      </p>
      {cards.length > 0 ? (
        <section className="mt-8">
          <h2 className="mb-5 text-2xl">{t("site.sameKind", { kind: setName(t, offSaleSet) })}</h2>
          <ProductShelf cards={cards} heading="h3" isFirst />
        </section>
      ) : null}
      <p className="mt-8 flex flex-wrap gap-3">
        <a className="button button-main" href={paths.products(language)}>
          {t("catalog.seeAll")}
        </a>
        <a className="button button-quiet" href={paths.home(language)}>
          {t("common.goHome")}
        </a>
      </p>
    </>
  );
}

export function noProductMeta(
  matches: Parameters<typeof siteOf>[0],
  error: unknown,
): MetaDescriptor[] {
  if (!offSaleOf(error)) return failureMeta(matches, error);
  return privateMeta(matches, siteOf(matches).t("site.offSaleTitle"));
}

function offSaleOf(error: unknown): OffSale | null {
  if (!isRouteErrorResponse(error)) return null;
  const found: unknown = error.data;
  return isOffSale(found) ? found : null;
}

function isOffSale(found: unknown): found is OffSale {
  return typeof found === "object" && found !== null && "offSaleSet" in found;
}
