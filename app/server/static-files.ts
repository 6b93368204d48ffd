import { mkdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";
import { uploadsFolder } from "~/platform/storage.server";

type Serve = (request: IncomingMessage, response: ServerResponse, otherwise: () => void) => void;

const HOUR_SECONDS = 3_600;
const YEAR_SECONDS = 31_536_000;

/**
 * Files: built assets, uploads and drawings have content-bound addresses and never change; the rest of `public/` is
 * asked for again after an hour. Compressed copies made by the build (`.br`, `.gz`) are sent where they exist.
 */
export function createStaticFiles(clientFolder: string): Serve {
  mkdirSync(uploadsFolder(), { recursive: true });
  const built = sirv(clientFolder, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders(response, pathname) {
      const isBound = /^\/(?:assets|pictures)\//.test(pathname);
      response.setHeader(
        "Cache-Control",
        isBound
          ? `public, max-age=${YEAR_SECONDS}, immutable`
          : `public, max-age=${HOUR_SECONDS}, stale-while-revalidate=${HOUR_SECONDS}`,
      );
      response.setHeader("X-Content-Type-Options", "nosniff");
    },
  });
  const uploads = sirv(uploadsFolder(), {
    dev: true, // files appear while we run
    setHeaders(response) {
      response.setHeader("Cache-Control", `public, max-age=${YEAR_SECONDS}, immutable`);
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Content-Security-Policy", "default-src 'none'");
    },
  });
  return (request, response, otherwise) => {
    const url = request.url ?? "";
    if (url.startsWith("/uploads/")) {
      const whole = request.url;
      request.url = url.slice("/uploads".length);
      uploads(request, response, () => {
        request.url = whole ?? "/";
        otherwise();
      });
      return;
    }
    if (hasExtension(url)) built(request, response, otherwise);
    else otherwise();
  };
}

// Pages have no extension (or end in `.csv`, `.json`, `.svg` under a route); a file look-up for each would be waste.
function hasExtension(url: string): boolean {
  return /\.[a-z0-9]+(\?|$)/i.test(url);
}
