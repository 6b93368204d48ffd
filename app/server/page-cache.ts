import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { now } from "~/platform/clock.server";
import { noticeForeignCommits } from "~/platform/db.server";
import { instantOfIso, localDateOf } from "~/platform/period";
import { SESSION_COOKIE } from "~/domain/identity/sessions.server";
import { isCurrent, recordReads, type Snapshot } from "~/platform/table-versions.server";
import { cartCount, readCart } from "~/web/cookies.server";
import { createKeptPages } from "./kept-pages";
import { isDataFile, publicAddress } from "./public-pages";
import { bytesOf } from "~/web/text-response.server";
import { isFirstVisit, type InlineStyles } from "./first-visit";
import { chooseEncoding, encode, isWorthCompressing, type Encoding } from "./compress";

const POLICY = "content-security-policy";

/** Of the public pages the ones that a reader's device may keep to show them without a connection (ui/service-worker.js). */
const OFFLINE_PAGES = /^(?:\/(?:en|km|hmn))?\/(?:products|households|lots)\/[^/?]+(?:\?|$)/;

/** A page as it was made, with what it was made from. */
type Page = {
  snapshot: Snapshot;
  /** Vietnam's day: certificates end and seasons turn at midnight. */
  day: string;
  headers: readonly [string, string][];
  /** Of the page as it was made. */
  hash: string;
  plain: Buffer;
  /** Compressed once for each form and encoding, when first asked for. */
  compressed: Map<string, Promise<Buffer>>;
  isHtml: boolean;
  isCompressible: boolean;
  size: number;
};

/** @param url as the page is to be made, whatever else was asked for */
type Make = (url: string, signal: AbortSignal) => Promise<Response>;

export type PageCache = {
  /** Answers from the cache, making the page if need be; false when this request is none of its business. */
  answer: (incoming: IncomingMessage, outgoing: ServerResponse, make: Make) => Promise<boolean>;
};

/**
 * Public pages for guests, kept until a table that they were made from is written. Whoever asks for a page that is
 * being made waits for it, unless it was already out of date when it came. Nothing is shown that was changed
 * before the request came: what is kept is held against the latest commits each time.
 */
export function createPageCache(inlineStyles: InlineStyles): PageCache {
  const pages = createKeptPages<Page>();
  const beingMade = new Map<string, Promise<Page | null>>();

  const find = (key: string, day: string): Page | null => {
    const page = pages.find(key);
    if (!page) return null;
    if (page.day === day && isCurrent(page.snapshot)) return page;
    pages.forget(key);
    return null;
  };
  const makeOnce = ({ key, url }: Kept, day: string, make: Make) => {
    const making = beingMade.get(key);
    if (making) return making;
    const made = makePage(day, (signal) => make(url, signal))
      .then((page) => {
        if (page) pages.keep(key, page);
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
        await send({ incoming, outgoing, inlineStyles }, known);
        return true;
      }
      const page = await makeOnce(kept, day, make);
      // No page to keep (a redirect, a failure), or something was changed while it was made.
      if (!page || !isCurrent(page.snapshot)) return false;
      await send({ incoming, outgoing, inlineStyles }, page);
      return true;
    },
  };
}

type Kept = { key: string; url: string };

/** What a page is kept under and made from, or null for a request that must be answered by itself. */
function keptAs({ method, url: asked = "/", headers }: IncomingMessage): Kept | null {
  const url = method === "GET" || method === "HEAD" ? publicAddress(asked) : null;
  if (url === null) return null;
  const { host } = headers;
  // The same for everybody, and dear to make: it shows no cart, and no session makes another of it.
  if (isDataFile(url)) return { key: `${host} ${url}`, url };
  const { cookie = "" } = headers;
  if (cookie.includes(`${SESSION_COOKIE}=`)) return null;
  const count = cookie === "" ? 0 : cartCount(readCart({ headers: { get: () => cookie } }));
  return { key: `${host} ${count} ${url}`, url };
}

