import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";

const OWN_FILES_ONLY = "style-src 'self'";

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
): (page: Response) => Promise<Response> {
  const sheets = addresses.map((address) => {
    const styles = readFileSync(join(clientFolder, address), "utf8");
    return {
      link: `<link rel="stylesheet" href="${address}"/>`,
      within: `<style>${styles}</style>`,
      source: `'sha256-${createHash("sha256").update(styles).digest("base64")}'`,
    };
  });
  const allowed = [OWN_FILES_ONLY, ...sheets.map(({ source }) => source)].join(" ");
  return async (page) => {
    const headers = new Headers(page.headers);
    const policy = headers.get("Content-Security-Policy") ?? "";
    headers.set("Content-Security-Policy", policy.replace(OWN_FILES_ONLY, allowed));
    let html = await page.text();
    for (const { link, within } of sheets) {
      // Last, for what the head asks for is then on its way while the styles are still coming.
      if (html.includes(link))
        html = html.replace(link, "").replace("</head>", (end) => within + end);
    }
    return new Response(html, { status: page.status, headers });
  };
}

/** True for who has no page of this shop open: browsers say so, older ones by the page that they come from. */
export function isFirstVisit(headers: IncomingHttpHeaders): boolean {
  const from = headers["sec-fetch-site"];
  if (from !== undefined) return from !== "same-origin";
  const { referer = "", host } = headers;
  return !URL.canParse(referer) || new URL(referer).host !== host;
}
