import { createServer, request as forward, type Server } from "node:http";
import type { Page } from "@playwright/test";
import { expect, PHONES, signInByForm, test } from "../support/journey";

/** What was seen stays readable without a connection, says that it is a copy, and holds nothing of anybody. */

/** Opens a page and waits until the worker looks after it. */
async function visitWithWorker(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
    );
  });
}

/** All that lies in the caches: path and text. */
function keptTexts(page: Page): Promise<{ path: string; text: string }[]> {
  return page.evaluate(async () => {
    const kept: { path: string; text: string }[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        const url = new URL(request.url);
        kept.push({ path: url.pathname + url.search, text: (await answer?.text()) ?? "" });
      }
    }
    return kept;
  });
}

const keptPaths = async (page: Page) => (await keptTexts(page)).map(({ path }) => path);

async function productPaths(page: Page, count: number): Promise<string[]> {
  await page.goto("/products");
  const paths = await page
    .locator('main a[href^="/products/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return paths.slice(0, count);
}

test("a product that was seen is read again offline, with a word that it is a copy", async ({
  page,
  context,
}) => {
  const [first = "", second = "", unseen = ""] = await productPaths(page, 3);
  // The first page is there before the worker is, and is kept all the same.
  await visitWithWorker(page, first);
  await expect.poll(() => keptPaths(page)).toContain(first);
  const name = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await page.goto(`${second}?fbclid=abc`);
  const secondName = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await expect.poll(() => keptPaths(page)).toContain(second);

  await context.setOffline(true);
  await page.goto(first);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "bản lưu lúc" })).toContainText(
    "giá và hàng có thể đã đổi",
  );
  // In the look of the house: the stylesheet is there too.
  expect(
    await page
      .locator(".button-main")
      .first()
      .evaluate((one) => getComputedStyle(one).minHeight),
  ).toBe("48px");

  await page.goto(unseen);
  await expect(page.getByRole("heading", { level: 1, name: "Chưa có mạng" })).toBeVisible();
  const seen = page.getByRole("main").getByRole("listitem");
  await expect(seen).toHaveText([secondName, name]);
  await seen.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  await page.goto("/en/products?q=tea");
  await expect(page.getByRole("heading", { level: 1, name: "You are offline" })).toBeVisible();

  await page.goto(first);
  await page.getByLabel("Số lượng").fill("3");
  await page.getByRole("button", { name: "Thêm vào giỏ" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Chưa có mạng" })).toBeVisible();
  await expect(page.getByText("Món vừa chọn chưa vào giỏ")).toBeVisible();

  await context.setOffline(false);
  await page.goto(first);
  await expect(page.getByText("bản lưu lúc")).toHaveCount(0);
  await page.goto(unseen);
  await context.setOffline(true);
  await page.goto("/cart");
  await expect(page.getByRole("heading", { level: 1, name: "Chưa có mạng" })).toBeVisible();
  await context.setOffline(false);
  await page.getByRole("link", { name: "Thử lại" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /giỏ/i })).toBeVisible();
});

test("nothing of a person is ever kept, before, while and after they are signed in", async ({
  page,
}) => {
  const [first = "", second = "", third = ""] = await productPaths(page, 3);
  await visitWithWorker(page, first);
  await page.getByRole("button", { name: "Thêm vào giỏ" }).click();
  await expect(page).toHaveURL(/\/cart/);
  await page.goto(second);
  await expect(page.getByRole("link", { name: "Giỏ hàng (1)" })).toBeVisible();
  await expect.poll(() => keptPaths(page)).toContain(second);
  await page.goto("/checkout");
  await page.goto("/products?q=che");

  await signInByForm(page, PHONES.household);
  for (const path of ["/household", "/household/orders", "/account", "/", third]) {
    await page.goto(path);
  }
  await expect.poll(() => keptPaths(page)).toContain("/offline/listing");
  await page.waitForTimeout(500);
  const whileSignedIn = await keptTexts(page);
  await page.goto("/account");
  await page.getByRole("button", { name: "Đăng xuất" }).first().click();
  await page.goto(second);
  await page.waitForTimeout(500);
  for (const kept of [whileSignedIn, await keptTexts(page)]) {
    const pages = kept
      .map(({ path }) => path)
      .filter((path) => !/\.(css|js|svg|jpg|webp|avif)(\?v=\w+)?$/.test(path));
    // The page that lists without a line is the same for everybody, and there once a desk was open.
    const others = ["/en/offline", "/offline", "/offline/listing"];
    expect(pages.toSorted()).toEqual([...others, first, second].toSorted());
    const said = kept.filter(({ path }) => !path.endsWith(".js")); // of the build, for everybody
    for (const { path, text } of said) {
      expect(text, path).not.toMatch(/Giỏ hàng \(|Gian hàng của tôi|Đăng xuất|\/orders\//);
    }
  }
});

test("another build's worker drops what the one before kept", async ({ page, shop }) => {
  const front = await createFront(shop.origin);
  try {
    const [first = ""] = await productPaths(page, 1);
    await visitWithWorker(page, front.origin + first);
    await expect.poll(() => keptPaths(page)).toContain(first);
    const before = await page.evaluate(() => caches.keys());
    front.deploy();
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect
      .poll(() => page.evaluate(() => caches.keys()))
      .toEqual(["shell-next", "pages-next"]);
    expect(before.filter((name) => name.endsWith("-next"))).toEqual([]);
  } finally {
    front.server.closeAllConnections();
    front.server.close();
  }
});

test("no more than thirty pages are kept, the latest", async ({ page }) => {
  test.setTimeout(120_000);
  const paths = await productPaths(page, 24);
  await visitWithWorker(page, paths[0] ?? "");
  for (const path of paths) await page.goto(path);
  for (const path of paths.slice(0, 10)) await page.goto(`/en${path}`);
  const last = `/en${paths[9]}`;
  await expect.poll(() => keptPaths(page)).toContain(last);
  const pages = (await keptPaths(page)).filter((path) => /\/products\//.test(path));
  expect(pages).toHaveLength(30);
  expect(pages).not.toContain(paths[1]);
});

/** Stands before the shop, and after `deploy` hands out the worker of another build. */
async function createFront(
  target: string,
): Promise<{ origin: string; server: Server; deploy: () => void }> {
  let isNext = false;
  const server = createServer((incoming, outgoing) => {
    const { host } = new URL(target);
    const headers = { ...incoming.headers, "accept-encoding": "identity", host };
    const options = { method: incoming.method ?? "GET", headers };
    const onward = forward(target + (incoming.url ?? "/"), options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        let body = Buffer.concat(chunks);
        if (isNext && incoming.url === "/service-worker.js") {
          body = Buffer.from(body.toString().replace(/"version":"[^"]*"/, '"version":"next"'));
        }
        const { etag: _, ...others } = answer.headers;
        outgoing.writeHead(answer.statusCode ?? 500, {
          ...others,
          "content-length": body.length,
        });
        outgoing.end(body);
      });
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    server,
    deploy: () => {
      isNext = true;
    },
  };
}
