import type { APIRequestContext } from "@playwright/test";
import Database from "better-sqlite3";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { noticeBody, noticeHeaders } from "../support/bank-notice";
import { DEMO_PASSWORD, expect, PHONES, test } from "../support/journey";
import { hiddenFields } from "../support/place-order";
import type { Shop } from "../support/shop";

/** Bad input gets a clear message in the reader's language and the right status, and leaves nothing behind. */

function countRows(shop: Shop, table: string): number {
  const database = new Database(join(shop.dataDir, "cho-phien.sqlite"), { readonly: true });
  const { n } = database.prepare(`select count(*) as n from ${table}`).get() as { n: number };
  database.close();
  return n;
}

/** One that lasts: what is fresh is not sold to a far place on every day. */
async function anyProductId(shop: Shop): Promise<string> {
  const database = new Database(join(shop.dataDir, "cho-phien.sqlite"), { readonly: true });
  const { id } = database
    .prepare(
      `select id from products where status = 'published' and available_count > 5
       and not exists (select 1 from lots where product_id = products.id
         and expires_on < date('now', '+60 days')) limit 1`,
    )
    .get() as { id: string };
  database.close();
  return id;
}

const LANGUAGES = [
  { prefix: "", quantity: "Số lượng", gone: "Không tìm thấy trang này", large: "quá lớn" },
  { prefix: "/en", quantity: "quantity", gone: "This page was not found", large: "too large" },
];

for (const { prefix, quantity, gone, large } of LANGUAGES) {
  for (const typed of ["-1", "1.5", "1e9", "0", "0x10", "", "999999999999999999999"]) {
    test(`${prefix || "/vi"}: a quantity of "${typed}"`, async ({ shop, request }) => {
      const answer = await request.post(`${prefix}/cart/items`, {
        form: { productId: await anyProductId(shop), quantity: typed },
      });
      expect(answer.status()).toBe(400);
      const { cookies } = await request.storageState();
      expect(cookies.filter(({ name }) => name === "cart")).toEqual([]);
      expect((await answer.text()).toLowerCase()).toContain(quantity.toLowerCase());
    });
  }

  test(`${prefix || "/vi"}: an unknown order, product, household and page`, async ({ request }) => {
    for (const path of [
      "/orders/UQ2222222?key=AAAAAAAAAAAAAAAAAAAAAA",
      "/orders/khong-co",
      "/products/khong-co",
      "/households/khong-co",
      "/khong-co-trang-nay",
    ]) {
      const answer = await request.get(prefix + path);
      expect(answer.status(), path).toBe(404);
      expect(await answer.text(), path).toContain(gone);
    }
  });

  test(`${prefix || "/vi"}: a body of 10 MB`, async ({ request, shop }) => {
    const before = countRows(shop, "checkouts");
    const answer = await request.post(`${prefix}/checkout`, {
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      data: `buyerName=${"x".repeat(10_000_000)}`,
    });
    expect(answer.status()).toBe(413);
    expect(await answer.text()).toContain(large);
    expect(countRows(shop, "checkouts")).toBe(before);
  });
}

test("what a door without a page refuses is a page in the reader's language", async ({
  request,
}) => {
  const signIn = async (phone: string) => {
    await request.post("/sign-in", { form: { phone, password: DEMO_PASSWORD } });
  };
  const read = (language: string) => request.post("/account/language", { form: { language } });
  const refused = async (path: string, form: Record<string, string>) => {
    const answer = await request.post(path, { form, maxRedirects: 0 });
    const [, language] = /<html lang="(\w+)"/.exec(await answer.text()) ?? [];
    const [, title] = /<h1[^>]*>([^<]*)</.exec(await answer.text()) ?? [];
    const hasWayOn = (await answer.text()).includes(`href="${language === "en" ? "/en" : "/"}"`);
    return [answer.status(), language, title, hasWayOn];
  };

  await signIn(PHONES.household);
  const order = "/household/orders/UQ2222222/confirmation";
  expect(await refused(order, {})).toEqual([404, "vi", "Không tìm thấy trang này", true]);
  const product = "/household/products/khong-co/publication";
  expect(await refused(product, { move: "publish" })).toEqual([
    400,
    "vi",
    "Chưa đọc được thông tin gửi lên",
    true,
  ]);
  const approval = "/department/products/khong-co/approval";
  expect(await refused(approval, { decision: "approve" })).toEqual([
    403,
    "vi",
    "Bạn chưa được phép xem trang này",
    true,
  ]);
  await read("en");
  expect(await refused(approval, { decision: "approve" })).toEqual([
    403,
    "en",
    "You may not see this page",
    true,
  ]);
  expect(await refused("/account/language", { language: "xx" })).toEqual([
    400,
    "en",
    "What was sent could not be read",
    true,
  ]);
  expect(await refused("/department/indicator", {})).toEqual([
    405,
    "en",
    "This page cannot be opened that way",
    true,
  ]);
  await read("vi");
});

