import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Narrows the list to one product, by its page's address: how an authority's request names it. */
export function ProductSearch({ status, product }: { status: string; product: string }) {
  const t = useT();
  return (
    <search className="my-4 block max-w-2xl">
      <form action={paths.departmentReviews()} className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="status" value={status} />
        <div className="min-w-[min(15rem,100%)] grow">
          <label htmlFor="product" className="text-sm text-soft">
            {t("reviews.productAddress")}
          </label>
          <input id="product" name="product" defaultValue={product} autoComplete="off" />
        </div>
        <button className="button button-quiet">{t("reviews.narrow")}</button>
        {product === "" ? null : (
          <a
            href={paths.departmentReviews({ status })}
            className="inline-flex min-h-12 items-center"
          >
            {t("catalog.clearFilters")}
          </a>
        )}
      </form>
    </search>
  );
}
