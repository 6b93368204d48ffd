import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";

const OWN_FILES_ONLY = "style-src 'self'";

export type InlineStyles = {
  /** The page with its styles within, in place of the links to them. */
  inHtml: (html: string) => string;
  /** The content security policy that allows them, and no others. */
  inPolicy: (policy: string) => string;
};

/**
 * Makes a page carry its styles within. On a slow line a stylesheet of its own costs a first visit one more way there
 * and back before anything is painted. The pages after it link the file, which the service worker has fetched by then.
 *
 * @param addresses of the stylesheets, as pages link them
 * @param clientFolder where their files are
 */
export function createInlineStyles(
  addresses: readonly string[],
  clientFolder: string,
): InlineStyles {
  const sheets = addresses.map((address) => {
    const styles = readFileSync(join(clientFolder, address), "utf8");
    return {
      link: `<link rel="stylesheet" href="${address}"/>`,
      within: `<style>${styles}</style>`,
      source: `'sha256-${createHash("sha256").update(styles).digest("base64")}'`,
    };
  });
  const allowed = [OWN_FILES_ONLY, ...sheets.map(({ source }) => source)].join(" ");
  return {
    inHtml(page) {
      let html = page;
      for (const { link, within } of sheets) {
        if (!html.includes(link)) continue;
        // Last, for what the head asks for is then on its way while the styles are still coming.
        html = html.replace(link, "").replace("</head>", (end) => within + end);
      }
      return html;
    },
    inPolicy: (policy) => policy.replace(OWN_FILES_ONLY, allowed),
  };
}

/**
 * True for who comes from elsewhere: a typed address, a link in a message, another site. Browsers say so, older ones
 * by the page that they come from.
 */
export function isFirstVisit(headers: IncomingHttpHeaders): boolean {
  const from = headers["sec-fetch-site"];
  if (from !== undefined) return from !== "same-origin";
  const { referer = "", host } = headers;
  return !URL.canParse(referer) || new URL(referer).host !== host;
}
