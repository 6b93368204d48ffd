import { useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { languageOfText } from "~/platform/vietnamese-letters";
import { useLang, useMark } from "~/ui/in-language";
import { useSite, useT } from "~/ui/site";
import { OFFERED_LANGUAGES, translatedShare, translatorFor } from "~/web/i18n";
import { paths } from "~/web/paths";
import { inLanguage } from "~/web/with-query";

/** Header, content and footer of every public page. */
export function StoreLayout({ children }: { children: ReactNode }) {
  const t = useT();
  return (
    <>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-raised focus:p-3"
      >
        {t("common.skipToContent")}
      </a>
      <StoreHeader />
      <main id="main" className="mx-auto w-full max-w-6xl px-4 pt-4 pb-16">
        {children}
      </main>
      <StoreFooter />
    </>
  );
}

const LINK = "inline-flex min-h-12 items-center font-medium text-ink no-underline hover:underline";

function StoreHeader() {
  const t = useT();
  const site = useSite();
  const [query] = useSearchParams();
  const typed = query.get("q") ?? "";
  return (
    <header className="no-print bg-raised">
      {/* On a narrow screen: name and cart, then the links, then the search. */}
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-3 px-4 py-2 sm:gap-x-6 sm:gap-y-2">
        <Brand href={paths.home(site.language)} />
        <search className="order-last w-full lg:order-none lg:w-auto lg:grow">
          <form action={paths.products(site.language)} className="relative flex gap-2">
            <label htmlFor="site-search" className="sr-only">
              {t("common.search")}
            </label>
            <input
              id="site-search"
              type="search"
              name="q"
              placeholder={t("common.searchPlaceholder")}
              autoComplete="off"
              maxLength={100}
              data-suggestions={paths.suggestions(site.language)}
              data-suggestions-label={t("common.suggestions")}
              className="text-ellipsis"
              defaultValue={typed}
              lang={useLang(languageOfText(typed, site.language))}
            />
            <button className="button button-main shrink-0">
              <SearchIcon />
              <span className="sr-only sm:not-sr-only">{t("common.search")}</span>
            </button>
          </form>
        </search>
        <nav
          aria-label={t("common.menu")}
          className="order-2 w-full sm:order-none sm:ml-auto sm:w-auto"
        >
          <ul className="flex flex-wrap items-center gap-x-5">
            <HeaderLink href={paths.products(site.language)} text={t("common.products")} />
            {site.user ? (
              <HeaderLink href={deskHref(site.user.desk)} text={deskText(t, site.user.desk)} />
            ) : (
              <HeaderLink href={paths.signIn(site.language)} text={t("common.signIn")} />
            )}
          </ul>
        </nav>
        <a
          href={paths.cart(site.language)}
          // A copy kept for reading offline says only the word.
          data-cart={site.cartCount > 0 ? t("common.cart") : undefined}
          className={`order-1 ml-auto whitespace-nowrap sm:order-none sm:ml-0 ${LINK}`}
        >
          {site.cartCount > 0
            ? t("common.cartWithCount", { count: site.cartCount })
            : t("common.cart")}
        </a>
      </div>
      <div className="brocade" />
      <DemoStrip />
      <PartlyTranslatedStrip />
    </header>
  );
}

function SearchIcon() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" className="sm:hidden">
      <path
        d="M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12zm4.5 10.5L20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </svg>
  );
}

export function Brand({ href }: { href: string }) {
  const t = useT();
  return (
    <a href={href} className="flex min-h-12 items-center gap-2 text-ink no-underline">
      <img src="/logo.svg" alt="" width={36} height={36} />
      <span className="text-xl font-bold">{t("common.appName")}</span>
    </a>
  );
}

function HeaderLink({ href, text }: { href: string; text: string }) {
  return (
    <li>
      <a href={href} className={LINK}>
        {text}
      </a>
    </li>
  );
}

export function DemoStrip() {
  const t = useT();
  const site = useSite();
  if (!site.isDemo) return null;
  return (
    <p className="bg-honey-tint px-4 py-1 text-center text-sm text-ink">
      {t("common.demoNotice")}{" "}
      <a
        href={paths.simulatedMessages(site.language)}
        className="-my-3.5 inline-flex min-h-12 items-center text-ink underline"
      >
        {t("notices.messagesLink")}
      </a>
    </p>
  );
}

/** A language whose texts are not all approved yet says so, and what the rest is in. */
function PartlyTranslatedStrip() {
  const t = useT();
  const { language } = useSite();
  const share = translatedShare(language);
  if (share.count === share.total) return null;
  return (
    <p className="border-b border-line px-4 py-1 text-center text-sm">
      {t("common.partlyTranslated", { ...share, language: t(`common.languageName_${language}`) })}
    </p>
  );
}

type Desk = "household" | "agent" | "department" | null;

function deskHref(desk: Desk): string {
  switch (desk) {
    case "household":
      return paths.householdDesk();
    case "agent":
      return paths.agentDesk();
    case "department":
      return paths.departmentDesk();
    case null:
      return paths.account();
  }
}

function deskText(t: ReturnType<typeof useT>, desk: Desk): string {
  switch (desk) {
    case "household":
      return t("common.householdDesk");
    case "agent":
      return t("common.agentDesk");
    case "department":
      return t("common.departmentDesk");
    case null:
      return t("common.account");
  }
}

function LanguageLinks() {
  const { language, path } = useSite();
  return OFFERED_LANGUAGES.filter((one) => one !== language).map((one) => (
    <li key={one}>
      <a
        href={inLanguage(one, path)}
        hrefLang={one}
        lang={one}
        className="inline-flex min-h-12 items-center font-medium text-ink"
      >
        {translatorFor(one)(`common.languageName_${one}`)}
      </a>
    </li>
  ));
}

function StoreFooter() {
  const t = useT();
  const site = useSite();
  const mark = useMark();
  const { name, contact } = site.operator;
  return (
    <footer className="no-print border-t border-line bg-raised">
      <div className="mx-auto grid max-w-6xl gap-4 px-4 py-8">
        <p className="max-w-xl text-soft">
          {site.provinceName === ""
            ? t("common.appName")
            : t("common.footerAbout", { province: site.provinceName })}
        </p>
        {name === "" ? null : (
          <p className="max-w-xl text-soft">
            {t("common.operator", { name: mark(name, "vi"), contact: mark(contact, "vi") })}
          </p>
        )}
        <ul className="flex flex-wrap gap-x-4 sm:gap-x-6">
          <HeaderLink href={paths.collections(site.language)} text={t("collections.title")} />
          <HeaderLink href={paths.communes(site.language)} text={t("places.allCommunes")} />
          <HeaderLink href={paths.wanted(site.language)} text={t("supply.wantedTitle")} />
          <HeaderLink href={paths.register(site.language)} text={t("common.sellHere")} />
          <HeaderLink href={paths.lessons(site.language)} text={t("lessons.title")} />
          <HeaderLink href={paths.terms(site.language)} text={t("terms.title")} />
          <HeaderLink href={paths.orders(site.language)} text={t("orders.lookupLink")} />
          <HeaderLink href={paths.lotSearch(site.language)} text={t("common.lotSearch")} />
          <HeaderLink href={paths.statistics(site.language)} text={t("common.statistics")} />
          <LanguageLinks />
        </ul>
      </div>
    </footer>
  );
}
