import { data, redirect, type LoaderFunctionArgs, type ServerBuild } from "@remix-run/node";
import { useSearchParams } from "@remix-run/react";
import Database from "better-sqlite3";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request as httpRequest, type IncomingMessage, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createElement } from "react";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { healthMarks } from "../../db/schema/health";
import * as entry from "../entry.server";
import * as root from "../root";
import { databaseFile, inTransaction, reader } from "~/platform/db.server";
import { openTestDatabase } from "~/platform/test-database.server";
import { dataFileResponse } from "~/web/data-file-response.server";
import { keepRetryAfter, retryAfter, tooManyRequests } from "~/web/http-errors";
import { usePageAddress } from "~/ui/site";
import { createAnswer } from "./handle-request";
import { MAX_FORM_BYTES } from "./read-body";

/** The server's answers over HTTP: Remix, the root page and the entry as they are, with doors that do one thing each. */

const write = async () => {
  await inTransaction(async (tx) => {
    await tx.insert(healthMarks).values({ name: "written", markedAt: 1 });
  });
  return new Response("written");
};
const fail = (): never => {
  throw new Error("a bug: 0912345678");
};
const Page = () => null;
let pagesMade = 0;
let filesMade = 0;
function AddressPage() {
  const [query] = useSearchParams();
  return createElement("p", null, `${usePageAddress()} ${query.toString()}`);
}
const moved = () => redirect("/lots/printed", 301);
let unknownAsked = 0;
const unknown = ({ context }: LoaderFunctionArgs): never => {
  unknownAsked += 1;
  throw new Response(null, { status: context.failedStatus ?? 404 });
};
const DOORS: Record<string, NonNullable<ServerBuild["routes"][string]>["module"]> = {
  page: { default: Page },
  "page-writes": { default: Page, loader: write, action: write },
  "page-fails": { default: Page, loader: fail, action: fail },
  "page-breaks": { default: fail },
  // A public page that shows what it knows of its own address.
  ranking: { default: AddressPage, loader: () => (pagesMade += 1) },
  products: { default: AddressPage, loader: () => (pagesMade += 1) },
  "page-waits": {
    default: Page,
    headers: keepRetryAfter,
    loader: () => data(null),
    action: ({ request }) => {
      if (new URL(request.url).searchParams.has("thrown")) throw tooManyRequests(2_500);
      return data(null, { status: 429, headers: retryAfter(2_500) });
    },
    ErrorBoundary: Page,
  },
  "statistics/data/indicator.csv": {
    default: undefined,
    loader: ({ request }) => {
      filesMade += 1;
      const file = { content: "a,b", type: "text/csv", name: "indicator.csv" };
      return dataFileResponse(request, { ...file, changedAt: "2026-11-01T00:00:00.000Z" });
    },
  },
  "api/v1/things": {
    default: undefined,
    loader: () => new Response("things"),
    action: ({ request }) =>
      new Response(request.method, { status: 405, headers: { Allow: "GET, HEAD" } }),
  },
  // A public address that is kept when it is a page.
  "lots/typed": { default: Page, loader: moved },
  "*": { default: Page, loader: unknown },
  "products/moved": { default: undefined, loader: () => redirect("/products/here", 301) },
};

function buildOf(doors: typeof DOORS): ServerBuild {
  const flags = { hasAction: true, hasLoader: true, hasErrorBoundary: false } as const;
  const none = { hasClientAction: false, hasClientLoader: false, module: "" };
  const routes: ServerBuild["routes"] = { root: { id: "root", path: "", module: root } };
  const assets: ServerBuild["assets"]["routes"] = {
    root: { id: "root", ...flags, ...none, css: [STYLESHEET] },
  };
  for (const [path, module] of Object.entries(doors)) {
    routes[path] = { id: path, parentId: "root", path, module };
    assets[path] = { id: path, parentId: "root", path, ...flags, ...none };
  }
  return {
    mode: "production",
    entry: { module: entry },
    routes,
    assets: { entry: { imports: [], module: "" }, routes: assets, url: "", version: "" },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: true,
    },
    isSpaMode: false,
  };
}

