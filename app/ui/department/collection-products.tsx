import type { DeskCollection } from "~/domain/catalog/types-collection";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

type Product = DeskCollection["products"][number];

/** The products of a collection in their order, each with its ways up, down and out. */
export function CollectionProducts({ collection }: { collection: DeskCollection }) {
  const t = useT();
  const mark = useMark();
  const { products, slug, isOpen } = collection;
  return (
    <section className="mt-8" id="products">
      <h2 className="text-2xl">{t("collections.products", { count: products.length })}</h2>
      {products.length === 0 ? (
        <p className="mt-2 text-soft">{t("collections.productsNone")}</p>
      ) : (
        <ol className="mt-3 border-t border-line">
          {products.map((product, i) => (
            <li
              key={product.id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-2"
            >
              <div>
                <p className="font-medium">{mark(product.name, "vi")}</p>
                <p className="text-sm text-soft">
                  {product.householdName}
                  {noteOf(t, product)}
                </p>
              </div>
              {isOpen ? (
                <Moves slug={slug} product={product} place={i} last={products.length - 1} />
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function noteOf(t: ReturnType<typeof useT>, product: Product): string {
  if (!product.isOnSale) return ` · ${t("collections.notOnSale")}`;
  return product.availableCount === 0 ? ` · ${t("catalog.soldOut")}` : "";
}

/** Each button says where the product is to stand, so that a form sent twice moves it once. */
function Moves(props: { slug: string; product: Product; place: number; last: number }) {
  const t = useT();
  const { product, place, last } = props;
  const { name } = product;
  return (
    <div className="flex gap-2">
      {place > 0 ? (
        <Move {...props} place={place - 1} label={t("collections.moveUp", { name })} text="↑" />
      ) : null}
      {place < last ? (
        <Move {...props} place={place + 1} label={t("collections.moveDown", { name })} text="↓" />
      ) : null}
      <form method="post" action={paths.collectionProducts(props.slug)}>
        <input type="hidden" name="intent" value="remove" />
        <input type="hidden" name="productId" value={product.id} />
        <button
          className="button button-danger"
          aria-label={t("collections.removeNamed", { name })}
        >
          {t("collections.remove")}
        </button>
      </form>
    </div>
  );
}

function Move(props: {
  slug: string;
  product: Product;
  place: number;
  label: string;
  text: string;
}) {
  return (
    <form method="post" action={paths.collectionProducts(props.slug)}>
      <input type="hidden" name="intent" value="place" />
      <input type="hidden" name="productId" value={props.product.id} />
      <input type="hidden" name="place" value={props.place} />
      <button className="button button-quiet px-4" aria-label={props.label}>
        {props.text}
      </button>
    </form>
  );
}
