import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { now } from "~/platform/clock.server";
import { noticeForeignCommits } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { SESSION_COOKIE } from "~/domain/identity/sessions.server";
import { isCurrent, recordReads, type Snapshot } from "~/platform/table-versions.server";
import { cartCount, readCart } from "~/web/cookies.server";
import { publicAddress } from "./public-pages";
import { isFirstVisit } from "./first-visit";
import { chooseEncoding, encode, isWorthCompressing, type Encoding } from "./compress";

const ENTRIES_MAX = 5_000;
const BYTES_MAX = 64 * 1024 * 1024;

/** Of the public pages the ones that a reader's device may keep to show them without a connection (ui/service-worker.js). */
const OFFLINE_PAGES = /^(?:\/(?:en|km|hmn))?\/(?:products|households|lots)\/[^/?]+(?:\?|$)/;

/** A page as it was made, with what it was made from. */
type Page = {
  snapshot: Snapshot;
  /** Vietnam's day: certificates end and seasons turn at midnight. */
  day: string;
  status: number;
  headers: readonly [string, string][];
  etag: string;
  /** The bytes by encoding; compressed once, when first asked for. */
  bodies: Map<Encoding, Promise<Buffer>>;
  isCompressible: boolean;
  size: number;
};

type Make = (wanted: Wanted, signal: AbortSignal) => Promise<Response>;

type Wanted = {
  /** As the page is to be made, whatever else was asked for. */
  url: string;
  isFirstVisit: boolean;
};

export type PageCache = {
  /** Answers from the cache, making the page if need be; false when this request is none of its business. */
  answer: (incoming: IncomingMessage, outgoing: ServerResponse, make: Make) => Promise<boolean>;
};

/**
 * Public pages for guests, kept until a table that they were made from is written. Whoever asks for a page that is
 * being made waits for it, unless it was already out of date when it came. Nothing is shown that was changed
 * before the request came: what is kept is held against the latest commits each time.
 */
export function createPageCache(): PageCache {
  const pages = new Map<string, Page>();
  const beingMade = new Map<string, Promise<Page | null>>();
  let bytes = 0;

  const forget = (key: string) => {
    bytes -= pages.get(key)?.size ?? 0;
    pages.delete(key);
  };
  const find = (key: string, day: string): Page | null => {
    const page = pages.get(key);
    if (!page) return null;
    if (page.day !== day || !isCurrent(page.snapshot)) {
      forget(key);
      return null;
    }
    // The one used last stands last, so the first is the one to forget.
    pages.delete(key);
    pages.set(key, page);
    return page;
  };
  const keep = (key: string, page: Page) => {
    forget(key);
    pages.set(key, page);
    bytes += page.size;
    for (const oldest of pages.keys()) {
      if (pages.size <= ENTRIES_MAX && bytes <= BYTES_MAX) break;
      forget(oldest);
    }
  };
  const makeOnce = ({ key, ...wanted }: Kept, day: string, make: Make) => {
    const making = beingMade.get(key);
    if (making) return making;
    const made = makePage(day, (signal) => make(wanted, signal))
      .then((page) => {
        if (page) keep(key, page);
        return page;
      })
      .finally(() => beingMade.delete(key));
    beingMade.set(key, made);
    return made;
  };

  return {
    async answer(incoming, outgoing, make) {
      const kept = keptAs(incoming);
      if (kept === null) return false;
      noticeForeignCommits();
      const day = localDateOf(now());
      const known = find(kept.key, day);
      if (known) {
        await send(incoming, outgoing, known);
        return true;
      }
      const page = await makeOnce(kept, day, make);
      // No page to keep (a redirect, a failure), or something was changed while it was made.
      if (!page || !isCurrent(page.snapshot)) return false;
      await send(incoming, outgoing, page);
      return true;
    },
  };
}

type Kept = Wanted & { key: string };

/** What a page is kept under and made from, or null for a request that must be answered by itself. */
function keptAs({ method, url: asked = "/", headers }: IncomingMessage): Kept | null {
  const url = method === "GET" || method === "HEAD" ? publicAddress(asked) : null;
  if (url === null) return null;
  const { cookie = "" } = headers;
  if (cookie.includes(`${SESSION_COOKIE}=`)) return null;
  const count = cookie === "" ? 0 : cartCount(readCart({ headers: { get: () => cookie } }));
  const isFirst = isFirstVisit(headers);
  return { key: `${headers.host} ${count} ${isFirst} ${url}`, url, isFirstVisit: isFirst };
}

const KEPT_STATUSES = new Set([200, 404, 410]);
/** An entry's own weight in memory: key, headers, promises. */
const OVERHEAD_BYTES = 2_000;

async function makePage(
  day: string,
  make: (signal: AbortSignal) => Promise<Response>,
): Promise<Page | null> {
  // Whoever asked first may hang up; others wait for the page.
  const finished = new AbortController();
  const { value: response, snapshot } = await recordReads(() => make(finished.signal)).finally(() =>
    finished.abort(),
  );
  if (!KEPT_STATUSES.has(response.status) || response.headers.has("Set-Cookie")) return null;
  const plain = Buffer.from(await response.arrayBuffer());
  const type = response.headers.get("Content-Type") ?? "";
  return {
    snapshot,
    day,
    status: response.status,
    headers: [
      ...[...response.headers].filter(([name]) => name.toLowerCase() !== "content-length"),
      ["vary", "Accept-Encoding, Cookie, Sec-Fetch-Site"],
    ],
    etag: `W/"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
    bodies: new Map([["identity", Promise.resolve(plain)]]),
    isCompressible: isWorthCompressing(type, plain.length),
    size: plain.length * 2 + OVERHEAD_BYTES,
  };
}

async function send(incoming: IncomingMessage, outgoing: ServerResponse, page: Page) {
  const { headers, etag, status } = page;
  const entityHeaders = [...headers.flat(), "etag", etag];
  // Only here, where no request carries a session: what is marked was made for nobody in particular.
  if (status === 200 && OFFLINE_PAGES.test(incoming.url ?? "")) {
    entityHeaders.push("keep-offline", "guest");
  }
  if (status === 200 && incoming.headers["if-none-match"]?.split(/,\s*/).includes(etag)) {
    outgoing.writeHead(304, entityHeaders).end();
    return;
  }
  const wanted = page.isCompressible
    ? chooseEncoding(String(incoming.headers["accept-encoding"] ?? ""))
    : "identity";
  const body = await bodyOf(page, wanted);
  const encoding = wanted === "identity" ? [] : ["content-encoding", wanted];
  outgoing.writeHead(status, [
    ...entityHeaders,
    ...encoding,
    "content-length",
    String(body.length),
  ]);
  outgoing.end(incoming.method === "HEAD" ? undefined : body);
}

function bodyOf(page: Page, encoding: Encoding): Promise<Buffer> {
  const known = page.bodies.get(encoding);
  if (known) return known;
  const made = bodyOf(page, "identity").then((plain) => encode(plain, encoding));
  page.bodies.set(encoding, made);
  return made;
}
