import type { DeskCollectionLine } from "~/domain/catalog/types-collection";
import { useMark } from "~/ui/in-language";
import { LocalDay } from "~/ui/primitives/local-time";
import { SampleMark } from "~/ui/catalog/product-facts";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { CollectionStateMark } from "./collection-state-mark";

/** The department's collections, those that are shown first. */
export function CollectionRows({ collections }: { collections: readonly DeskCollectionLine[] }) {
  const t = useT();
  const mark = useMark();
  return (
    <ul className="mt-6 border-t border-line">
      {collections.map((collection) => (
        <li
          key={collection.slug}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-4"
        >
          <div>
            <h2 className="text-lg">
              <a
                href={paths.departmentCollection(collection.slug)}
                className="inline-flex min-h-12 items-center"
              >
                {mark(collection.name, "vi")}
              </a>
              {collection.isSample ? <SampleMark /> : null}
            </h2>
            <p className="text-soft">
              <LocalDay date={collection.startsOn} /> – <LocalDay date={collection.endsOn} />
              {` · ${t("catalog.productCount", { count: collection.productCount })}`}
            </p>
          </div>
          <CollectionStateMark state={collection.state} />
        </li>
      ))}
    </ul>
  );
}