const STYLESHEET = "/assets/styles.css";
const STYLES = "main > p { color: $&green }";

let clientFolder: string;
let close: () => void;
let server: Server;
let origin: string;
beforeAll(async () => {
  close = openTestDatabase();
  clientFolder = mkdtempSync(join(tmpdir(), "cho-phien-answer-"));
  mkdirSync(join(clientFolder, "assets"));
  writeFileSync(join(clientFolder, STYLESHEET), STYLES);
  const answer = createAnswer(buildOf(DOORS), clientFolder);
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  close();
  rmSync(clientFolder, { recursive: true, force: true });
});

const post = (path: string, body = "a=1") => fetch(origin + path, { method: "POST", body });

describe("a body over the limit", () => {
  it("is refused with a page", async () => {
    const response = await post("/en/page", "x".repeat(MAX_FORM_BYTES + 1));
    expect(response.status).toBe(413);
    expect(await response.text()).toContain("What was sent is too large");
  });

  it("leads back to the page that its form was on, of this site alone", async () => {
    const body = "x".repeat(MAX_FORM_BYTES + 1);
    const send = async (Referer?: string) => {
      const headers: Record<string, string> = Referer === undefined ? {} : { Referer };
      const answer = await fetch(`${origin}/page?a=1`, { method: "POST", body, headers });
      return answer.text();
    };
    expect(await send(`${origin}/household/profile?done=1`)).toContain(
      '<a class="button button-main" href="/household/profile?done=1">Mở lại trang</a>',
    );
    for (const other of [undefined, "https://example.com/page", `${origin}//example.com/`]) {
      expect(await send(other)).toContain('<a class="button button-main" href="/page?a=1">');
    }
    const missing = await fetch(`${origin}/nothing-here`);
    expect(await missing.text()).not.toContain("Mở lại trang");
  });
});

it("answers a public page that is a redirect, for which the cache has nothing to keep", async () => {
  const answer = await fetch(`${origin}/products/moved`, {
    redirect: "manual",
    signal: AbortSignal.timeout(5_000),
  });
  expect(answer.status).toBe(301);
  expect(answer.headers.get("Location")).toBe("/products/here");
});

it("leads careless addresses to the one of the page, and leaves forms and files alone", async () => {
  const ask = (path: string, method = "GET") =>
    fetch(origin + path, { method, redirect: "manual" });
  const careless = await ask("/EN/Products/?q=Ch%C3%A8");
  expect(careless.status).toBe(301);
  expect(careless.headers.get("Location")).toBe("/en/products?q=Ch%C3%A8");
  expect((await ask("/page/", "POST")).status).toBe(405);
  expect((await ask("/uploads/....//keys")).status).toBe(404);
});

describe("a link with marks that the page does not read", () => {
  const read = async (path: string) => (await fetch(origin + path)).text();

  it("is the same page as without, made once, and shows them to nobody", async () => {
    const before = pagesMade;
    const first = await read("/ranking?fbclid=IwAR-of-one-person");
    const second = await read("/ranking?utm_source=zalo&q=secret");
    expect(pagesMade - before).toBe(1);
    expect(second).toBe(first);
    expect(first).toContain("<p>/ranking </p>");
    expect(first).not.toContain("IwAR");
  });

  it("keeps what the page reads, in one order", async () => {
    const before = pagesMade;
    const first = await read("/en/products?utm_medium=x&stock=ready&q=tea");
    expect(await read("/en/products?q=tea&stock=ready&gclid=1")).toBe(first);
    expect(first).toContain("/en/products?q=tea&amp;stock=ready");
    expect(await read("/en/products?q=rice&stock=ready")).not.toBe(first);
    expect(pagesMade - before).toBe(2);
  });
});

