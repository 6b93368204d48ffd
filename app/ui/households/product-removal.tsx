import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** The way to the question; only of a product that was never on sale. */
export function RemovalLink({ slug }: { slug: string }) {
  const t = useT();
  return (
    <p className="mt-10 border-t border-line pt-3">
      <a className="inline-flex min-h-12 items-center" href={paths.productRemoval(slug)}>
        {t("households.removeLink")}
      </a>
    </p>
  );
}

/** What goes with the product, and the yes. */
export function ProductRemovalForm(props: {
  product: { id: string; slug: string; photoCount: number; packCount: number };
}) {
  const t = useT();
  const { id, slug, photoCount, packCount } = props.product;
  return (
    <>
      <p className="mt-3 max-w-prose">
        {t("households.removeText", { photos: photoCount, packs: packCount })}
      </p>
      <form method="post" action={paths.productRemoval(slug)} className="mt-4">
        <input type="hidden" name="productId" value={id} />
        <input type="hidden" name="photoCount" value={photoCount} />
        <input type="hidden" name="packCount" value={packCount} />
        <button className="button button-danger w-full sm:w-auto">{t("households.remove")}</button>
      </form>
      <p className="mt-3">
        <a className="button button-quiet w-full sm:w-auto" href={paths.householdProduct(slug)}>
          {t("households.removeKeep")}
        </a>
      </p>
    </>
  );
}
