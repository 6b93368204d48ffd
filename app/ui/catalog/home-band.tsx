import type { HomeShelves } from "~/domain/catalog/types-home";
import { useMark } from "~/ui/in-language";
import { LocalDay } from "~/ui/primitives/local-time";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { collectionWords } from "./collection-words";
import { ProductShelf } from "./product-shelf";

/** The department's first collection, on top of everything in its days. */
export function FirstCollection(props: { collection: NonNullable<HomeShelves["collection"]> }) {
  const t = useT();
  const language = useLanguage();
  const { slug, words, endsOn, cards } = props.collection;
  const { name, intro } = collectionWords(t, { words, computed: null }, useMark());
  return (
    <section
      aria-labelledby="first-collection"
      className="-mx-4 mb-4 bg-honey-tint px-4 py-6 sm:mx-0 sm:rounded-lg sm:px-6"
    >
      <h2 id="first-collection" className="text-2xl md:text-3xl">
        {name}
      </h2>
      <p className="mt-1 max-w-prose">{intro}</p>
      <p className="mt-1 mb-5 text-sm text-soft">
        {`${t("collections.until")} `}
        <LocalDay date={endsOn} />
      </p>
      <ProductShelf cards={cards} heading="h3" isFirst />
      <p className="mt-6">
        <a className="button button-main" href={paths.collection(language, slug)}>
          {t("collections.seeWhole")}
        </a>
      </p>
    </section>
  );
}

/** How buying, paying and delivery work, and why a stranger may trust it: three lines each. */
export function HowToBuy() {
  const t = useT();
  return (
    <section aria-labelledby="how" className="border-t border-line py-8">
      <h2 id="how" className="mb-5 text-2xl">
        {t("catalog.howTitle")}
      </h2>
      <div className="grid gap-x-12 gap-y-6 md:grid-cols-2">
        <ol className="grid content-start gap-y-3 border-l-4 border-persimmon pl-5">
          <Point title={t("catalog.step1Title")} text={t("catalog.step1Text")} />
          <Point title={t("catalog.step2Title")} text={t("catalog.step2Text")} />
          <Point title={t("catalog.step3Title")} text={t("catalog.step3Text")} />
        </ol>
        <ul className="grid content-start gap-y-3 border-l-4 border-leaf pl-5">
          <Point title={t("catalog.trustChecked")} text={t("catalog.trustCheckedText")} />
          <Point title={t("catalog.trustStars")} text={t("catalog.trustStarsText")} />
          <Point title={t("catalog.trustReturn")} text={t("catalog.trustReturnText")} />
        </ul>
      </div>
    </section>
  );
}

function Point(props: { title: string; text: string }) {
  return (
    <li>
      <p className="font-semibold">{props.title}</p>
      <p className="text-soft">{props.text}</p>
    </li>
  );
}
