import type { LoaderFunctionArgs } from "@remix-run/node";
import { translatorFor } from "~/web/i18n";
import { languageOf } from "~/web/guard.server";
import { paths } from "~/web/paths";

/** What a phone needs to put the market on its home screen; nobody is asked to. */
export function loader(args: LoaderFunctionArgs) {
  const language = languageOf(args, null);
  const t = translatorFor(language);
  const icon = (name: string, size: number, purpose: "any" | "maskable") => ({
    src: `/icons/${name}.png`,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  });
  const manifest = {
    id: "/",
    name: t("common.appName"),
    short_name: t("common.appName"),
    description: t("site.manifestDescription"),
    lang: language,
    dir: "ltr",
    start_url: paths.home(language),
    scope: "/",
    // With the browser's way back: pages are pages, not screens of an app.
    display: "minimal-ui",
    background_color: "#fbf8f1",
    theme_color: "#fffdf8",
    categories: ["shopping", "food"],
    icons: [
      icon("icon-192", 192, "any"),
      icon("icon-512", 512, "any"),
      icon("icon-maskable-512", 512, "maskable"),
    ],
  };
  return new Response(JSON.stringify(manifest), {
    headers: {
      "Content-Type": "application/manifest+json; charset=utf-8",
      "Cache-Control": "no-cache",
    },
  });
}
