import type { Browser } from "@playwright/test";
import Database from "better-sqlite3";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { LESSON_NAMES, lessonSlug } from "../../app/domain/training/lessons";
import { addMonths, localDateOf, monthOf } from "../../app/platform/period";
import { askForCode } from "./asked-code";
import { changePhoneOf } from "./changed-phone";
import { handCodeToHousehold } from "./handed-code";
import { askForConsent } from "./asked-consent";
import { beginListings } from "./begun-listing";
import { importTable } from "./imported-table";
import { launchChromium } from "./launch-chromium";
import { DEMO_PASSWORD, PHONES } from "./journey";
import { moneyPaths } from "./money-paths";
import { placeOrder } from "./place-order";
import { placeReturned, returnsPath } from "./returned-order";
import {
  buyerPaths,
  harvestSlug,
  SAMPLE_CERTIFICATES,
  SAMPLE_CONTRACTS,
  SAMPLE_DELEGATION,
  SAMPLE_CASE,
  SAMPLE_CHANNEL_SALE,
  SAMPLE_OWN_SESSION,
  SAMPLE_SESSION,
  TARGET_PATHS,
} from "./buyer-paths";
import { seedFolder } from "./run-node";
import { startShop, temporaryFolder, type Shop } from "./shop";

/**
 * `npm run screenshots -- [folder]`: every page at 320, 360, 768 and 1280 px, light and dark, in both languages, to be
 * looked at. The folder is `test-results/screenshots` unless another is named.
 */

/** Its estimate was followed by the final figure. */
const REVISED_MONTH = addMonths(monthOf(localDateOf(Date.now())), -2);

/** Sells nothing in the demo. */
const EMPTY_COMMUNE = "/communes/00715-xa-lung-cu";

const WIDTHS = [320, 360, 768, 1280];
const SCHEMES = ["light", "dark"] as const;

type Role = keyof typeof PHONES | "guest";
/** `cookie`: of a session that is none of the samples'; `phone`: another than the role's own. */
type Shot = {
  name: string;
  path: string;
  role: Role;
  cartCookie?: string;
  cookie?: string;
  phone?: string;
};

