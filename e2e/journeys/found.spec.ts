import Database from "better-sqlite3";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "../support/journey";
import { readPage, type ReadPage } from "../support/read-page";

/** What search engines, message apps and feed readers are told. */

const locationsIn = (xml: string) =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) =>
    address.replaceAll("&amp;", "&"),
  );

async function sitemapPages(origin: string): Promise<string[]> {
  const parts = locationsIn(await (await fetch(`${origin}/sitemap.xml`)).text());
  expect(parts.length).toBeGreaterThanOrEqual(3);
  const pages: string[] = [];
  for (const part of parts) {
    const answer = await fetch(part);
    expect(answer.headers.get("Content-Type")).toContain("application/xml");
    const found = locationsIn(await answer.text());
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(50_000);
    pages.push(...found);
  }
  expect(new Set(pages).size).toBe(pages.length);
  return pages;
}

function expectProduct(page: ReadPage, address: string): void {
  const product = page.things.get("Product") ?? {};
  for (const field of ["name", "description", "sku", "category", "image", "brand", "offers"]) {
    expect(product, address).toHaveProperty(field);
  }
  const offer = product["offers"] as Record<string, unknown>;
  expect(offer["priceCurrency"]).toBe("VND");
  expect(offer["price"]).toBeGreaterThan(0);
  expect(offer["availability"]).toMatch(/^https:\/\/schema.org\/(InStock|OutOfStock)$/);
  expect(offer["url"]).toBe(address);
  for (const image of product["image"] as string[]) expect(image).toMatch(/^http.*\.jpg$/);
  expect(page.openGraph["og:type"]).toBe("product");
  expect(page.openGraph["product:price:amount"]).toBe(String(offer["price"]));
}

test("every page of the sitemap is there under its one address, in both languages, and says what it is", async ({
  shop,
}) => {
  test.setTimeout(120_000);
  const addresses = await sitemapPages(shop.origin);
  const pages = new Map<string, ReadPage>();
  for (const address of addresses) pages.set(address, await readPage(address));
  const titles = new Map<string, string>();
  for (const [address, page] of pages) {
    expect(page.status, address).toBe(200);
    expect(page.canonical).toBe(address);
    expect(page.robots, address).toBe("");
    expect(page.headings, address).toBe(1);
    expect(page.description.length, address).toBeGreaterThan(20);
    // A name is the same in both languages.
    const titled = `${/\/en(\/|$)/.test(address) ? "en" : "vi"} ${page.title}`;
    expect(titles.get(titled), `${titled}: ${address}`).toBeUndefined();
    titles.set(titled, address);
    expect(Object.keys(page.languages).toSorted()).toEqual(["en", "vi", "x-default"]);
    expect(Object.values(page.languages)).toContain(address);
    for (const other of Object.values(page.languages)) {
      expect(pages.get(other)?.languages, `${address} -> ${other}`).toEqual(page.languages);
    }
    for (const property of ["title", "url", "type", "locale", "image", "image:alt"]) {
      expect(page.openGraph[`og:${property}`], `${property} of ${address}`).toBeTruthy();
    }
    const { pathname } = new URL(address);
    if (/\/products\/./.test(pathname)) expectProduct(page, address);
    if (/\/(products|households)(\/|$)/.test(pathname)) {
      expect([...page.things.keys()], address).toContain("BreadcrumbList");
      expect(page.html).toMatch(/<nav aria-label="(Bạn đang ở|You are here)">/);
    }
    if (/\/households\//.test(pathname)) {
      const household = page.things.get("Organization") ?? {};
      expect(household).toHaveProperty("address");
      expect(JSON.stringify(household)).not.toMatch(/streetAddress|telephone/);
    }
  }
  for (const home of ["/", "/en"]) {
    const page = pages.get(shop.origin + home);
    expect([...(page?.things.keys() ?? [])]).toEqual(["Organization", "WebSite", "ItemList"]);
  }
});

test("searches, narrowed lists and private pages ask not to be found", async ({ shop }) => {
  for (const path of [
    "/products?q=che",
    "/products?group=food&stars=4",
    "/en/products?commune=00769",
    "/products?page=2",
    "/cart",
    "/sign-in",
    "/offline",
    "/products/khong-co",
  ]) {
    const page = await readPage(shop.origin + path);
    expect(page.robots, path).toMatch(/^noindex/);
    expect(page.languages, path).toEqual({});
    expect(page.headings, path).toBe(1);
  }
  const list = await readPage(`${shop.origin}/products?stock=ready&foo=1&set=4&page=1`);
  expect(list.canonical).toBe(`${shop.origin}/products?set=4&stock=ready`);
});

test("careless ways to write an address lead to the right one", async ({ shop }) => {
  for (const [careless, right] of [
    ["/products/", "/products"],
    ["/Products?group=food", "/products?group=food"],
    ["/vi/statistics", "/statistics"],
    ["/en/", "/en"],
    ["/EN/products//", "/en/products"],
  ] as const) {
    const answer = await fetch(shop.origin + careless, { redirect: "manual" });
    expect(answer.status, careless).toBe(301);
    expect(answer.headers.get("Location"), careless).toBe(right);
  }
});

