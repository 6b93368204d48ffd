import type { Browser, CDPSession, Page } from "@playwright/test";
import { createYardstick } from "./machine-speed";
import { launchChromium } from "../support/launch-chromium";
import { seedFolder } from "../support/run-node";
import { startShop, temporaryFolder, type Shop } from "../support/shop";
import { photographProduct } from "../support/photograph-product";
import { placeOrder } from "../support/place-order";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { Agent, get, type IncomingMessage, type RequestOptions } from "node:http";

/**
 * `npm run budget`: opens every public page as a first visit on a slow phone and line and holds it against the
 * budgets of the design (experience, section 1). Bytes are as transferred, compressed.
 */

const HELP = `npm run budget [-- --only WORD]

Starts the built shop with the demo data, opens every public page in Chromium with an empty cache at 400 kbit/s,
400 ms and a CPU slowed four times, prints a table, and ends with 1 when a page is over budget. With --only, just the
pages whose name holds the word. The server's time is what the clock said ("measured"), on a slow machine scaled to
speed 1: "speed" is how fast this one was just then at a piece of fixed work, 1 being the reference.
Needs a build (npm start or npm run build makes one) and Chromium.
`;

const KILOBYTE = 1024;
const BUDGET = {
  html: 20 * KILOBYTE,
  css: 12 * KILOBYTE,
  js: 6 * KILOBYTE,
  total: 80 * KILOBYTE,
  requests: 10,
  lcpMs: 1_800,
  serverMs: 15,
};
const LINE = { latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const SERVER_SAMPLES = 60;
// A server that has just started has not compiled its paths yet; visitors meet one that runs.
const SERVER_WARM_UP = 60;
const LCP_RUNS = 3;

type Sizes = { html: number; css: number; js: number; total: number; requests: number };
type ServerTime = {
  /** As measured, on a slower machine scaled to speed 1. */
  serverMs: number;
  measuredMs: number;
  speed: number;
};
type Row = Sizes & ServerTime & { name: string; lcpMs: number; over: string[] };

async function main(): Promise<void> {
  if (process.argv.includes("--help")) {
    process.stdout.write(HELP);
    return;
  }
  const at = process.argv.indexOf("--only");
  const only = at < 0 ? undefined : process.argv[at + 1];
  const template = temporaryFolder("budget");
  await seedFolder(template, ["--province", "08"]);
  const shop = await startShop({ dataDir: template });
  const browser = await launchChromium();
  try {
    const photographed = await photographProduct(shop.origin);
    const rows: Row[] = [];
    for (const language of ["vi", "en"] as const) {
      for (const page of await listPages(shop, language, photographed)) {
        if (only !== undefined && !page.name.includes(only)) continue;
        rows.push(await measure({ browser, shop, ...page }));
        printRow(rows.at(-1));
      }
    }
    const over = rows.filter((row) => row.over.length > 0);
    process.stdout.write(`${rows.length - over.length} passed, ${over.length} failed\n`);
    process.exitCode = over.length === 0 && rows.length > 0 ? 0 : 1;
  } finally {
    await browser.close();
    await shop.stop();
    rmSync(template, { recursive: true, force: true });
  }
}

type Target = { name: string; path: string; cookie?: string };

async function listPages(
  shop: Shop,
  language: "vi" | "en",
  photographed: string,
): Promise<Target[]> {
  const prefix = language === "vi" ? "" : "/en";
  const list = await (await fetch(`${shop.origin}${prefix}/products`)).text();
  const product = /href="((?:\/en)?\/products\/[^"?]+)"/.exec(list)?.[1] ?? "";
  const productHtml = await (await fetch(shop.origin + product)).text();
  const household = /href="((?:\/en)?\/households\/[^"?]+)"/.exec(productHtml)?.[1] ?? "";
  const home = await (await fetch(`${shop.origin}${prefix}`)).text();
  const linkTo = (folder: string) =>
    new RegExp(`href="((?:/en)?/${folder}/[^"?]+)"`).exec(home)?.[1] ?? "";
  const collection = linkTo("collections");
  const commune = linkTo("communes");
  const lot = /href="((?:\/en)?\/lots\/L[^"?]+)"/.exec(productHtml)?.[1] ?? "";
  const order = await placeOrder(shop.origin, { prefix, productPath: product });
  return [
    { name: "home", path: prefix === "" ? "/" : prefix },
    { name: "list", path: `${prefix}/products` },
    { name: "search", path: `${prefix}/products?q=che` },
    { name: "product", path: product },
    { name: "its photo", path: prefix + photographed },
    { name: "reviews", path: `${product}/reviews` },
    { name: "questions", path: `${product}/questions` },
    { name: "household", path: household },
    { name: "communes", path: `${prefix}/communes` },
    { name: "commune", path: commune },
    { name: "collections", path: `${prefix}/collections` },
    { name: "collection", path: collection },
    { name: "lot", path: lot },
    { name: "lot search", path: `${prefix}/lots` },
    { name: "cart", path: `${prefix}/cart`, cookie: order.cartCookie },
    { name: "checkout", path: `${prefix}/checkout`, cookie: order.cartCookie },
    { name: "order", path: order.path },
    { name: "statistics", path: `${prefix}/statistics` },
    { name: "sign in", path: `${prefix}/sign-in` },
    { name: "sign up", path: `${prefix}/sign-up` },
    { name: "code request", path: `${prefix}/sign-in/code` },
    { name: "register", path: `${prefix}/register` },
    { name: "register by password", path: `${prefix}/register?by=password` },
    { name: "ranking", path: `${prefix}/ranking` },
    { name: "shipping", path: `${prefix}/shipping` },
    { name: "offline", path: `${prefix}/offline` },
    { name: "review rules", path: `${prefix}/reviews` },
  ].map((page) => ({ ...page, name: `${language} ${page.name}` }));
}

