import type { CollectionLine } from "~/domain/catalog/types-collection";
import { useMark } from "~/ui/in-language";
import { LocalDay } from "~/ui/primitives/local-time";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { collectionWords } from "./collection-words";
import { SampleMark } from "./product-facts";
import { CardPicture } from "./product-picture";

/** A collection in the list: what it is, and its first products as pictures. */
export function CollectionCard({ collection }: { collection: CollectionLine }) {
  const t = useT();
  const language = useLanguage();
  const { name, intro } = collectionWords(t, collection, useMark());
  return (
    <li className="border-b border-line py-6">
      <a
        href={paths.collection(language, collection.slug)}
        className="grid items-center gap-x-8 gap-y-3 text-ink no-underline hover:underline md:grid-cols-2"
      >
        <span>
          <span className="block text-2xl leading-tight font-semibold">
            {name}
            {collection.isSample ? <SampleMark /> : null}
          </span>
          <span className="mt-1 block max-w-prose text-soft">{intro}</span>
          <span className="num mt-1 block text-sm text-soft">
            {t("catalog.productCount", { count: collection.count })}
            {collection.endsOn ? (
              <>
                {` · ${t("collections.until")} `}
                <LocalDay date={collection.endsOn} />
              </>
            ) : null}
          </span>
        </span>
        <span className="grid grid-cols-3 gap-2">
          {collection.cards.map((card) => (
            <CardPicture
              key={card.id}
              photo={card.photo}
              ocopSet={card.ocopSet}
              slug={card.slug}
              lazy="lazy"
            />
          ))}
        </span>
      </a>
    </li>
  );
}
