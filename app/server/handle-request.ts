import { createHeaders } from "@remix-run/node-fetch-server";
import type { AppLoadContext, RequestHandler, ServerBuild } from "@remix-run/node";
import type { IncomingMessage, ServerResponse } from "node:http";
import { powerOfKey } from "~/domain/identity/link-key.server";
import { readSession } from "~/domain/identity/sessions.server";
import { settings } from "~/platform/env.server";
import { newToken } from "~/platform/ids";
import { DEFAULT_LANGUAGE, isLanguage, type Language } from "~/platform/language";
import { errorFields, logger } from "~/platform/logger.server";
import { networkOf } from "~/platform/network";
import { canonicalPath } from "~/web/canonical-path";
import { keepFoundData } from "~/web/found-data.server";
import { isDesk } from "~/web/guard.server";
import { OFFERED_LANGUAGES } from "~/web/i18n";
import { answerThrown } from "./answer-thrown";
import { sendCompressed } from "./compress";
import { errorDocument } from "./error-document";
import { createInlineStyles } from "./first-visit";
import { answerNotice } from "./notice-doors";
import { createPageCache } from "./page-cache";
import {
  bodyLimit,
  orderOfFileForm,
  readBody,
  takePhotoPlace,
  takesFile,
  type PhotoSender,
} from "./read-body";
import { createSectionHandler } from "./route-sections";
import { securityHeaders } from "./security-headers";

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const RETRY_AFTER_SECONDS = "5";
/** Why a request's signal aborts in the end: made once, where otherwise an error would be made for each request. */
const CLOSED = new Error("the connection is closed, or its request answered");
const METHODS = new Set(["GET", "HEAD", "POST"]);
const API = "/api/v1/";
const CONDITIONS = ["If-None-Match", "If-Modified-Since"];

/**
 * Node's request to Remix's routes and back: the language is taken out of the address, the body is read within
 * its limit, forms from other sites are refused, and whatever goes wrong becomes a page in the reader's language.
 */
export function createAnswer(build: ServerBuild, clientFolder: string): Answer {
  const answering = answerThrown(build);
  const routes = createSectionHandler(keepFoundData(answering));
  const { version, routes: built } = build.assets;
  const assets = { version, styles: built["root"]?.css ?? [] };
  const pages = createPageCache(createInlineStyles(assets.styles, clientFolder));
  const make = async (
    wanted: Pick<Context, "incoming" | "method" | "signal" | "isForAll">,
    url: string,
  ) => {
    const { headers } = wanted.incoming;
    const address = readAddress({ url, headers }) ?? UNREADABLE;
    const response = await answer({ ...wanted, address, routes, assets });
    for (const [name, value] of securityHeaders(address.pathname)) {
      if (!response.headers.has(name)) response.headers.set(name, value);
    }
    if (response.status === 503) response.headers.set("Retry-After", RETRY_AFTER_SECONDS);
    return response;
  };
  return async (incoming, outgoing) => {
    if (await answerNotice(incoming, outgoing)) return;
    // Whole, also for who asked for its head: the next one may ask for the page.
    const isAnswered = await pages.answer(incoming, outgoing, (url, signal) =>
      make({ incoming, method: "GET", signal, isForAll: true }, url),
    );
    if (isAnswered) return;
    const finished = new AbortController();
    // Remix's single fetch keeps a timer per request until its signal aborts.
    outgoing.once("close", () => finished.abort(CLOSED));
    const { method = "GET", url = "/" } = incoming;
    const response = await make({ incoming, method, signal: finished.signal }, url);
    if (outgoing.destroyed) return;
    if (!incoming.complete) outgoing.setHeader("Connection", "close");
    await sendCompressed(outgoing, response, String(incoming.headers["accept-encoding"] ?? ""));
  };
}

/** Where Remix would give a page's data to its own script in the browser; there is none (D-001). */
const PAGES_DATA = ".data";

type Address = { language: Language; pathname: string; visiblePath: string; url: string };

/** Stands for a request whose address or Host makes no URL; it is refused. */
const UNREADABLE: Address = { language: "vi", pathname: "/", visiblePath: "/", url: "" };