async function measure(target: Target & { browser: Browser; shop: Shop }): Promise<Row> {
  const lcps: number[] = [];
  let sizes: Sizes = { html: 0, css: 0, js: 0, total: 0, requests: 0 };
  for (let run = 0; run < LCP_RUNS; run += 1) {
    const visit = await firstVisit(target);
    sizes = visit.sizes;
    lcps.push(visit.lcpMs);
  }
  const row = {
    name: target.name,
    ...sizes,
    lcpMs: median(lcps),
    ...(await serverTime(target)),
  };
  const over = (Object.keys(BUDGET) as (keyof typeof BUDGET)[]).filter(
    (limit) => row[limit] > BUDGET[limit],
  );
  return { ...row, over };
}

async function firstVisit({
  browser,
  shop,
  path,
  cookie,
}: Target & { browser: Browser; shop: Shop }) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
  });
  if (cookie !== undefined) {
    await context.addCookies([{ name: "cart", value: cookie, url: shop.origin }]);
  }
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, ...LINE });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const sizes = watchSizes(session);
  await page.goto(shop.origin + path, { waitUntil: "load" });
  // A picture that is painted after the page has loaded counts, too.
  await page.waitForTimeout(1_000);
  const lcpMs = await readLcp(page);
  await context.close();
  return { sizes, lcpMs };
}

function watchSizes(session: CDPSession): Sizes {
  const sizes: Sizes = { html: 0, css: 0, js: 0, total: 0, requests: 0 };
  const types = new Map<string, string>();
  session.on("Network.responseReceived", (event) => {
    if (event.response.url.startsWith("http")) types.set(event.requestId, event.type);
  });
  session.on("Network.loadingFinished", (event) => {
    const type = types.get(event.requestId);
    if (type === undefined) return;
    sizes.requests += 1;
    sizes.total += event.encodedDataLength;
    if (type === "Document") sizes.html += event.encodedDataLength;
    if (type === "Stylesheet") sizes.css += event.encodedDataLength;
    if (type === "Script") sizes.js += event.encodedDataLength;
  });
  return sizes;
}

function readLcp(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(list.getEntries().at(-1)?.startTime ?? 0),
        ).observe({
          type: "largest-contentful-paint",
          buffered: true,
        } as PerformanceObserverInit);
      }),
  );
}

/**
 * 95th percentile of the time to the whole answer of a page made anew, on a kept connection, in milliseconds; the
 * middle one of three rounds.
 */
async function serverTime(target: Target & { shop: Shop }): Promise<ServerTime> {
  const rounds: ServerTime[] = [];
  for (let round = 0; round < 3; round += 1) rounds.push(await serverRound(target));
  const [, middle] = rounds.toSorted((a, b) => a.serverMs - b.serverMs);
  if (!middle) throw new Error("three rounds have a middle one");
  return middle;
}

let names = 0;

async function serverRound({ shop, path, cookie }: Target & { shop: Shop }): Promise<ServerTime> {
  const agent = new Agent({ keepAlive: true });
  // Under a name that nobody asked for yet, so that the page is made anew, as for the first guest after a change.
  const headers = () => ({
    Host: `guest-${(names += 1)}.example`,
    ...(cookie === undefined ? {} : { Cookie: `cart=${cookie}` }),
    "Accept-Encoding": "br",
  });
  const times: number[] = [];
  const yardstick = createYardstick();
  for (let i = 0; i < SERVER_SAMPLES + SERVER_WARM_UP; i += 1) {
    const startedAt = performance.now();
    await readAll(shop.origin + path, { agent, headers: headers() });
    if (i >= SERVER_WARM_UP) times.push(performance.now() - startedAt);
    yardstick.lay();
  }
  agent.destroy();
  const measuredMs = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
  const speed = yardstick.speed();
  return { measuredMs, speed, serverMs: measuredMs * Math.min(1, speed) };
}

/** Without unpacking what comes, which would be the reader's time and not the server's. */
async function readAll(url: string, options: RequestOptions): Promise<void> {
  const [response] = (await once(get(url, options), "response")) as [IncomingMessage];
  await once(response.resume(), "end");
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

let hasHeader = false;

function printRow(row: Row | undefined): void {
  if (!row) return;
  const kilobytes = (bytes: number) => `${(bytes / KILOBYTE).toFixed(1)} KB`;
  const cells = [
    row.name.padEnd(14),
    kilobytes(row.html).padStart(8),
    kilobytes(row.css).padStart(8),
    kilobytes(row.js).padStart(8),
    kilobytes(row.total).padStart(8),
    String(row.requests).padStart(5),
    `${Math.round(row.lcpMs)} ms`.padStart(8),
    `${row.serverMs.toFixed(1)} ms`.padStart(11),
    `${row.measuredMs.toFixed(1)} ms`.padStart(9),
    row.speed.toFixed(2).padStart(6),
    row.over.length > 0 ? `OVER: ${row.over.join(", ")}` : "ok",
  ];
  if (!hasHeader) {
    hasHeader = true;
    process.stdout.write(
      "page               HTML      CSS       JS      all  reqs      LCP  server p95  measured  speed\n",
    );
  }
  process.stdout.write(`${cells.join(" ")}\n`);
}

await main();
