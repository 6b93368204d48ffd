import type { ReactNode } from "react";
import { useSite, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { Brand, DemoStrip } from "./store-layout";

export type DeskLink = { href: string; text: string; icon: ReactNode; count?: number };

/** Frame of the desks. `tone` colours the strip: leaf for sellers and agents, indigo for the department. */
export function DeskLayout(props: {
  tone: "leaf" | "indigo";
  deskName: string;
  links: readonly DeskLink[];
  children: ReactNode;
}) {
  const t = useT();
  const site = useSite();
  const strip = props.tone === "indigo" ? "border-indigo" : "border-leaf";
  return (
    <>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-raised focus:p-3"
      >
        {t("common.skipToContent")}
      </a>
      <header className={`no-print border-b-4 bg-raised ${strip}`}>
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-4 px-4 sm:gap-x-6 sm:py-2">
          <Brand href={paths.home(site.language)} />
          <p className="min-w-0 flex-1 font-semibold max-sm:text-right max-sm:text-sm max-sm:leading-tight">
            {props.deskName}
          </p>
          <div className="flex w-full items-center justify-between gap-4 sm:w-auto">
            <a
              href={paths.account()}
              className="inline-flex min-h-12 items-center text-ink no-underline hover:underline"
            >
              {site.user?.fullName}
            </a>
            <form method="post" action={paths.signOut()}>
              <button className="button button-quiet shrink-0 max-sm:border-transparent max-sm:px-0">
                {t("common.signOut")}
              </button>
            </form>
          </div>
        </div>
        <DeskMenu name={props.deskName} links={props.links} />
        <DemoStrip />
      </header>
      <main id="main" className="mx-auto w-full max-w-6xl px-4 pt-4 pb-16">
        {props.children}
      </main>
    </>
  );
}

// A phone shows four beside each other under their pictures; more than that stand under theirs at every width, in one
// row from 1280 px, and scroll in one row on a phone.
const FEW_LINKS = 4;

function DeskMenu({ name, links }: { name: string; links: readonly DeskLink[] }) {
  const path = useSite().path.split("?")[0];
  const isFew = links.length <= FEW_LINKS;
  const list = isFew ? "max-sm:grid max-sm:auto-cols-fr max-sm:grid-flow-col" : "overflow-x-auto";
  const link = isFew
    ? "gap-2 px-3 max-sm:w-full max-sm:flex-col max-sm:justify-center max-sm:gap-0 max-sm:px-0 max-sm:py-1 max-sm:text-sm max-sm:leading-tight"
    : "gap-0.5 px-2.5 py-1.5 flex-col justify-center leading-tight";
  return (
    <nav aria-label={name} className="mx-auto max-w-6xl sm:px-4">
      <ul className={`flex sm:flex-wrap ${list}`}>
        {links.map((one) => (
          <li key={one.href} className={isFew ? "" : "shrink-0"}>
            <a
              href={one.href}
              aria-current={path === one.href.split("?")[0] ? "page" : undefined}
              className={`inline-flex min-h-12 items-center rounded-t text-ink no-underline hover:underline aria-[current=page]:bg-ground aria-[current=page]:font-semibold ${link}`}
            >
              <span aria-hidden="true">{one.icon}</span>
              <span className="flex items-center gap-1.5">
                {one.text}
                {one.count ? (
                  <span className="num rounded-full bg-persimmon-tint px-2 text-sm font-semibold text-persimmon">
                    {one.count}
                  </span>
                ) : null}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