test("what comes to an address in a way that it has not, or too much of it, is refused in words", async ({
  request,
}) => {
  const list = await (await request.get("/products")).text();
  const product = /href="(\/products\/[^"?]+)"/.exec(list)?.[1] ?? "";
  const page = await (await request.get(product)).text();
  const household = /href="(\/households\/[^"?]+)"/.exec(page)?.[1] ?? "";
  const large = { data: "x".repeat(2_000_000), headers: { "Content-Type": "text/plain" } };
  for (const path of ["/", "/products", product, household, "/collections", "/lots/x"]) {
    const put = await request.put(path);
    expect(put.status(), path).toBe(405);
    expect(await put.text(), path).toContain("Không thể mở trang này theo cách đó");
    const post = await request.post(path, large);
    expect(post.status(), path).toBe(413);
    expect(await post.text(), path).toContain("quá lớn");
  }
});

test("a form from another site is refused", async ({ request }) => {
  const answer = await request.post("/sign-in", {
    headers: { Origin: "https://evil.example" },
    form: { phone: PHONES.household, password: DEMO_PASSWORD },
  });
  expect(answer.status()).toBe(403);
});

test("a forged, altered, late or early notice writes nothing", async ({ request, shop }) => {
  const body = noticeBody({ id: 900_001, amountVnd: 100_000, content: "UQ2222222" });
  const send = (headers: Record<string, string>, sent = body) =>
    request.post("/webhooks/bank/sepay", { headers, data: Buffer.from(sent) });
  const right = noticeHeaders(body);
  const forgeries: [string, Record<string, string>, string?][] = [
    ["no proof", { "Content-Type": "application/json" }],
    ["another secret", noticeHeaders(body, "another-secret-altogether")],
    ["an altered body", right, body.replace("100000", "900000")],
    [
      "a timestamp moved by ten minutes",
      { ...right, "X-SePay-Timestamp": String(Math.floor(Date.now() / 1000) - 600) },
    ],
    [
      "a timestamp in the future",
      { ...right, "X-SePay-Timestamp": String(Math.floor(Date.now() / 1000) + 600) },
    ],
    ["an empty API key", { "Content-Type": "application/json", Authorization: "Apikey " }],
  ];
  for (const [what, headers, sent] of forgeries) {
    expect((await send(headers, sent)).status(), what).toBe(401);
  }
  const large = `${" ".repeat(300_000)}${body}`;
  expect((await send(noticeHeaders(large), large)).status()).toBe(413);
  expect(countRows(shop, "bank_transactions")).toBe(
    countRows(shop, "bank_transactions where provider_transaction_id not like '9000%'"),
  );
});

test("a genuine notice that cannot be read is kept, once, for a person", async ({
  request,
  shop,
}) => {
  const transactions = countRows(shop, "bank_transactions");
  const unreadable = countRows(shop, "unreadable_notices");
  const text = "not json";
  for (const attempt of ["the first", "a retry"]) {
    const answer = await request.post("/webhooks/bank/sepay", {
      headers: noticeHeaders(text),
      data: Buffer.from(text),
    });
    expect(answer.status(), attempt).toBe(200);
    expect(await answer.json(), attempt).toEqual({ success: true });
  }
  expect(countRows(shop, "unreadable_notices")).toBe(unreadable + 1);
  expect(countRows(shop, "bank_transactions")).toBe(transactions);
});

