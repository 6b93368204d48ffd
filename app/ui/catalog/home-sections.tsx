import type { ReactNode } from "react";
import type { Facets, ProductCard } from "~/domain/catalog/types";
import type { HomeShelves } from "~/domain/catalog/types-home";
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
  const { collection } = props;
  return (
    <section className="py-6 md:py-10">
      <h1 className="max-w-4xl text-3xl md:text-5xl md:leading-tight">
        {t("catalog.welcomeTitle", { province: props.provinceName })}
      </h1>
      <p className="mt-3 max-w-2xl text-lg text-soft">{t("catalog.welcomeText")}</p>
      <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1 font-medium text-leaf">
        {[t("catalog.promiseChecked"), t("catalog.promisePay"), t("catalog.promiseReturn")].map(
          (promise) => (
            <li key={promise}>
              <span aria-hidden="true">✓ </span>
              {promise}
            </li>
          ),
        )}
      </ul>
      <p className="mt-5 flex flex-wrap gap-3">
        {collection ? (
          <a className="button button-main" href={paths.collection(language, collection.slug)}>
            {collection.words.name}
          </a>
        ) : null}
        <a
          className={`button ${collection ? "button-quiet" : "button-main"}`}
          href={paths.products(language)}
        >
          {t("catalog.seeAllProducts", { count: props.productCount })}
        </a>
      </p>
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
