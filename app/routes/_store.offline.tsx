import type { MetaFunction } from "@remix-run/node";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("site.offlineTitle"));

/** Kept by the service worker and shown in place of what cannot be reached; it fills in what was seen, and why. */
export default function OfflinePage() {
  const t = useT();
  const language = useLanguage();
  return (
    <div className="mx-auto max-w-2xl py-10">
      <h1 className="text-3xl">{t("site.offlineTitle")}</h1>
      <p data-why="" className="mt-4 text-lg text-soft">
        {t("site.offlineText")}
      </p>
      <p className="mt-6 flex flex-wrap gap-3">
        {/* oxlint-disable-next-line jsx-a11y/anchor-is-valid -- the address that was wanted, once more */}
        <a className="button button-main" href="">
          {t("site.offlineRetry")}
        </a>
        <a className="button button-quiet" href={paths.home(language)}>
          {t("common.goHome")}
        </a>
      </p>
      <div data-seen="" />
    </div>
  );
}