async function main(): Promise<void> {
  const folder = process.argv[2] ?? "test-results/screenshots";
  mkdirSync(folder, { recursive: true });
  const only = process.argv[3];
  const dataDir = temporaryFolder("screenshots");
  await seedFolder(dataDir, ["--province", "08"]);
  const shop = await startShop({ dataDir });
  const browser = await launchChromium();
  try {
    for (const shot of await listShots(shop)) {
      if (only === undefined || shot.name.includes(only))
        await take({ browser, shop, folder, shot });
    }
  } finally {
    await browser.close();
    await shop.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function listShots(shop: Shop): Promise<Shot[]> {
  const list = await (await fetch(`${shop.origin}/products`)).text();
  const product = /href="(\/products\/[^"?]+)"/.exec(list)?.[1] ?? "";
  const page = await (await fetch(shop.origin + product)).text();
  const household = /href="(\/households\/[^"?]+)"/.exec(page)?.[1] ?? "";
  const home = await (await fetch(shop.origin)).text();
  const collection = /href="(\/collections\/[^"?]+)"/.exec(home)?.[1] ?? "";
  const commune = /href="(\/communes\/[^"?]+)"/.exec(home)?.[1] ?? "";
  const lot = /href="(\/lots\/L[^"?]+)"/.exec(page)?.[1] ?? "";
  const order = await placeOrder(shop.origin, { productPath: product });
  const recalled = readRecalledLot(shop);
  const code = await askForCode(shop.origin, "0900 000 873");
  const { delivered, requested, requestCode, atDoor } = await placeReturned(shop.origin);
  const bought = await buyerPaths(shop.origin);
  const harvested = await harvestSlug(shop.origin);
  const handed = await handCodeToHousehold(shop.origin);
  const changed = await changePhoneOf(shop.origin, {
    name: "Hộ Mẫu Đổi Số",
    slug: "ho-mau-doi-so",
    numbers: { from: "0900 000 655", to: "0900 000 656", next: "0900 000 657" },
  });
  const listing = await beginListings(shop.origin);
  const imported = await importTable(shop.origin);
  const { link: consentLink = "", ...consent } = await askForConsent(shop.origin);
  const { refundAccount, ...moneyDesk } = await moneyPaths(shop, product);
  const publicPages = [
    { name: "home", path: "/" },
    { name: "list", path: "/products" },
    { name: "search", path: "/products?q=mat+ong&stock=ready" },
    { name: "ranking", path: "/ranking" },
    { name: "terms", path: "/terms" },
    { name: "training", path: "/training" },
    { name: "lessons", path: "/lessons" },
    ...LESSON_NAMES.map((lesson) => ({
      name: `lesson-${lesson}`,
      path: `/lessons/${lessonSlug(lesson)}`,
    })),
    { name: "shipping", path: "/shipping" },
    { name: "wanted", path: "/wanted" },
    { name: "product", path: product },
    { name: "reviews", path: `${product}/reviews` },
    { name: "questions", path: `${product}/questions` },
    { name: "review-rules", path: "/reviews" },
    { name: "household", path: household },
    { name: "communes", path: "/communes" },
    { name: "commune", path: commune },
    { name: "commune-empty", path: EMPTY_COMMUNE },
    { name: "search-old-place", path: "/products?q=pa+vi" },
    { name: "collections", path: "/collections" },
    { name: "collection", path: collection },
    { name: "lot", path: lot },
    { name: "lot-recalled", path: `/lots/${recalled}` },
    { name: "lot-unknown", path: "/lots/L260101-22222" },
    { name: "lot-search", path: "/lots" },
    { name: "statistics", path: "/statistics" },
    { name: "statistics-method", path: "/statistics/method" },
    { name: "statistics-ranking", path: "/statistics/ranking" },
    { name: "open-data", path: "/statistics/data" },
    { name: "sign-in", path: "/sign-in" },
    { name: "sign-in-refused", path: "/sign-in?refused=removed" },
    { name: "sign-up", path: "/sign-up" },
    { name: "register", path: "/register" },
    { name: "register-by-password", path: "/register?by=password" },
    { name: "code-request", path: "/sign-in/code" },
    { name: "helper-code", path: "/sign-in/helper-code" },
    { name: "code-entry", path: code },
    { name: "code-gone", path: "/sign-in/code/pcd_gone" },
    { name: "messages", path: "/simulator/messages" },
    { name: "offline", path: "/offline" },
    { name: "order", path: order.path },
    { name: "orders", path: "/orders" },
    { name: "order-cancellation", path: order.path.replace("?", "/cancellation?") },
    { name: "order-method", path: order.path.replace("?", "/method?") },
    { name: "transfer-claim", path: order.path.replace("?", "/transfer-claim?") },
    { name: "order-at-door", path: atDoor.path },
    { name: "order-delivered", path: requested.path },
    { name: "order-owed", path: refundAccount.replace("/refund-account", "") },
    { name: "refund-account", path: refundAccount },
    { name: "order-print", path: requested.path.replace("?", "/print?") },
    { name: "price-request", path: `${household}/price-request` },
    { name: "contract-requested", path: bought.requested },
    { name: "contract-offered", path: bought.offered },
    { name: "contract-concluded", path: bought.concluded },
    { name: "product-harvest", path: `/products/${harvested}` },
    { name: "join-harvest", path: `/products/${harvested}/preorder` },
    { name: "preorder", path: bought.preorder },
    { name: "contract-print", path: bought.concluded.replace("?", "/print?") },
    { name: "return-new", path: returnsPath(delivered, "/new") },
    { name: "return", path: returnsPath(requested, `/${requestCode}`) },
  ];
  const { cartCookie } = order;
  const buyerPages = ["cart", "checkout"].map((name) => ({ name, path: `/${name}`, cartCookie }));
  const guest = [...publicPages, ...buyerPages].flatMap(({ name, path, ...more }) => [
    { name: `${name}-vi`, path, role: "guest" as const, ...more },
    { name: `${name}-en`, path: `/en${path === "/" ? "" : path}`, role: "guest" as const, ...more },
  ]);
  const desk = (role: Role, paths: readonly string[]) =>
    paths.map((path) => ({ name: `desk${path.replaceAll("/", "-")}`, path, role }));
  return [
    ...guest,
    ...desk("household", [
      "/household",
      "/household/products",
      "/household/products/new",
      "/household/products/table",
      "/household/orders",
      "/household/packing",
      `/household/orders/${atDoor.code}-1`,
      "/household/earnings",
      "/household/payout-account",
      "/household/statements",
      `/household/statements/${monthOf(localDateOf(Date.now()))}`,
      "/household/reviews?show=all",
      "/household/returns?tab=open",
      `/household/returns/${requestCode}`,
      `/household/products/${harvested}/harvest`,
      "/household/contracts",
      `/household/contracts/${SAMPLE_CONTRACTS.requested}`,
      `/household/contracts/${SAMPLE_CONTRACTS.requested}/offer`,
      `/household/contracts/${SAMPLE_CONTRACTS.concluded}`,
      `/household/contracts/${SAMPLE_CONTRACTS.concluded}/delivery`,
      "/household/profile",
      "/household/shipping",
      "/household/closure",
      "/household/stall",
      "/household/supply",
      "/household/data",
      "/household/stall/qr?amountVnd=85000",
      "/household/stall/sheet",
      "/household/price-cards",
      "/household/prices",
      "/household/helpers",
      "/household/entry-codes",
      "/household/joining",
      "/household/terms",
      "/household/training",
      `/household/training/${SAMPLE_SESSION.code}`,
      "/household/lessons",
      "/household/lessons/keep-code",
      "/household/joining/jit_certificate",
      "/household/joining/jit_food_safety",
      "/household/joining/jit_own_goods",
      "/household/shipping/pickup-points",
      "/household/papers",
      "/household/papers/licences",
      "/household/certificates",
      "/household/certificates/new",
      `/household/certificates/${SAMPLE_CERTIFICATES.sentBack}`,
      `/household/certificates/${SAMPLE_CERTIFICATES.sentBack}/words`,
      ...["", "/documents", "/labels", "/recall", "/buyers"].map(
        (rest) => `/household/lots/${recalled}${rest}`,
      ),
    ]),
    { name: "helped-link", path: consentLink, role: "guest" as const },
    ...Object.entries(consent).map(([name, path]) => ({
      name: `helped-${name}`,
      path,
      role: "agent" as const,
    })),
    ...Object.entries(listing).map(([name, path]) => ({
      name: `listing-${name}`,
      path,
      role: "household" as const,
    })),
    ...Object.entries(imported).map(([name, path]) => ({
      name: `imported-${name}`,
      path,
      role: "household" as const,
    })),
    ...(
      [
        ["form", "/account/phone"],
        ["code", changed.codePage],
        ["desk", "/household"],
        ["codes", "/household/entry-codes"],
      ] as const
    ).map(([name, path]) => ({
      name: `phone-change-${name}`,
      path,
      role: "guest" as const,
      cookie: changed.cookie,
    })),
    ...["", "-codes", "-refusal-used", "-refusal-open"].map((name, i) => ({
      name: `desk-handed${name}`,
      path: handed.household[i] ?? "",
      role: "household" as const,
      phone: handed.phone,
    })),
    ...desk("buyer", [
      "/account",
      "/account/addresses",
      `/account/addresses/adr_${"0".repeat(32)}`,
      "/account/wishes",
      "/account/phone",
      "/account/password",
      "/account/data",
      "/account/deletion",
    ]),
    ...desk("agent", [
      "/agent",
      "/agent/consents",
      "/agent/households/new",
      `/agent/acting?household=${readHelped(shop)}`,
      "/agent/consent-sheet",
      "/agent/registration-sheet",
      "/offline/sheets",
      "/offline/sheets#new",
      "/agent/training",
      `/agent/training/${SAMPLE_SESSION.id}?q=mau`,
      `/agent/training/${SAMPLE_SESSION.id}/sheet`,
      "/agent/training/new",
      `/agent/training/${SAMPLE_OWN_SESSION}`,
      `/agent/training/${SAMPLE_OWN_SESSION}/plan`,
      `/agent/training/${SAMPLE_OWN_SESSION}/cancellation`,
    ]),
    ...Object.entries(moneyDesk).map(([name, path]) => ({
      name: `desk-money-${name}`,
      path,
      role: "department" as const,
    })),
    ...desk("department", [
      "/department",
      "/department/approvals",
      "/department/households?q=mau",
      "/department/helpers/agents/new",
      "/department/helpers/communes/new",
      "/department/helpers",
      "/department/certificates",
      "/department/certificates?state=valid",
      `/department/certificates/${SAMPLE_CERTIFICATES.sent}`,
      `/department/helpers/agents/${readHelper(shop)}`,
      "/department/joining",
      "/department/terms",
      "/department/training",
      "/department/training/new",
      `/department/training/${SAMPLE_SESSION.id}?q=mau`,
      `/department/training/${SAMPLE_SESSION.id}/sheet`,
      `/department/training/${SAMPLE_SESSION.id}/reopening`,
      "/department/terms/new",
      "/department/joining/new",
      "/department/joining/jit_identity",
      "/department/households/hop-tac-xa-mau-dong-xanh/joining",
      "/department/households/hop-tac-xa-mau-dong-xanh/joining/jit_food_safety",
      `/department/helpers/${SAMPLE_DELEGATION}`,
      changed.departmentPage,
      changed.undoPage,
      ...handed.department,
      "/department/reviews",
      "/department/returns",
      "/department/contracts",
      `/department/contracts/${SAMPLE_CONTRACTS.concluded}`,
      `/department/returns/${readDispute(shop)}`,
      "/department/lots",
      "/department/supply",
      "/department/supply/demands",
      "/department/supply/cases",
      `/department/supply/cases/${SAMPLE_CASE.id}`,
      `/department/supply/matches/${SAMPLE_CASE.matchId}`,
      `/department/supply/matches/${SAMPLE_CASE.matchId}/ending`,
      ...["", "/buyers", "/lifting"].map((rest) => `/department/lots/${recalled}${rest}`),
      "/department/indicator",
      "/department/shipping",
      "/department/retail-totals",
      `/department/indicator/orders?month=${REVISED_MONTH}`,
      ...TARGET_PATHS,
      "/department/periods",
      "/department/periods/calendar",
      "/department/periods/check",
      `/department/periods/${addMonths(REVISED_MONTH, 1)}/release`,
      "/department/data-keys",
      "/department/data-keys/new",
      "/department/officers",
      "/department/officers/new",
      "/account/second-step",
      "/department/compliance?kind=takedown&state=all",
      "/department/compliance/new",
      "/department/compliance/new?kind=data_access",
      "/department/households/hop-tac-xa-mau-nui-doi/suspension",
      "/department/products/mat-ong-bac-ha-meo-vac/takedown",
      "/department/compliance/kept",
      "/department/compliance/terms",
      "/department/audit",
      "/department/audit?kind=order&subject=UQ&from=31/02/2026",
      ...["", "/editions/1", "/editions/2", "/editions/2/report"].map(
        (rest) => `/department/periods/${REVISED_MONTH}${rest}`,
      ),
      `/department/periods/${addMonths(REVISED_MONTH, 1)}`,
      "/department/retail-totals/import",
      "/department/indicator/map",
      "/department/other-channels",
      "/department/other-channels/new",
      `/department/other-channels/${SAMPLE_CHANNEL_SALE}`,
      `/department/other-channels/${SAMPLE_CHANNEL_SALE}/correction`,
      `/department/other-channels/${SAMPLE_CHANNEL_SALE}/withdrawal`,
      "/department/reconciliation",
      "/department/reconciliation/opening",
      "/department/reconciliation/wallets",
      "/department/trial-balance",
      "/department/bank-transactions",
      "/department/bank-statements",
      "/department/bank-statements/new",
      "/department/transfer-claims",
      "/department/refunds",
      "/department/card-events",
      "/department/payouts",
      "/department/tax",
      "/department/tax/rules/new",
      "/department/tax/withholding/new",
      `/department/tax/months/${monthOf(localDateOf(Date.now()))}`,
      `/department/tax/years/${localDateOf(Date.now()).slice(0, 4)}`,
      `/department/payouts/${readWaitingBatch(shop)}`,
      "/department/disbursements?status=all",
      "/department/notices",
      "/department/collections",
      "/department/collections/new",
      `/department${collection}`,
      "/department/vouchers",
      "/department/vouchers/new",
      "/department/vouchers/CHOPHIEN",
      "/department/vouchers/DEXUAT",
    ]),
  ];
}

