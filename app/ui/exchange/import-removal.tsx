import { useMark } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Once a table is written: what was removed again, and the way to remove what nobody has touched since. */
export function RemovalOffer(props: {
  importId: string;
  untouchedCount: number;
  removedCount: number | null;
}) {
  const t = useT();
  const { importId, untouchedCount, removedCount } = props;
  return (
    <>
      {removedCount === null ? null : (
        <Notice tone="good" title={t("exchange.removedDone", { count: removedCount })} />
      )}
      {untouchedCount === 0 ? null : (
        <p>
          <a
            className="inline-flex min-h-12 items-center"
            href={paths.productImportRemoval(importId)}
          >
            {t("exchange.removeLink", { count: untouchedCount })}
          </a>
        </p>
      )}
    </>
  );
}

type Draft = { id: string; name: string; packLabel: string };

/** What goes, all of it by name, and the yes to that many. */
export function ImportRemoval(props: { importId: string; products: readonly Draft[] }) {
  const t = useT();
  const mark = useMark();
  const { importId, products } = props;
  if (products.length === 0) return <p className="mt-3">{t("exchange.removeNone")}</p>;
  return (
    <>
      <p className="mt-3 max-w-prose">{t("exchange.removeText")}</p>
      <form method="post" action={paths.productImportRemoval(importId)} className="mt-4">
        <input type="hidden" name="shownCount" value={products.length} />
        <button className="button button-danger w-full sm:w-auto">
          {t("exchange.remove", { count: products.length })}
        </button>
      </form>
      <p className="mt-3">
        <a className="button button-quiet w-full sm:w-auto" href={paths.productImport(importId)}>
          {t("exchange.removeKeep")}
        </a>
      </p>
      <ul className="mt-6 border-t border-line">
        {products.map(({ id, name, packLabel }) => (
          <li key={id} className="border-b border-line py-3 wrap-anywhere">
            <span className="font-semibold">{mark(name, "vi")}</span>{" "}
            <span className="text-soft">{mark(packLabel, "vi")}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