/** An entry's own weight in memory: key, headers, promises, and the styles, compressed with the page. */
const OVERHEAD_BYTES = 10_000;

/** What this says itself of the bytes that it sends. */
const OWN_HEADERS: ReadonlySet<string> = new Set(["content-length", "etag"]);

async function makePage(
  day: string,
  make: (signal: AbortSignal) => Promise<Response>,
): Promise<Page | null> {
  // Whoever asked first may hang up; others wait for the page.
  const finished = new AbortController();
  const { value: response, snapshot } = await recordReads(() => make(finished.signal)).finally(() =>
    finished.abort(),
  );
  // Of addresses without a page there is no end: kept, they would push out the pages that people read.
  if (response.status !== 200 || response.headers.has("Set-Cookie")) return null;
  const plain = await bytesOf(response);
  const type = response.headers.get("Content-Type") ?? "";
  return {
    snapshot,
    day,
    headers: [
      ...[...response.headers].filter(([name]) => !OWN_HEADERS.has(name.toLowerCase())),
      ["vary", "Accept-Encoding, Cookie, Sec-Fetch-Site"],
    ],
    hash: createHash("sha256").update(plain).digest("base64url").slice(0, 22),
    plain,
    compressed: new Map(),
    isHtml: type.startsWith("text/html"),
    isCompressible: isWorthCompressing(type, plain.length),
    size: plain.length * 2 + OVERHEAD_BYTES,
  };
}

type Visit = { incoming: IncomingMessage; outgoing: ServerResponse; inlineStyles: InlineStyles };

async function send({ incoming, outgoing, inlineStyles }: Visit, page: Page) {
  const within = page.isHtml && isFirstVisit(incoming.headers) ? inlineStyles : null;
  const etag = `W/"${page.hash}${within ? "+" : ""}"`;
  const headers = page.headers.flatMap(([name, value]) => [
    name,
    within && name === POLICY ? within.inPolicy(value) : value,
  ]);
  headers.push("etag", etag);
  // Only here, where no request carries a session: what is marked was made for nobody in particular.
  if (OFFLINE_PAGES.test(incoming.url ?? "")) headers.push("keep-offline", "guest");
  if (isKnown(incoming.headers, etag, page)) {
    outgoing.writeHead(304, headers).end();
    return;
  }
  const encoding = page.isCompressible
    ? chooseEncoding(String(incoming.headers["accept-encoding"] ?? ""))
    : "identity";
  const body = await bodyOf(page, encoding, within);
  if (encoding !== "identity") headers.push("content-encoding", encoding);
  headers.push("content-length", String(body.length));
  outgoing.writeHead(200, headers);
  outgoing.end(incoming.method === "HEAD" ? undefined : body);
}

/** Whether who asks has the page as it is; `If-None-Match` alone counts where it is there (RFC 9110). */
function isKnown(asked: IncomingMessage["headers"], etag: string, page: Page): boolean {
  const tags = asked["if-none-match"];
  if (tags !== undefined) return tags.split(/,\s*/).includes(etag);
  const since = asked["if-modified-since"];
  const modified = page.headers.find(([name]) => name.toLowerCase() === "last-modified")?.[1];
  if (since === undefined || modified === undefined) return false;
  // Dates of HTTP are read as well; one that is none makes a comparison that is false.
  return instantOfIso(modified) <= instantOfIso(since);
}

function bodyOf(
  page: Page,
  encoding: Encoding,
  within: InlineStyles | null,
): Buffer | Promise<Buffer> {
  const form = `${encoding}${within ? "+" : ""}`;
  const known = page.compressed.get(form);
  if (known) return known;
  const bytes = within ? Buffer.from(within.inHtml(page.plain.toString())) : page.plain;
  if (encoding === "identity") return bytes;
  const made = encode(bytes, encoding);
  page.compressed.set(form, made);
  return made;
}
