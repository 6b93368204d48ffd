import type { ReactNode } from "react";
import type { Facets } from "~/domain/catalog/types";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** What this is, in one sentence, and the first steps into it. */
export function Welcome(props: { provinceName: string; productCount: number }) {
  const t = useT();
  const language = useLanguage();
  return (
    <section className="grid items-center gap-6 py-6 md:grid-cols-[3fr_2fr] md:gap-12 md:py-10">
      <div>
        <h1 className="text-3xl md:text-5xl md:leading-tight">
          {t("catalog.welcomeTitle", { province: props.provinceName })}
        </h1>
        <p className="mt-4 max-w-xl text-lg text-soft">{t("catalog.welcomeText")}</p>
        <p className="mt-6 flex flex-wrap gap-3">
          <a className="button button-main" href={paths.products(language)}>
            {t("catalog.seeAllProducts", { count: props.productCount })}
          </a>
        </p>
      </div>
      <ol className="grid gap-x-6 gap-y-3 border-l-4 border-persimmon pl-5">
        <Step title={t("catalog.step1Title")} text={t("catalog.step1Text")} />
        <Step title={t("catalog.step2Title")} text={t("catalog.step2Text")} />
        <Step title={t("catalog.step3Title")} text={t("catalog.step3Text")} />
      </ol>
    </section>
  );
}

function Step(props: { title: string; text: string }) {
  return (
    <li>
      <p className="font-semibold">{props.title}</p>
      <p className="text-soft">{props.text}</p>
    </li>
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
          <a href={props.more.href} className="inline-flex min-h-12 items-center">
            {props.more.text}
          </a>
        ) : null}
      </div>
      {props.children}
    </section>
  );
}

/** The communes that products come from, each a way into the list. */
export function CommuneLinks({ communes }: Pick<Facets, "communes">) {
  const t = useT();
  const language = useLanguage();
  return (
    <ul className="grid gap-x-6 sm:grid-cols-2 md:grid-cols-3 lg:grid-cols-4">
      {communes.map((commune) => (
        <li key={commune.code} className="border-b border-line">
          <a
            href={paths.products(language, { commune: commune.code })}
            className="flex min-h-12 items-center justify-between gap-2 py-2 text-ink no-underline hover:underline"
          >
            {commune.name}
            <span className="num text-sm whitespace-nowrap text-soft">
              {t("catalog.productCount", { count: commune.count })}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