/** One of the samples waits for the department. */
function readDispute({ dataDir }: Shop): string {
  return readText(dataDir, "SELECT code FROM return_requests WHERE status = 'disputed'");
}

/** One of the samples waits for its second person. */
function readWaitingBatch({ dataDir }: Shop): string {
  return readText(
    dataDir,
    `SELECT b.code FROM payout_batches b JOIN disbursements d ON d.batch_id = b.id
     WHERE d.status = 'prepared'`,
  );
}

/** The one of the demo's sign-ins. */
function readHelper({ dataDir }: Shop): string {
  return readText(dataDir, "SELECT id FROM users WHERE role = 'agent'");
}

/** One of the samples that let the helper work. */
function readHelped({ dataDir }: Shop): string {
  return readText(
    dataDir,
    `SELECT h.slug FROM households h JOIN delegations d ON d.household_id = h.id
     WHERE d.ended_at IS NULL ORDER BY d.expires_at DESC`,
  );
}

/** The sample of a recall belongs to the household that the demo signs in to. */
function readRecalledLot({ dataDir }: Shop): string {
  return readText(dataDir, "SELECT code FROM lots WHERE recalled_at IS NOT NULL");
}

function readText(dataDir: string, sql: string): string {
  const database = new Database(join(dataDir, "cho-phien.sqlite"), { readonly: true });
  try {
    return database.prepare<[], string>(sql).pluck().get() ?? "";
  } finally {
    database.close();
  }
}

async function take(options: {
  browser: Browser;
  shop: Shop;
  folder: string;
  shot: Shot;
}): Promise<void> {
  const { browser, shop, folder, shot } = options;
  for (const colorScheme of SCHEMES) {
    const context = await browser.newContext({ colorScheme, baseURL: shop.origin });
    const page = await context.newPage();
    if (shot.cartCookie !== undefined) {
      await context.addCookies([{ name: "cart", value: shot.cartCookie, url: shop.origin }]);
    }
    if (shot.cookie !== undefined) {
      const [name = "", value = ""] = shot.cookie.split("=");
      await context.addCookies([{ name, value, url: shop.origin }]);
    }
    if (shot.role !== "guest") {
      await page.request.post("/sign-in", {
        form: { phone: shot.phone ?? PHONES[shot.role], password: DEMO_PASSWORD },
      });
    }
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(shot.path);
      await page.screenshot({
        path: join(folder, `${shot.name}-${width}-${colorScheme}.png`),
        fullPage: true,
      });
    }
    await context.close();
  }
  process.stdout.write(`${shot.name}\n`);
}

await main();