it("keeps the whole page when only its head was asked for first", async () => {
  const before = pagesMade;
  const head = await fetch(`${origin}/en/ranking`, { method: "HEAD" });
  const page = await fetch(`${origin}/en/ranking`);
  expect(await page.text()).toContain("<p>/en/ranking </p>");
  expect(page.headers.get("ETag")).toBe(head.headers.get("ETag"));
  expect(pagesMade - before).toBe(1);
});

it("makes a file once, whole, for who asks whether it has changed, and tells all others so", async () => {
  const ask = async (headers: Record<string, string> = {}) => {
    const answer = await fetch(`${origin}/statistics/data/indicator.csv`, { headers });
    return [answer.status, await answer.text()];
  };
  const since = (day: number) => ({ "If-Modified-Since": `Sun, 0${day} Nov 2026 00:00:00 GMT` });
  expect(await Promise.all([ask(since(8)), ask(since(8)), ask(since(1))])).toEqual([
    [304, ""],
    [304, ""],
    [304, ""],
  ]);
  expect(await ask({ "If-Modified-Since": "Sat, 31 Oct 2026 00:00:00 GMT" })).toEqual([200, "a,b"]);
  expect(await ask({ ...since(8), "If-None-Match": '"other"' })).toEqual([200, "a,b"]);
  expect(await ask({ "If-Modified-Since": "soon" })).toEqual([200, "a,b"]);
  expect(await ask({ Cookie: "session=x; cart=y" })).toEqual([200, "a,b"]);
  expect(filesMade).toBe(1);
});

it.each(["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])(
  "lets the data API itself refuse %s",
  async (method) => {
    const url = new URL(`${origin}/api/v1/things`);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      httpRequest(url, { method }, resolve).on("error", reject).end();
    });
    answer.resume();
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, "GET, HEAD"]);
  },
);

it("keeps no page of a public address that has none", async () => {
  const before = unknownAsked;
  expect((await fetch(`${origin}/products/unknown`)).status).toBe(404);
  const afterOne = unknownAsked;
  expect((await fetch(`${origin}/products/unknown`)).status).toBe(404);
  expect(afterOne).toBeGreaterThan(before);
  expect(unknownAsked).toBeGreaterThan(afterOne);
});

it.each([
  ["br;q=0, gzip", "gzip"],
  ["gzip;q=0", null],
  ["x-br", null],
  ["gzip, deflate, br", "br"],
])("takes `Accept-Encoding: %s` at its word", async (accepted, encoding) => {
  const answer = await fetch(`${origin}/ranking`, { headers: { "Accept-Encoding": accepted } });
  expect(answer.headers.get("Content-Encoding")).toBe(encoding);
});

describe("the styles of a public page", () => {
  const LINK = `<link rel="stylesheet" href="${STYLESHEET}"/>`;
  const hash = createHash("sha256").update(STYLES).digest("base64");
  const open = async (headers: Record<string, string>, path = "/ranking") => {
    const page = await fetch(origin + path, { headers });
    const policy = page.headers.get("Content-Security-Policy") ?? "";
    return { html: await page.text(), policy, vary: page.headers.get("Vary") };
  };

  it.each<[string, Record<string, string>]>([
    ["typed", { "Sec-Fetch-Site": "none" }],
    ["on another site", { "Sec-Fetch-Site": "cross-site" }],
    ["of an older browser", {}],
    ["on another site, of an older browser", { Referer: "https://zalo.example/x" }],
  ])("come within it for an address %s, and no other styles may", async (_, headers) => {
    const { html, policy, vary } = await open(headers);
    expect(html).toContain(`<style>${STYLES}</style></head>`);
    expect(html).not.toContain(LINK);
    expect(policy).toContain(`; style-src 'self' 'sha256-${hash}';`);
    expect(vary).toContain("Sec-Fetch-Site");
  });

  it.each<[string, () => Record<string, string>]>([
    ["a link in the shop", () => ({ "Sec-Fetch-Site": "same-origin" })],
    ["a link in the shop, of an older browser", () => ({ Referer: `${origin}/products` })],
    ["whoever has a session", () => ({ Cookie: "session=none" })],
  ])("are a file for %s", async (_, headers) => {
    const { html, policy } = await open(headers());
    expect(html).toContain(LINK);
    expect(html).not.toContain("<style>");
    expect(policy).toContain("; style-src 'self';");
  });
});

