import { Links, Meta } from "@remix-run/react";
import type { ReactNode } from "react";
import { useSite } from "~/ui/site";
import { OFFERED_LANGUAGES } from "~/web/i18n";
import { inLanguage } from "~/web/paths";
import enhanceUrl from "~/ui/enhance.js?url";

/** The document around every page. No framework script: `enhance.js` only adds. */
export function Document({ children }: { children: ReactNode }) {
  const site = useSite();
  const path = site.path.split("?")[0] ?? "/";
  return (
    <html lang={site.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#1f5b3a" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {site.isPublic && site.origin !== "" ? (
          <>
            {OFFERED_LANGUAGES.map((one) => (
              <link
                key={one}
                rel="alternate"
                hrefLang={one}
                href={site.origin + inLanguage(one, path)}
              />
            ))}
          </>
        ) : null}
        <Meta />
        <Links />
        <script type="module" src={enhanceUrl} />
      </head>
      <body>{children}</body>
    </html>
  );
}
