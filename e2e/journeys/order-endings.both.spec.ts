import type { Page } from "@playwright/test";
import {
  amountIn,
  dong,
  expect,
  payInSimulator,
  PHONES,
  reload,
  waitForWords,
  openSignedIn,
} from "../support/journey";
import { checkLedgerFile } from "../support/check-ledger-file";
import { test } from "../support/own-shop";
import type { Shop } from "../support/shop";

/**
 * Every way in which an order may end, and where its money is then.
 * A shop of its own: its ledger is checked after each way.
 */

const HONEY = "Mật ong bạc hà Mèo Vạc"; // the sample household's
const BUYER = { name: "Trần Thị Mẫu", phone: "0900 000 557" };

/** Puts packs of a product into the cart; answers what one costs. */
async function addToCart(page: Page, name: string | RegExp, packs: number): Promise<void> {
  await page.goto(name === HONEY ? "/products?q=mat+ong+bac+ha+meo+vac" : "/products?q=che");
  await page.getByRole("main").getByRole("link", { name }).first().click();
  await page.getByLabel("Số lượng").fill(String(packs));
  await page.getByRole("button", { name: "Thêm vào giỏ" }).click();
  await expect(page).toHaveURL(/\/cart/);
}

/** From the cart to the order's page; answers the code. */
async function checkOut(page: Page, method: RegExp): Promise<string> {
  await page.getByRole("button", { name: "Đặt hàng", exact: true }).click();
  await page.getByLabel("Họ và tên người nhận").fill(BUYER.name);
  await page.getByLabel("Điện thoại").fill(BUYER.phone);
  await page.getByLabel("Xã, phường, đặc khu").selectOption({ label: "Xã Lũng Cú" });
  await page.getByLabel("Địa chỉ").fill("Thôn Lô Lô Chải");
  await page.getByRole("radio", { name: method }).check();
  await page.getByRole("button", { name: /^Đặt hàng · / }).click();
  await expect(page).toHaveURL(/\/orders\/UQ/);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

async function pay(page: Page): Promise<number> {
  const totalVnd = amountIn(await page.getByText(/^Chuyển khoản .* theo mã/).textContent());
  await payInSimulator(page);
  await waitForWords(page, "Đã đặt hàng");
  return totalVnd;
}

async function fulfil(household: Page, orderCode: string, carrier: string): Promise<void> {
  await household.goto(`/household/orders/${orderCode}`);
  await household.getByRole("button", { name: "Nhận đơn này" }).click();
  await household.getByRole("button", { name: "Đã đóng gói" }).click();
  await expect(household.getByRole("status").first()).toContainText("đóng gói xong");
  await household.getByLabel("Bên giao hàng").selectOption({ label: carrier });
  await household.getByLabel("Mã vận đơn").fill("EE123456789VN");
  await household.getByRole("button", { name: "Đã gửi hàng đi" }).click();
}

function expectBooksRight(shop: Shop, deliveredOrders: number) {
  expect(checkLedgerFile(shop.dataDir)).toEqual({ differences: [], deliveredOrders });
}

test("two households in one cart: one cancels, the other delivers", async ({
  browser,
  shop,
  page,
}) => {
  test.setTimeout(120_000);
  const household = await openSignedIn(browser, PHONES.household);
  await addToCart(page, /^chè/i, 1);
  await addToCart(page, HONEY, 2);
  const code = await checkOut(page, /Chuyển khoản bằng mã/);
  await pay(page);
  const parts = page.getByRole("heading", { level: 3 });
  await expect(parts).toHaveCount(2);
  const honeyPart = page.getByRole("main").locator("section", { hasText: HONEY }).last();
  const own = (await honeyPart.getByRole("heading", { level: 3 }).textContent()) ?? "";
  const ownCode = own.split(" · ").at(-1) ?? "";
  expect(ownCode).toMatch(new RegExp(`^${code}-[12]$`));

  await household.goto(`/household/orders/${ownCode}`);
  await household.getByText("Không giao được đơn này?").click();
  await household.getByRole("button", { name: "Hủy đơn này" }).click();
  await expect(household.getByRole("alert").first()).toBeVisible(); // a reason is asked for
  await household.getByLabel("Vì sao? Khách sẽ đọc câu này").fill("Lũ cuốn đường, chưa gửi được.");
  await household.getByRole("button", { name: "Hủy đơn này" }).click();
  await expect(household.getByText("Đơn này đã hủy.")).toBeVisible();

  await reload(page);
  await expect(page.getByText("Đã hủy: Lũ cuốn đường, chưa gửi được.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đã đặt hàng"); // the other is coming
  await expect(page.getByRole("alert").filter({ hasText: "Chúng tôi còn nợ bạn" })).toBeVisible();
  expectBooksRight(shop, 0);

  // The buyer calls the other part off as well, before it is packed.
  await page.getByRole("link", { name: "Hủy đơn này" }).click();
  await page.getByLabel(/Vì sao bạn hủy/).fill("Thiếu mật ong thì thôi.");
  await page.getByRole("button", { name: "Hủy đơn", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đơn đã đóng");
  await expect(page.getByText("Đã hủy (bạn đã hủy): Thiếu mật ong thì thôi.")).toBeVisible();
  expectBooksRight(shop, 0);
});

test("an order in cash is refused at the door", async ({ browser, shop, page }) => {
  test.setTimeout(120_000);
  const household = await openSignedIn(browser, PHONES.household);
  await addToCart(page, HONEY, 1);
  const code = await checkOut(page, /Tiền mặt/);
  await fulfil(household, `${code}-1`, "VNPost");
  await household.getByText("Khách không nhận hàng?").click();
  await household.getByLabel("Khách nói gì").fill("Hộp bị móp.");
  await household.getByRole("button", { name: "Ghi khách không nhận" }).click();
  await expect(household.getByText(/^Khách không nhận hàng\. Kiểm tra/)).toBeVisible();
  await reload(page);
  await expect(page.getByText("Không nhận hàng: Hộp bị móp.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Hủy đơn này" })).toHaveCount(0);
  expectBooksRight(shop, 0);
});

test("one line is given back, and a dispute is decided by the department", async ({
  browser,
  shop,
  page,
}) => {
  test.setTimeout(180_000);
  const household = await openSignedIn(browser, PHONES.household);
  const department = await openSignedIn(browser, PHONES.department);
  await addToCart(page, HONEY, 3);
  const code = await checkOut(page, /Chuyển khoản bằng mã/);
  const totalVnd = await pay(page);
  const orderUrl = page.url();
  await fulfil(household, `${code}-1`, "GHN");

  await test.step("the buyer says that it came", async () => {
    await reload(page);
    await expect(page.getByRole("link", { name: "Hủy đơn này" })).toHaveCount(0);
    await page.getByRole("button", { name: "Tôi đã nhận được hàng" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đã giao hàng");
  });

  let requestUrl = "";
  await test.step("asks to give one pack back, with wrong numbers first", async () => {
    await page.getByRole("link", { name: "Hàng có vấn đề? Trả hàng, hoàn tiền" }).click();
    await page.getByRole("button", { name: "Gửi yêu cầu" }).click();
    await expect(page.getByRole("alert").first()).toContainText("Xin chọn chuyện gì đã xảy ra");
    await page.getByRole("radio", { name: /vỡ, dập nát/ }).check();
    await page.getByLabel(HONEY).fill("4");
    await page.getByLabel("Kể lại chuyện đã xảy ra").fill("Một chai bị nứt.");
    await page.getByRole("button", { name: "Gửi yêu cầu" }).click();
    await expect(page.getByRole("alert").first()).toContainText("còn trả được (3)");
    await expect(page.getByLabel(HONEY)).toHaveValue("4");
    await page.getByLabel(HONEY).fill("1");
    await page.getByRole("button", { name: "Gửi yêu cầu" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Yêu cầu ${code}-1-T1`);
    await expect(page.getByText("Chờ người bán trả lời")).toBeVisible();
    requestUrl = page.url();
  });

  await test.step("the household takes it back and pays", async () => {
    await household.goto("/household");
    await household.getByRole("link", { name: /khách đòi trả hàng/ }).click();
    await household.getByRole("link", { name: new RegExp(`${code}-1-T1`) }).click();
    await household.getByRole("button", { name: "Đồng ý, khách gửi hàng về" }).click();
    await expect(household.getByText("Người bán nhận lại hàng")).toBeVisible();
    await page.goto(requestUrl);
    await page.getByLabel(/Bên giao hàng và mã vận đơn/).fill("VNPost EE123");
    await page.getByRole("button", { name: "Tôi đã gửi hàng về" }).click();
    await expect(page.getByText("Hàng đang gửi về")).toBeVisible();
    await reload(household);
    await household.getByRole("button", { name: "Đã nhận lại hàng, hoàn tiền" }).click();
    await expect(household.getByText("Được hoàn tiền").first()).toBeVisible();
    await page.goto(orderUrl);
    await expect(page.getByText(`${code}-1-T1`)).toBeVisible();
    expectBooksRight(shop, 1);
  });

  await test.step("the household says no to the second request, the department to the household", async () => {
    await page.getByRole("link", { name: "Hàng có vấn đề? Trả hàng, hoàn tiền" }).click();
    await page.getByRole("radio", { name: /không đúng như giới thiệu/ }).check();
    await page.getByLabel(HONEY).fill("2");
    await page.getByLabel("Kể lại chuyện đã xảy ra").fill("Mật loãng, không thơm mùi bạc hà.");
    await page.getByRole("button", { name: "Gửi yêu cầu" }).click();
    await household.goto(`/household/returns/${code}-1-T2`);
    await household.getByText("Từ chối", { exact: true }).first().click();
    await household.getByRole("button", { name: "Từ chối", exact: true }).click();
    await expect(household.getByRole("alert").first()).toContainText("viết vài chữ");
    const no = household.locator("form", { has: household.locator("input[value=declined]") });
    await no.getByLabel("Nói với khách").fill("Mật thật, mùa này loãng hơn.");
    await household.getByRole("button", { name: "Từ chối", exact: true }).click();
    await expect(household.getByText("Người bán từ chối").first()).toBeVisible();
    await reload(page);
    await page.getByRole("button", { name: "Nhờ Sở Công Thương phân xử" }).click();
    await expect(page.getByText("Chờ Sở Công Thương phân xử").first()).toBeVisible();

    await department.goto("/department/returns");
    await department.getByRole("link", { name: new RegExp(`${code}-1-T2`) }).click();
    await department.getByLabel(HONEY).fill("1");
    await department.getByRole("button", { name: "Hoàn tiền cho người mua" }).click();
    await expect(department.getByRole("alert").first()).toContainText("viết vài chữ");
    const yes = department.locator("form", { has: department.locator("input[value=refunded]") });
    await yes.getByLabel(HONEY).fill("1");
    await yes.getByLabel("Lý do, hai bên đều đọc").fill("Một chai loãng hơn mẫu lưu.");
    await department.getByRole("button", { name: "Hoàn tiền cho người mua" }).click();
    await expect(department.getByText("Được hoàn tiền").first()).toBeVisible();
    await reload(page);
    await expect(page.getByText("Một chai loãng hơn mẫu lưu.")).toBeVisible();
    expectBooksRight(shop, 1);
  });

  await test.step("the buyer is owed two thirds of what was paid", async () => {
    await page.goto(orderUrl);
    const owed = page.getByRole("alert").filter({ hasText: "đ" }).first();
    const owedVnd = amountIn(/[\d.]+\u00a0đ/.exec((await owed.textContent()) ?? "")?.[0] ?? "");
    expect(Math.abs(owedVnd - (totalVnd * 2) / 3)).toBeLessThan(1);
    await department.goto("/department/refunds");
    await expect(department.getByText("Khách trả hàng")).toBeVisible();
    await expect(department.getByText(dong(owedVnd)).first()).toBeVisible();
    await page.getByRole("link", { name: "In bản xác nhận" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Xác nhận đơn hàng ${code}`);
    const money = (term: string) =>
      page.locator("dl > div", { has: page.getByText(term, { exact: true }) }).locator("dd");
    await expect(money("Đã trả hàng, được hoàn tiền")).toHaveText(dong(owedVnd));
    await expect(money("Giá trị còn lại của đơn")).toHaveText(dong(totalVnd - owedVnd));
    await expect(money("Đã trả")).toHaveText(dong(totalVnd));
    await expect(page.getByText("Bên giao hàng: GHN")).toBeVisible();
    await expect(page.getByText(/^Đổi ý: báo trong 7 ngày/)).toBeVisible();
    await expect(page.getByText(/^Đơn vị vận hành chợ: /).first()).toBeVisible();
  });
});

test("what is not paid is given up, and money that comes later is owed back", async ({
  shop,
  page,
}) => {
  await addToCart(page, HONEY, 1);
  await checkOut(page, /Chuyển khoản bằng mã/);
  const orderUrl = page.url();
  const simulator = await page
    .getByRole("link", { name: "Mở ngân hàng mô phỏng" })
    .getAttribute("href");
  await page.getByRole("link", { name: "In bản xác nhận" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Phiếu giữ hàng UQ/);
  await expect(page.getByText("Đây chưa phải là xác nhận đơn hàng.")).toBeVisible();
  await page.goto(orderUrl);
  await page.getByRole("link", { name: /Không mua nữa/ }).click();
  await page.getByRole("button", { name: "Hủy đơn", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đơn đã đóng");
  await expect(page.getByText("Đã hủy (bạn đã hủy)")).toBeVisible();
  await page.goto(simulator ?? "");
  await page.getByLabel("Số tiền (đồng)").fill("200000");
  await page.getByRole("button", { name: "Chuyển tiền" }).click();
  await expect(async () => {
    await page.goto(orderUrl);
    await expect(page.getByText(dong(200_000)).first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đơn đã đóng");
  expectBooksRight(shop, 0);
});
