import type { ReactNode } from "react";
import { Icon } from "~/ui/households/icon";
import { Brand, DemoStrip } from "~/ui/layouts/store-layout";
import { Notice } from "~/ui/primitives/notice";
import { useSite, useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";
import type { StateName, Texts } from "./page-parts";
import { PLACES } from "./typed-place";

/**
 * A page that a phone keeps and asks through without a line: its script shows a part of the templates at a time. Without
 * script it says so, and where the same is done otherwise.
 */
export function PhonePage(props: {
  /** The address of its script. */
  script: string;
  /** What the script finds wrong. */
  codes: readonly string[];
  dropSure: string;
  states: Partial<Record<StateName, string>>;
  needsScript: { title: string; href: string; text: string };
  children: ReactNode;
}) {
  const t = useT();
  const { language } = useSite();
  const errors = Object.fromEntries(props.codes.map((code) => [code, errorText(t, code, PLACES)]));
  const texts: Texts = { errors, dropSure: props.dropSure, full: t("phone.full") };
  const { title, href, text } = props.needsScript;
  return (
    <>
      <script type="module" src={props.script} />
      <header className="border-b-4 border-leaf bg-raised">
        <div className="mx-auto flex max-w-2xl flex-wrap items-center gap-x-4 px-4">
          <Brand href={paths.home(language)} />
          <p data-desk-name="" lang="vi" className="min-w-0 flex-1 text-right font-semibold" />
        </div>
        <DemoStrip />
      </header>
      <main
        id="main"
        className="mx-auto w-full max-w-2xl px-4 pt-4 pb-16"
        data-phone-page={JSON.stringify(texts)}
      >
        <output
          data-line-off=""
          hidden
          className="mb-4 flex items-center gap-3 rounded border-l-4 border-honey bg-raised px-4 py-2 font-semibold"
        >
          <Icon name="clock" />
          {t("phone.lineOff")}
        </output>
        <noscript>
          <Notice tone="plain" title={title}>
            <a href={href} className="inline-flex min-h-12 items-center">
              {text}
            </a>
          </Notice>
        </noscript>
        <div data-view="" />
      </main>
      <template data-name="states" data-texts={JSON.stringify(props.states)} />
      {props.children}
    </>
  );
}