it.each(["/page-waits", "/page-waits?thrown=1"])(
  "says on a page when to come back: %s",
  async (path) => {
    const response = await post(path);
    expect(response.status).toBe(429);
    expect(response.headers.get("Retry-After")).toBe("3");
  },
);

describe("while another process holds the write lock", () => {
  it("answers 503 that says so in the reader's language, and nothing is written", async () => {
    const other = new Database(databaseFile());
    other.exec("BEGIN IMMEDIATE");
    const answers = await Promise.all([
      post("/page-writes"),
      post("/en/page-writes"),
      fetch(`${origin}/page-writes`),
    ]);
    other.exec("ROLLBACK");
    other.close();
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(answers.map(({ headers }) => headers.get("Retry-After"))).toEqual(["5", "5", "5"]);
    const [vietnamese = "", english = "", read = ""] = await Promise.all(
      answers.map((answer) => answer.text()),
    );
    expect(vietnamese).toContain("Chưa có gì được lưu");
    expect(vietnamese).toContain('<html lang="vi"');
    expect(english).toContain("Nothing was saved yet");
    expect(english).toContain('<html lang="en"');
    expect(read).toContain("Chợ đang bận");
    expect(await reader().select().from(healthMarks)).toEqual([]);
    expect((await post("/page-writes")).status).toBe(200);
  });
});

describe("a page that fails with a bug", () => {
  it.each([
    ["reading", "GET", "/page-fails"],
    ["a form", "POST", "/page-fails"],
    ["drawing", "GET", "/page-breaks"],
  ])(
    "%s: shows the reference that the log line carries, and nothing of the bug",
    async (_, method, path) => {
      const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
      const response = await fetch(`${origin}/en${path}`, { method });
      const lines = log.mock.calls.map(
        ([line]) => JSON.parse(String(line)) as Record<string, unknown>,
      );
      log.mockRestore();
      expect(response.status).toBe(500);
      const html = await response.text();
      expect(html).toContain("Something went wrong on our side");
      expect(html).not.toContain("0912345678");
      const reference = /tell us the code ([0-9a-f]{8})\./.exec(html)?.[1];
      expect(lines).toMatchObject([
        { level: "error", reference, method, path, detail: "a bug: 0912345678" },
      ]);
    },
  );
});

it("knows language and reference even when the root page's own loader fails", async () => {
  const other = new Database(databaseFile());
  other.exec("ALTER TABLE provinces RENAME TO provinces_away");
  const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const response = await fetch(`${origin}/en/page`);
  log.mockRestore();
  other.exec("ALTER TABLE provinces_away RENAME TO provinces");
  other.close();
  expect(response.status).toBe(500);
  expect(await response.text()).toMatch(/tell us the code [0-9a-f]{8}\./);
});

it.each(["session", "cart", "language"])("a badly encoded cookie %s is as none", async (name) => {
  for (const value of ["%E0%A4%A", "%", "%zz"]) {
    const response = await fetch(`${origin}/page`, { headers: { Cookie: `${name}=${value}` } });
    expect(response.status, value).toBe(200);
  }
});

it("answers a public address that leads to another, which is no page to keep", async () => {
  for (let time = 0; time < 2; time += 1) {
    const response = await fetch(`${origin}/lots/typed`, {
      redirect: "manual",
      signal: AbortSignal.timeout(5_000),
    });
    expect(response.status).toBe(301);
    expect(response.headers.get("Location")).toBe("/lots/printed");
  }
});
