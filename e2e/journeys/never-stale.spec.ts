import Database from "better-sqlite3";
import { join } from "node:path";
import type { APIRequestContext } from "@playwright/test";
import { DEMO_PASSWORD, expect, PHONES, test } from "../support/journey";

/** Public pages are kept in memory; nobody may see on one what was changed before they asked. */

const SECONDS = 10;
const READERS = 4;

const FIRST_PRICE = 1_000_000;

/** The price that a page shows of the product; null when it shows none. */
function priceOn(html: string): number | null {
  const prices = html.replaceAll(/&nbsp;|\u00A0/g, " ").matchAll(/\b1\.(\d{3})\.(\d{3}) đ/g);
  const found = [...prices].map((match) => 1_000_000 + Number(`${match[1]}${match[2]}`));
  return found.length === 0 ? null : Math.max(...found);
}

async function signIn(request: APIRequestContext): Promise<void> {
  const answer = await request.post("/sign-in", {
    form: { phone: PHONES.household, password: DEMO_PASSWORD },
    maxRedirects: 0,
  });
  expect([302, 303]).toContain(answer.status());
}

test("no page is older than what was answered before it was asked for", async ({
  request,
  shop,
}) => {
  test.setTimeout((SECONDS + 50) * 1_000);
  await signIn(request);
  const desk = await (await request.get("/household/products")).text();
  const slugs = [...desk.matchAll(/href="\/household\/products\/([^"?/]+)/g)].map(
    (match) => match[1] ?? "",
  );
  let slug = "";
  for (const one of slugs) {
    if ((await fetch(`${shop.origin}/products/${one}`)).status === 200) slug = one;
  }
  expect(slug).not.toBe("");
  const own = await (await request.get(`/household/products/${slug}`)).text();
  let shownVnd = /name="shownVnd" value="(\d+)"/.exec(own)?.[1] ?? "";
  const setPrice = async (price: number) => {
    const priceVnd = String(price);
    const answer = await request.post(`/household/products/${slug}`, {
      form: { priceVnd, shownVnd, sureVnd: priceVnd },
      maxRedirects: 0,
    });
    expect([302, 303]).toContain(answer.status());
    shownVnd = priceVnd;
  };
  const product = await (await fetch(`${shop.origin}/products/${slug}`)).text();
  const household = /href="(\/households\/[^"?]+)"/.exec(product)?.[1] ?? "";
  const name = /<h1[^>]*>([^<]+)/.exec(product)?.[1] ?? "";
  const pages = [
    `/products/${slug}`,
    `/en/products/${slug}`,
    household,
    `/products?q=${encodeURIComponent(name)}`,
  ];

  let answered = FIRST_PRICE;
  await setPrice(answered);
  const endsAt = performance.now() + SECONDS * 1_000;
  const stale: string[] = [];
  let reads = 0;
  let kept = 0;
  const read = async (path: string) => {
    const etags = new Map<string, number>();
    let lastEtag = "";
    while (performance.now() < endsAt) {
      const least = answered;
      const answer = await fetch(shop.origin + path, {
        headers: lastEtag === "" ? {} : { "If-None-Match": lastEtag },
      });
      const html = await answer.text();
      lastEtag = answer.headers.get("ETag") ?? "";
      const price =
        answer.status === 304 ? (etags.get(lastEtag) ?? null) : priceOn(html.replaceAll(",", "."));
      if (answer.status === 304) kept += 1;
      if (price !== null) etags.set(lastEtag, price);
      if (price === null || price < least) stale.push(`${path}: ${price} after ${least}`);
      reads += 1;
    }
  };
  const write = async () => {
    let changes = 0;
    while (performance.now() < endsAt) {
      await setPrice(answered + 1);
      answered += 1;
      changes += 1;
      // Now and then a pause, so that pages are kept for a while too.
      if (changes % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await Promise.all([
    write(),
    ...Array.from({ length: READERS }, (_, i) => read(pages[i % pages.length] ?? "/")),
  ]);
  expect(stale).toEqual([]);
  expect(answered - FIRST_PRICE).toBeGreaterThan(20);
  expect(reads).toBeGreaterThan(100);
  expect(kept).toBeGreaterThan(0);
});

test("what another process writes is seen at once, too", async ({ shop }) => {
  const list = await (await fetch(`${shop.origin}/products`)).text();
  const slug = /href="\/products\/([^"?]+)"/.exec(list)?.[1] ?? "";
  const titleOf = async () => (await fetch(`${shop.origin}/products/${slug}`)).status;
  expect(await titleOf()).toBe(200);
  const other = new Database(join(shop.dataDir, "cho-phien.sqlite"));
  try {
    other.prepare("UPDATE products SET status = 'withdrawn' WHERE slug = ?").run(slug);
    expect(await titleOf()).toBe(404);
    expect(await (await fetch(`${shop.origin}/products`)).text()).not.toContain(
      `"/products/${slug}"`,
    );
    other.prepare("UPDATE products SET status = 'published' WHERE slug = ?").run(slug);
    expect(await titleOf()).toBe(200);
  } finally {
    other.close();
  }
});

test("guests with other carts, languages and people signed in each get their own page", async ({
  page,
  request,
  shop,
}) => {
  const asGuest = await (await fetch(`${shop.origin}/`)).text();
  expect(asGuest).toContain("Đăng nhập");
  await signIn(request);
  const asHousehold = await (await request.get("/")).text();
  expect(asHousehold).not.toContain(">Đăng nhập<");
  expect(await (await fetch(`${shop.origin}/`)).text()).toBe(asGuest);
  expect(await (await fetch(`${shop.origin}/en`)).text()).toContain('lang="en"');
  await page.goto("/products");
  await page.locator('main a[href^="/products/"]').first().click();
  await page.getByRole("button", { name: "Thêm vào giỏ" }).click();
  await page.goto("/");
  await expect(page.getByRole("link", { name: /Giỏ hàng.*1/ })).toBeVisible();
  expect(await (await fetch(`${shop.origin}/`)).text()).toBe(asGuest);
});

test("a page that has not changed is not sent again, and is compressed as asked for", async ({
  shop,
}) => {
  const get = (headers: Record<string, string>) => fetch(`${shop.origin}/products`, { headers });
  const first = await get({ "Accept-Encoding": "br" });
  expect(first.headers.get("Content-Encoding")).toBe("br");
  expect(first.headers.get("Cache-Control")).toBe("private, no-cache");
  expect(first.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
  const etag = first.headers.get("ETag") ?? "";
  const again = await get({ "If-None-Match": `"x", ${etag}` });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");
  const plain = await get({ "Accept-Encoding": "identity" });
  expect(plain.headers.get("Content-Encoding")).toBeNull();
  expect(await plain.text()).toBe(await first.text());
  const head = await fetch(`${shop.origin}/products`, { method: "HEAD" });
  expect(head.status).toBe(200);
  expect(await head.text()).toBe("");
});
