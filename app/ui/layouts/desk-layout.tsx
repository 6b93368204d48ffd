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
  const path = site.path.split("?")[0];
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
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2">
          <Brand href={paths.home(site.language)} />
          <p className="font-semibold">{props.deskName}</p>
          <div className="ml-auto flex flex-wrap items-center gap-4">
            <a
              href={paths.account()}
              className="inline-flex min-h-12 items-center text-ink no-underline hover:underline"
            >
              {site.user?.fullName}
            </a>
            <form method="post" action={paths.signOut()}>
              <button className="button button-quiet">{t("common.signOut")}</button>
            </form>
          </div>
        </div>
        <nav aria-label={props.deskName} className="mx-auto max-w-6xl px-4">
          <ul className="flex flex-wrap gap-x-2">
            {props.links.map((link) => (
              <li key={link.href}>
                <a
                  href={link.href}
                  aria-current={path === link.href.split("?")[0] ? "page" : undefined}
                  className="inline-flex min-h-12 items-center gap-2 rounded-t px-3 text-ink no-underline hover:underline aria-[current=page]:bg-ground aria-[current=page]:font-semibold"
                >
                  <span aria-hidden="true">{link.icon}</span>
                  {link.text}
                  {link.count ? (
                    <span className="num rounded-full bg-persimmon-tint px-2 text-sm font-semibold text-persimmon">
                      {link.count}
                    </span>
                  ) : null}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <DemoStrip />
      </header>
      <main id="main" className="mx-auto w-full max-w-6xl px-4 pt-4 pb-16">
        {props.children}
      </main>
    </>
  );
}
