import { addMonths, localDateOf, monthOf } from "../../app/platform/period";
import { cpSync } from "node:fs";
import { test as base } from "@playwright/test";
import { beginListings } from "../support/begun-listing";
import {
  SAMPLE_CASE,
  SAMPLE_CHANNEL_SALE,
  SAMPLE_CERTIFICATES,
  SAMPLE_DELEGATION,
  SAMPLE_OWN_SESSION,
  SAMPLE_SESSION,
} from "../support/buyer-paths";
import { changePhoneOf } from "../support/changed-phone";
import { checkLanguages, hrefs, openDesk, send } from "../support/english-pages";
import { handCodeToHousehold } from "../support/handed-code";
import { importTable } from "../support/imported-table";
import { expect, PHONES } from "../support/journey";
import { placeOrder, type PlacedOrder } from "../support/place-order";
import { seedFolder } from "../support/run-node";
import { startShop, temporaryFolder, type Shop } from "../support/shop";
import { readAllowed, removeEnglishWords, type Allowed } from "../support/unmarked-vietnamese";

/**
 * Whatever stands in Vietnamese on an English page says so (WCAG 3.1.2): in a shop whose goods have English words, and
 * in one where nobody ever wrote any. Names of sellers, people and places are said as they are.
 */

const PROVINCE = "08";
const SHOPS = ["with English words", "without English words"] as const;

type Subject = { shop: Shop; readNames: () => Allowed };

const test = base.extend<
  { kind: (typeof SHOPS)[number]; subject: Subject },
  { seededFolder: string }
>({
  seededFolder: [
    async ({}, use) => {
      const folder = temporaryFolder("language");
      await seedFolder(folder, ["--province", PROVINCE, "--orders", "400"]);
      await use(folder);
    },
    { scope: "worker" },
  ],
  kind: ["with English words", { option: true }],
  subject: async ({ seededFolder, kind }, use) => {
    const dataDir = temporaryFolder("language-shop");
    cpSync(seededFolder, dataDir, { recursive: true });
    if (kind === "without English words") removeEnglishWords(dataDir);
    const shop = await startShop({ dataDir });
    await use({ shop, readNames: () => readAllowed(dataDir, PROVINCE) });
    await shop.stop();
  },
  baseURL: async ({ subject }, use) => use(subject.shop.origin),
});

/** A household whose member changes their number. */
const CHANGED = {
  name: "Hộ Mẫu Đổi Số",
  slug: "ho-mau-doi-so",
  numbers: { from: "0900 000 655", to: "0900 000 656", next: "0900 000 657" },
};

/** An order in English. */
async function orderOf(shop: Shop, slug: string): Promise<PlacedOrder> {
  const productPath = `/en/products/${slug}`;
  return placeOrder(shop.origin, { prefix: "/en", productPath, method: "cod" });
}