type Context = {
  incoming: IncomingMessage;
  method: string;
  address: Address;
  routes: RequestHandler;
  assets: NonNullable<AppLoadContext["assets"]>;
  signal: AbortSignal;
  /** Made to be kept: whole, whatever who asked first has already. */
  isForAll?: boolean;
};

async function answer(context: Context): Promise<Response> {
  const { incoming, method, address } = context;
  const reference = newToken(4);
  const refuse = async (status: number) =>
    errorDocument({
      status,
      language: await readerLanguage(context),
      reference,
      page: address.visiblePath,
    });
  if (address === UNREADABLE) return refuse(400);
  const isReading = method === "GET" || method === "HEAD";
  const elsewhere = isReading ? canonicalAddress(address) : null;
  if (elsewhere !== null) {
    return new Response(null, { status: 301, headers: { Location: elsewhere } });
  }
  if (isFromAnotherSite(incoming)) return refuse(403);
  let givePlaceBack: (() => void) | null = null;
  try {
    const loadContext = {
      addressLanguage: address.language,
      visiblePath: address.visiblePath,
      clientNetwork: clientNetwork(incoming),
      isForm: method === "POST",
      reference,
      assets: context.assets,
    };
    const failure = (status: number) =>
      context.routes(failurePage(context), { ...loadContext, failedStatus: status });
    // Of the data API its own doors say so, as a problem that a program reads.
    const isApi = address.pathname.startsWith(API);
    if (!METHODS.has(method) && !isApi) return await failure(405);
    if (address.pathname.endsWith(PAGES_DATA)) return await failure(404);
    const plan = await bodyPlan(context);
    if (plan.kind === "photo") givePlaceBack = takePhotoPlace(plan.sender);
    if (plan.kind === "photo" && !givePlaceBack) return await failure(503);
    const isPassedOver = plan.kind === "pass_over";
    const limit = isPassedOver ? 0 : bodyLimit(address.pathname);
    // Only of a form, and once: a page that came to nothing in the cache is made a second time for the same request,
    // and a body that has ended never ends again.
    const hasBody = method === "POST";
    const read = hasBody ? await readBody(incoming, limit) : Buffer.alloc(0);
    if (read === "aborted") return await failure(400);
    // Not 408: browsers send such a request once more by themselves, over the same slow line.
    if (read === "too_slow") return await failure(422);
    if (read === "too_large" && !isPassedOver) return await failure(413);
    const body = read === "too_large" ? Buffer.alloc(0) : read;
    const headers = createHeaders(incoming);
    if (context.isForAll) for (const name of CONDITIONS) headers.delete(name);
    const request = new Request(address.url, {
      method: isApi && !isReading ? "POST" : method,
      headers,
      body: hasBody ? new Uint8Array(body) : null,
      signal: context.signal,
    });
    const response = await context.routes(request, loadContext);
    if (!isWithoutWords(response, request)) return response;
    const page = await failure(response.status);
    for (const [name, value] of response.headers) {
      if (!page.headers.has(name)) page.headers.append(name, value);
    }
    return page;
  } catch (error) {
    logger.error("request failed", {
      reference,
      method,
      path: pathToLog(address.pathname),
      ...errorFields(error),
    });
    return await refuse(500);
  } finally {
    givePlaceBack?.();
  }
}

/** A short link's path is its key. */
function pathToLog(pathname: string): string {
  return pathname.startsWith("/o/") ? "/o/..." : pathname;
}

/** Where the same page stands under its one address, or null when that was asked for. Files have exact names. */
function canonicalAddress({ visiblePath }: Address): string | null {
  const [path = "/", query] = visiblePath.split(/\?(.*)/s);
  const canonical = canonicalPath(path);
  if (canonical === path || path.includes(".")) return null;
  return query === undefined ? canonical : `${canonical}?${query}`;
}

/** True for what a door without a page of its own refused. */
function isWithoutWords(response: Response, request: Request): boolean {
  return response.status >= 400 && response.body === null && request.method !== "HEAD";
}

/** Deeper than any route whose words may be anything. */
const NOWHERE = "/-/-/-";

/** An address below this one that has no page: the failure is shown there in the same person's language. */
function failurePage({ incoming, address, signal }: Context): Request {
  const url = new URL(address.url);
  url.pathname += NOWHERE;
  const { cookie = "", referer = "" } = incoming.headers;
  return new Request(url, { headers: { Cookie: cookie, Referer: referer }, signal });
}

