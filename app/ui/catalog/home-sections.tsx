import type { ReactNode } from "react";
import type { Facets, ProductCard } from "~/domain/catalog/types";
import type { HomeShelves } from "~/domain/catalog/types-home";
import { useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { CommuneLink } from "./commune-list";
import { ProductShelf } from "./product-shelf";

/** What this is, in one sentence, why to trust it in one line, and the first steps into it. */
export function Welcome(props: {
  provinceName: string;
  productCount: number;
  collection: HomeShelves["collection"];
}) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { collection } = props;
  return (
    <section className="grid items-center gap-x-12 gap-y-5 py-5 md:grid-cols-[2fr_1fr] md:py-8">
      <div>
        <h1 className="text-2xl sm:text-3xl lg:text-4xl">
          {t("catalog.welcomeTitle", { province: props.provinceName })}
        </h1>
        <p className="mt-3 max-w-xl text-soft sm:text-lg">{t("catalog.welcomeText")}</p>
        <p className="mt-5 flex flex-wrap gap-3">
          {collection ? (
            <a className="button button-main" href={paths.collection(language, collection.slug)}>
              {mark(collection.words.name, collection.words.languages.name)}
            </a>
          ) : null}
          <a
            className={`button ${collection ? "button-quiet" : "button-main"}`}
            href={props.productCount > 0 ? paths.products(language) : paths.register(language)}
          >
            {props.productCount > 0
              ? t("catalog.seeAllProducts", { count: props.productCount })
              : t("common.sellHere")}
          </a>
        </p>
      </div>
      <ul className="grid gap-y-2 border-l-4 border-leaf pl-5 font-medium md:text-lg">
        <li>{t("catalog.promiseChecked")}</li>
        <li>{t("catalog.promisePay")}</li>
        <li>{t("catalog.promiseShip")}</li>
        <li>{t("catalog.promiseReturn")}</li>
      </ul>
    </section>
  );
}

/** One band of the home page with its heading and the way to see more. */
export function HomeSection(props: {
  id: string;
  title: string;
  more?: { href: string; text: string };
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={props.id} className="border-t border-line py-8">
      <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id={props.id} className="text-2xl">
          {props.title}
        </h2>
        {props.more ? (
          <a
            href={props.more.href}
            aria-label={`${props.more.text}: ${props.title}`}
            className="inline-flex min-h-12 items-center"
          >
            {props.more.text}
          </a>
        ) : null}
      </div>
      {props.children}
    </section>
  );
}

/** A band of products; nothing where there are none. */
export function HomeShelf(props: {
  id: string;
  title: string;
  cards: readonly ProductCard[];
  more: { href: string; text: string };
}) {
  if (props.cards.length === 0) return null;
  return (
    <HomeSection id={props.id} title={props.title} more={props.more}>
      <ProductShelf cards={props.cards} heading="h3" />
    </HomeSection>
  );
}

/** The communes that products come from, each a way to its page. */
export function CommuneLinks({ communes }: Pick<Facets, "communes">) {
  const t = useT();
  return (
    <ul className="grid gap-x-6 sm:grid-cols-2 md:grid-cols-3 lg:grid-cols-4">
      {communes.map((commune) => (
        <li key={commune.code} className="border-b border-line">
          <CommuneLink commune={commune}>
            {t("catalog.productCount", { count: commune.count })}
          </CommuneLink>
        </li>
      ))}
    </ul>
  );
}