for (const kind of SHOPS) {
  test.describe(kind, () => {
    test.use({ kind });

    test("public pages name the language of what is Vietnamese on them", async ({
      page,
      subject,
    }) => {
      test.setTimeout(180_000);
      const [product = "", ...others] = await hrefs(page, "/en/products", "/en/products/");
      const order = await placeOrder(subject.shop.origin, { prefix: "/en", productPath: product });
      await page
        .context()
        .addCookies([{ name: "cart", value: order.cartCookie, url: subject.shop.origin }]);
      const households = await hrefs(page, product, "/en/households/");
      const lots = await hrefs(page, product, "/en/lots/");
      const collections = await hrefs(page, "/en/collections", "/en/collections/");
      const communes = await hrefs(page, "/en/communes", "/en/communes/");
      const products = [product, ...others.slice(0, 8)];
      await checkLanguages(
        page,
        [
          "/en",
          "/en/products",
          "/en/products?q=mật+ong",
          "/en/products?q=mat+ogn",
          ...products,
          ...products.flatMap((one) => [`${one}/reviews`, `${one}/questions`]),
          ...households,
          ...lots,
          "/en/collections",
          ...collections,
          "/en/communes",
          ...communes.slice(0, 4),
          "/en/communes/00715-xa-lung-cu",
          "/en/ranking",
          "/en/reviews",
          "/en/lots",
          "/en/cart",
          "/en/checkout",
          order.path,
          "/en/statistics",
          "/en/statistics/method",
          "/en/statistics/ranking",
          "/en/statistics/data",
          "/en/wanted",
          "/en/sign-in",
          "/en/sign-in/code",
          "/en/sign-in/helper-code",
          "/en/register",
          "/en/register?by=password",
          "/en/offline",
        ],
        subject.readNames(),
      );
      await checkLanguages(page, ["/en/lots/L260101-22222"], subject.readNames(), 404);
    });

    test("desks in English, and orders through all they may go through", async ({
      page,
      browser,
      subject,
    }) => {
      test.setTimeout(360_000);
      const { shop } = subject;
      const household = await openDesk(browser, shop, PHONES.household);
      const links = await hrefs(household, "/household/products", "/household/products/");
      const owns = links.filter((path) => !/\/products\/(new|table)$/.test(path));
      const slugs: string[] = [];
      for (const path of owns) {
        const slug = path.split("/").at(-1) ?? "";
        if ((await fetch(`${shop.origin}/en/products/${slug}`)).ok) slugs.push(slug);
      }
      const [slug = "", other = slug] = slugs;
      const delivered = await orderOf(shop, slug);
      const desk = `/household/orders/${delivered.code}-1`;
      await send(household, [
        [`${desk}/confirmation`, {}],
        [`${desk}/shipment`, { carrier: "VNPost", trackingCode: "EE1" }],
        [`${desk}/delivery`, {}],
      ]);
      const lines = `/en/orders/${delivered.code}/lines/`;
      const review = `${(await hrefs(page, delivered.path, lines))[0]}?key=${delivered.key}`;
      await send(page, [[review, { stars: "4", text: "Mật thơm, nắp chai hơi hở." }]]);
      const cancelled = await orderOf(shop, other);
      const reason = "Mưa lớn, đường vào bản đang tắc.";
      const closure = `/household/orders/${cancelled.code}-1/closure`;
      await send(household, [[closure, { to: "cancelled", reason }]]);
      const held = await orderOf(shop, slug);
      const heldDesk = `/household/orders/${held.code}-1`;
      await household.goto(heldDesk);
      const main = (await household.getByRole("main").textContent()) ?? "";
      const lot = /L\d{6}-\w{5}/.exec(main)?.[0] ?? "";
      const words = { reason: "Nắp chai hở, hàng hỏng.", instruction: "Đừng ăn, gọi nơi bán." };
      await send(household, [[`/household/lots/${lot}/recall`, words]]);

      const imported = await importTable(shop.origin);
      const listing = await beginListings(shop.origin);
      const handed = await handCodeToHousehold(shop.origin);
      const changed = await changePhoneOf(shop.origin, CHANGED);
      const allowed = subject.readNames();
      await checkLanguages(
        page,
        [delivered.path, review, cancelled.path, held.path, `/en/lots/${lot}`],
        allowed,
      );
      const ofOwn = ["", "/stock", "/words", "/photos"];
      const ofLot = ["", "/documents", "/labels", "/recall", "/buyers"];
      await checkLanguages(
        household,
        [
          "/household",
          "/household/products",
          ...owns.flatMap((path) => ofOwn.map((rest) => path + rest)),
          "/household/products/new",
          "/household/products/table",
          "/household/orders?status=all",
          "/household/packing",
          desk,
          heldDesk,
          `/household/orders/${cancelled.code}-1`,
          "/household/earnings",
          "/household/training",
          `/household/training/${SAMPLE_SESSION.code}`,
          "/household/lessons/hand-over",
          "/household/reviews?show=all",
          "/household/profile",
          "/household/prices",
          "/household/price-cards",
          "/household/stall",
          "/household/shipping",
          "/household/shipping/pickup-points",
          "/household/closure",
          "/household/supply",
          "/household/helpers",
          "/household/entry-codes",
          "/household/joining",
          "/household/joining/jit_food_safety",
          "/household/terms",
          "/household/papers",
          "/household/papers/licences",
          "/household/certificates",
          "/household/certificates/new",
          `/household/certificates/${SAMPLE_CERTIFICATES.sentBack}`,
          `/household/certificates/${SAMPLE_CERTIFICATES.sentBack}/words`,
          "/household/payout-account",
          "/household/statements",
          "/household/data",
          ...Object.values(imported),
          ...Object.values(listing),
          ...ofLot.map((rest) => `/household/lots/${lot}${rest}`),
          "/account",
          "/account/phone",
        ],
        allowed,
      );
      const entered = await openDesk(browser, shop, handed.phone);
      await checkLanguages(entered, handed.household, allowed);
      const agent = await openDesk(browser, shop, PHONES.agent);
      await checkLanguages(
        agent,
        [
          "/agent",
          "/agent/training",
          `/agent/training/${SAMPLE_SESSION.id}?q=mau`,
          `/agent/training/${SAMPLE_OWN_SESSION}/plan`,
          `/agent/training/${SAMPLE_OWN_SESSION}/cancellation`,
          "/agent/registration-sheet",
          "/en/offline/sheets#new",
        ],
        allowed,
      );
      const member = await (await browser.newContext({ baseURL: shop.origin })).newPage();
      const [name = "", value = ""] = changed.cookie.split("=");
      await member.context().addCookies([{ name, value, url: shop.origin }]);
      await member.request.post("/account/language", { form: { language: "en" }, maxRedirects: 0 });
      await checkLanguages(
        member,
        ["/account/phone", changed.codePage, "/household", "/household/entry-codes"],
        allowed,
      );
      const department = await openDesk(browser, shop, PHONES.department);
      const collections = await hrefs(
        department,
        "/department/collections",
        "/department/collections/",
      );
      await checkLanguages(
        department,
        [
          "/department",
          "/department/approvals",
          "/department/households",
          changed.departmentPage,
          changed.undoPage,
          "/department/reviews",
          "/department/reviews?status=published",
          "/department/contracts",
          "/department/lots",
          "/department/supply",
          "/department/supply/cases",
          `/department/supply/cases/${SAMPLE_CASE.id}`,
          `/department/supply/matches/${SAMPLE_CASE.matchId}`,
          `/department/supply/matches/${SAMPLE_CASE.matchId}/ending`,
          "/department/training",
          `/department/training/${SAMPLE_SESSION.id}?q=mau`,
          `/department/training/${SAMPLE_SESSION.id}/sheet`,
          `/department/training/${SAMPLE_SESSION.id}/plan`,
          `/department/training/${SAMPLE_SESSION.id}/cancellation`,
          `/department/training/${SAMPLE_SESSION.id}/reopening`,
          "/department/helpers",
          `/department/helpers/${SAMPLE_DELEGATION}`,
          ...handed.department,
          "/department/certificates",
          `/department/certificates/${SAMPLE_CERTIFICATES.sent}`,
          "/department/joining",
          "/department/households/hop-tac-xa-mau-dong-xanh/joining",
          "/department/households/hop-tac-xa-mau-dong-xanh/joining/jit_food_safety",
          `/department/lots/${lot}`,
          `/department/lots/${lot}/buyers`,
          `/department/lots/${lot}/lifting`,
          "/department/indicator",
          "/department/compliance",
          "/department/compliance/terms",
          "/department/compliance/kept",
          "/department/households/hop-tac-xa-mau-nui-doi/suspension",
          "/department/products/mat-ong-bac-ha-meo-vac/takedown",
          "/department/compliance/new",
          "/department/compliance/new?kind=data_access",
          "/department/targets",
          "/department/targets/entry",
          "/department/targets/province",
          "/department/ranking",
          "/department/programme",
          "/department/retail-totals",
          "/department/indicator/map",
          `/department/periods/${addMonths(monthOf(localDateOf(Date.now())), -2)}`,
          `/department/periods/${addMonths(monthOf(localDateOf(Date.now())), -2)}/editions/2`,
          "/department/other-channels",
          `/department/other-channels/${SAMPLE_CHANNEL_SALE}`,
          "/department/bank-transactions?status=all",
          "/department/refunds",
          "/department/collections",
          ...collections,
        ],
        allowed,
      );
      await send(department, [
        [`/department/lots/${lot}/lifting`, { reason: "Kiểm nghiệm đạt yêu cầu." }],
      ]);
      await checkLanguages(page, [`/en/lots/${lot}`], allowed);
      for (const one of [household, agent, member, department]) await one.context().close();
    });
  });
}

test("what was asked in English says so on the Vietnamese page", async ({
  page,
  browser,
  subject,
}) => {
  const [product = ""] = await hrefs(page, "/products", "/products/");
  const text = "Does it keep for a month in Mèo Vạc's winter?";
  await send(page, [[`/en${product}/questions`, { text, askerName: "", leaveEmpty: "" }]]);
  const department = await openDesk(browser, subject.shop, PHONES.department);
  await department.goto("/department/reviews");
  const post = department.getByRole("article").filter({ hasText: text });
  await post.getByRole("button", { name: /^Show:/ }).click();
  await expect(department.getByRole("status").first()).toBeVisible();
  await department.context().close();
  await page.goto(`${product}/questions`);
  await expect(page.locator("span[lang=en]").filter({ hasText: text })).toBeVisible();
  await page.goto(`/en${product}/questions`);
  await expect(page.getByText(text)).not.toHaveAttribute("lang");
});