type BodyPlan = { kind: "photo"; sender: PhotoSender } | { kind: "form" | "pass_over" };

/**
 * What to do with a body: a file of somebody who is not signed in is passed over, for they are sent to sign in; that of
 * a buyer is let in by the order's own link.
 */
async function bodyPlan({ incoming, method, address }: Context): Promise<BodyPlan> {
  if (method !== "POST" || !takesFile(address.pathname)) return { kind: "form" };
  const code = orderOfFileForm(address.pathname);
  if (code !== null) {
    const key = new URL(address.url).searchParams.get("key") ?? "";
    const isTheirs = powerOfKey("order", { code, key }) === "act";
    const sender = { id: code, isDesk: false };
    return isTheirs ? { kind: "photo", sender } : { kind: "pass_over" };
  }
  const user = await readSession(incoming.headers.cookie ?? null);
  if (!user) return { kind: "pass_over" };
  return { kind: "photo", sender: { id: user.id, isDesk: user.role !== "buyer" } };
}

/** For a page that no route makes: as `languageOf` has it, and the address's where no session can be read. */
async function readerLanguage({ incoming, address }: Context): Promise<Language> {
  if (address.language !== DEFAULT_LANGUAGE || !isDesk(address.pathname)) return address.language;
  const user = await readSession(incoming.headers.cookie ?? null).catch(() => null);
  return user?.language ?? address.language;
}

/** Takes `/en` out of the address: routes know one path per page, readers know one per language that is offered. */
export function readAddress(incoming: Pick<IncomingMessage, "url" | "headers">): Address | null {
  const origin = settings().PUBLIC_ORIGIN ?? `http://${incoming.headers.host ?? "localhost"}`;
  const visible = parseUrl(incoming.url ?? "/", origin);
  if (!visible || !isDecodable(visible.pathname)) return null;
  // Remix's own, for scripts that this shop does not have; it writes an error to the log for each.
  if (visible.searchParams.has("_data")) visible.searchParams.delete("_data");
  const [, first = "", rest] = /^\/([^/]*)(\/.*)?$/.exec(visible.pathname) ?? [];
  const isPrefixed =
    isLanguage(first) && first !== DEFAULT_LANGUAGE && OFFERED_LANGUAGES.includes(first);
  const pathname = isPrefixed ? (rest ?? "/") : visible.pathname;
  return {
    language: isPrefixed ? first : "vi",
    pathname,
    visiblePath: visible.pathname + visible.search,
    url: visible.origin + pathname + visible.search,
  };
}

/** `/%e0%a4%a` is no text in any encoding; the router would write a warning for each route that it tries. */
function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

function parseUrl(path: string, origin: string): URL | null {
  // `//host/x` and `http://host/x` would name another host: only the path counts.
  const safePath = path.startsWith("/") ? path.replace(/^\/+/, "/") : "/";
  return URL.canParse(safePath, origin) ? new URL(safePath, origin) : null;
}

/**
 * A form that another site made its visitor send. Browsers say where a POST comes from; what says nothing is no
 * browser, carries nobody's session, and is let through.
 */
function isFromAnotherSite(incoming: IncomingMessage): boolean {
  if (incoming.method !== "POST") return false;
  if (incoming.headers["sec-fetch-site"] === "cross-site") return true;
  const origin = incoming.headers.origin;
  if (origin === undefined) return false;
  const publicOrigin = settings().PUBLIC_ORIGIN;
  if (publicOrigin !== undefined && origin === new URL(publicOrigin).origin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== incoming.headers.host;
}

/** By what whoever sends this is counted: one network, so that no door can forget that an IPv6 subscriber has many. */
export function clientNetwork(
  incoming: Pick<IncomingMessage, "headers"> & { socket: { remoteAddress?: string | undefined } },
): string {
  const forwarded = incoming.headers["x-forwarded-for"];
  if (settings().TRUST_PROXY === "1" && typeof forwarded === "string") {
    // The proxy in front appends the address it saw; what stands before it anyone can write.
    return networkOf(forwarded.split(",").at(-1)?.trim() ?? "");
  }
  return networkOf(incoming.socket.remoteAddress ?? "");
}
