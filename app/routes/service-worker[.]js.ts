import type { LoaderFunctionArgs } from "@remix-run/node";
import { present } from "~/platform/invariant";
import type { Language } from "~/platform/language";
import enhanceUrl from "~/ui/enhance.js?url";
import { listingPhoneUrl, sheetsPhoneUrl } from "~/ui/phone/bundle-addresses";
import source from "~/ui/service-worker.js?raw";
import { OFFERED_LANGUAGES, translatorFor } from "~/web/i18n";
import { paths } from "~/web/paths";

/** The worker with what it has to know of this build; another build is another worker, which drops what this one kept. */
export function loader({ context }: LoaderFunctionArgs) {
  const { version, styles } = present(context.assets, "the server says what it built");
  const settings = {
    version,
    shell: [
      ...OFFERED_LANGUAGES.map(paths.offline),
      ...styles,
      enhanceUrl,
      "/logo.svg",
      "/brocade.svg",
    ],
    desks: {
      listing: {
        root: "/household",
        pages: pagesOf(paths.listingOffline),
        files: [listingPhoneUrl, paths.pictureSheet()],
      },
      sheets: { root: "/agent", pages: pagesOf(paths.sheetsOffline), files: [sheetsPhoneUrl] },
    },
    texts: Object.fromEntries(OFFERED_LANGUAGES.map((language) => [language, textsOf(language)])),
  };
  return new Response(`const SETTINGS = ${JSON.stringify(settings)};\n${source}`, {
    headers: { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache" },
  });
}

function pagesOf(path: (language: Language) => string): Record<string, string> {
  return Object.fromEntries(OFFERED_LANGUAGES.map((language) => [language, path(language)]));
}

function textsOf(language: Language) {
  const t = translatorFor(language);
  return {
    copy: t("site.offlineCopy", { time: "{{time}}" }),
    seen: t("site.offlineSeen"),
    notSent: t("site.offlineNotSent"),
  };
}