test("a photo of 13 MB is refused in the language of the desk, and a guest's is not even read", async ({
  request,
  shop,
}) => {
  const send = () =>
    fetch(shop.origin + path, {
      method: "POST",
      headers: { Cookie: cookie, "Content-Type": "multipart/form-data; boundary=x" },
      body: Buffer.alloc(13_000_000),
      redirect: "manual",
    });
  let path = "/household/products/new";
  let cookie = "";
  const guest = await send();
  expect([guest.status, guest.headers.get("Location")]).toEqual([
    302,
    "/sign-in?next=%2Fhousehold%2Fproducts%2Fnew&ended=1",
  ]);
  await signInAsHousehold(request);
  await request.post("/account/language", { form: { language: "en" } });
  cookie = (await request.storageState()).cookies
    .map((one) => `${one.name}=${one.value}`)
    .join(";");
  for (path of ["/household/products/new", "/household/products/x/photos"]) {
    const answer = await send();
    const html = await answer.text();
    expect(answer.status, path).toBe(413);
    expect(html, path).toContain('lang="en"');
    expect(html, path).toContain("What was sent is too large");
  }
  await request.post("/account/language", { form: { language: "vi" } });
});

async function signInAsHousehold(request: APIRequestContext) {
  await request.post("/sign-in", { form: { phone: PHONES.household, password: DEMO_PASSWORD } });
}

test("a photo that is no photo leaves nothing behind", async ({ request, shop }) => {
  await signInAsHousehold(request);
  const before = countRows(shop, "listing_drafts");
  const photos = join(shop.dataDir, "uploads", "photos");
  const filesBefore = existsSync(photos) ? readdirSync(photos).length : 0;
  const page = await (await request.get("/household/products/new")).text();
  const answer = await request.post("/household/products/new", {
    multipart: {
      ...hiddenFields(page, "/household/products/new"),
      photo: {
        name: "anh.jpg",
        mimeType: "image/jpeg",
        buffer: Buffer.from("<svg onload=alert(1)></svg> not a photo"),
      },
    },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(400);
  const html = await answer.text();
  expect(html).toContain("Không đọc được ảnh này");
  expect(countRows(shop, "listing_drafts")).toBe(before);
  expect(existsSync(photos) ? readdirSync(photos).length : 0).toBe(filesBefore);
});

test("files outside the uploads cannot be read", async ({ shop }) => {
  for (const path of [
    "/uploads/../keys/order-links",
    "/uploads/%2e%2e/keys/order-links",
    "/uploads/..%2fkeys%2forder-links",
    "/uploads/....//keys/order-links",
    "/../../../../etc/passwd",
  ]) {
    const answer = await fetch(shop.origin + path, { redirect: "manual" });
    expect(answer.status, path).toBeGreaterThanOrEqual(400);
  }
});

test("a checkout whose cart is empty by the time it is sent keeps what was typed", async ({
  shop,
  page,
}) => {
  const productId = await anyProductId(shop);
  await page.request.post("/cart/items", { form: { productId, quantity: "1" } });
  await page.goto("/checkout");
  await page.getByLabel("Họ và tên người nhận").fill("Lò Thị Chậm");
  await page.getByLabel("Điện thoại").fill("0900 777 444");
  await page.getByLabel("Xã, phường, đặc khu").selectOption({ index: 1 });
  await page.getByLabel("Địa chỉ").fill("Nhà cuối bản");
  const adult = page.getByRole("checkbox", { name: /18 tuổi/ });
  if ((await adult.count()) > 0) await adult.check();
  await page.context().clearCookies({ name: "cart" });
  await page.getByRole("button", { name: /^Đặt hàng · / }).click();
  await expect(page.getByRole("alert")).toContainText("Giỏ hàng đang trống");
  await expect(page.getByLabel("Họ và tên người nhận")).toHaveValue("Lò Thị Chậm");
  await expect(page.getByLabel("Địa chỉ")).toHaveValue("Nhà cuối bản");
  await expect(page.getByRole("alert").getByRole("link", { name: "Sửa giỏ hàng" })).toBeVisible();
});
