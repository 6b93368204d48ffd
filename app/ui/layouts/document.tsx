import { Links, Meta } from "@remix-run/react";
import type { ReactNode } from "react";
import { useSite } from "~/ui/site";
import { translatorFor } from "~/web/i18n";
import { paths } from "~/web/paths";
import enhanceUrl from "~/ui/enhance.js?url";

/** The document around every page. No framework script: `enhance.js` only adds. */
export function Document({ children }: { children: ReactNode }) {
  const { language } = useSite();
  const t = translatorFor(language);
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {/* The header's ground, as in styles.css. */}
        <meta name="theme-color" content="#fffdf8" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#1f2622" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icons/apple-touch-icon.png" />
        <link rel="manifest" href={paths.manifest(language)} />
        <link
          rel="alternate"
          type="application/atom+xml"
          title={t("site.feedTitle")}
          href={paths.feed(language)}
        />
        {/* Styles before words: on a slow line the head arrives in pieces. */}
        <Links />
        <Meta />
        <script type="module" src={enhanceUrl} />
      </head>
      <body>{children}</body>
    </html>
  );
}