test("each product has a picture for chats, and a new one when its price changes", async ({
  shop,
}) => {
  const [address = ""] = (await sitemapPages(shop.origin)).filter((one) =>
    /\/products\/[^/]+$/.test(one),
  );
  const before = (await readPage(address)).openGraph["og:image"] ?? "";
  const picture = await fetch(before, { redirect: "manual" });
  expect(picture.status).toBe(200);
  expect(picture.headers.get("Content-Type")).toBe("image/jpeg");
  expect(picture.headers.get("Cache-Control")).toContain("immutable");
  const bytes = Buffer.from(await picture.arrayBuffer());
  expect(bytes.length).toBeLessThan(300 * 1024);
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 630, format: "jpeg" });

  const database = new Database(join(shop.dataDir, "cho-phien.sqlite"));
  const slug = new URL(address).pathname.split("/").at(-1) ?? "";
  try {
    database.prepare("UPDATE products SET price_vnd = price_vnd + 1000 WHERE slug = ?").run(slug);
    const after = (await readPage(address)).openGraph["og:image"] ?? "";
    expect(after).not.toBe(before);
    const old = await fetch(before, { redirect: "manual" });
    expect(old.status).toBe(302);
    expect(new URL(old.headers.get("Location") ?? "", before).href).toBe(after);
    expect(Buffer.from(await (await fetch(before)).arrayBuffer()).equals(bytes)).toBe(false);
  } finally {
    database.prepare("UPDATE products SET price_vnd = price_vnd - 1000 WHERE slug = ?").run(slug);
    database.close();
  }
  expect((await fetch(`${address}/card.0.jpg`)).status).toBe(404);
  expect((await fetch(`${shop.origin}/products/khong-co/card.000000000000.jpg`)).status).toBe(404);
});

test("the feed is read in both languages and not sent twice", async ({ shop }) => {
  for (const path of ["/feed.xml", "/en/feed.xml"]) {
    const answer = await fetch(shop.origin + path);
    expect(answer.headers.get("Content-Type")).toContain("application/atom+xml");
    const xml = await answer.text();
    const entries = xml.split("<entry>").slice(1);
    expect(entries.length).toBeGreaterThan(10);
    expect(entries.length).toBeLessThanOrEqual(50);
    const times = entries.map((entry) => /<published>([^<]+)/.exec(entry)?.[1] ?? "");
    expect(times).toEqual(times.toSorted().toReversed());
    const ids = entries.map((entry) => /<id>(urn:uuid:[0-9a-f-]{36})<\/id>/.exec(entry)?.[1]);
    expect(new Set(ids).size).toBe(entries.length);
    const href = (rel: string) => new RegExp(`rel="${rel}"[^>]* href="([^"]+)"`);
    const [first = ""] = entries;
    expect((await fetch(href("alternate").exec(first)?.[1] ?? "")).status).toBe(200);
    expect((await fetch(href("enclosure").exec(first)?.[1] ?? "")).status).toBe(200);
    const again = await fetch(shop.origin + path, {
      headers: { "If-None-Match": answer.headers.get("ETag") ?? "" },
    });
    expect(again.status).toBe(304);
  }
  const home = await (await fetch(shop.origin)).text();
  expect(home).toContain('type="application/atom+xml"');
});

test("a name with markup in it stays words, for people and machines", async ({ shop }) => {
  const database = new Database(join(shop.dataDir, "cho-phien.sqlite"));
  const { slug, name } = database
    .prepare("SELECT slug, name FROM products WHERE status = 'published' LIMIT 1")
    .get() as { slug: string; name: string };
  const rename = database.prepare("UPDATE products SET name = ? WHERE slug = ?");
  const wild = `Chè </script><script>alert(1)</script> & "ngon" <b>`;
  try {
    rename.run(wild, slug);
    const page = await readPage(`${shop.origin}/products/${slug}`);
    expect(page.things.get("Product")?.["name"]).toBe(wild);
    expect(page.html).not.toContain("<script>alert");
    expect((await fetch(page.openGraph["og:image"] ?? "")).status).toBe(200);
    expect(await (await fetch(`${shop.origin}/feed.xml`)).text()).not.toContain("<script>");
  } finally {
    rename.run(name, slug);
    database.close();
  }
});

test("the phone's home screen finds name, colours and pictures", async ({ page, shop }) => {
  for (const path of ["/", "/en"]) {
    await page.goto(path);
    const href = await page.locator('link[rel="manifest"]').getAttribute("href");
    const manifest = (await (await fetch(shop.origin + href)).json()) as {
      start_url: string;
      icons: { src: string; sizes: string; purpose: string }[];
    };
    expect(manifest.start_url).toBe(path);
    expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      "192x192 any",
      "512x512 any",
      "512x512 maskable",
    ]);
    for (const { src, sizes } of manifest.icons) {
      const bytes = Buffer.from(await (await fetch(shop.origin + src)).arrayBuffer());
      const { width, height } = await sharp(bytes).metadata();
      expect(`${width}x${height}`).toBe(sizes);
    }
  }
  expect((await fetch(`${shop.origin}/icons/apple-touch-icon.png`)).status).toBe(200);
});

test("what a page was made from has no address of its own", async ({ shop, request }) => {
  const list = await (await request.get(`${shop.origin}/products`)).text();
  const slug = /href="\/products\/([^"?]+)"/.exec(list)?.[1] ?? "";
  expect(slug).not.toBe("");
  for (const path of ["/products.data", `/products/${slug}.data`, "/checkout.data"]) {
    expect((await request.get(shop.origin + path)).status(), path).toBe(404);
  }
  const page = await request.get(`${shop.origin}/products?_data=routes%2F_store.products._index`);
  expect(page.headers()["content-type"]).toContain("text/html");
});
