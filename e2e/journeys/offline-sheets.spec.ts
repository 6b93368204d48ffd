import { join } from "node:path";
import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import sharp from "sharp";
import { DEMO_PASSWORD, expect, PHONES, signInByForm, test } from "../support/journey";

/** A helper types households' sheets where there is no line; each is registered once when the line is back. */

async function photo() {
  const noise = { type: "gaussian" as const, mean: 200, sigma: 20 };
  const create = { width: 1_800, height: 2_400, channels: 3 as const, background: "#fff", noise };
  const buffer = await sharp({ create }).jpeg({ quality: 90 }).toBuffer();
  return { name: "phieu.jpg", mimeType: "image/jpeg", buffer };
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const finish = (page: Page) => page.getByRole("button", { name: "Xong, gửi khi có mạng" }).click();
const rowOf = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });

/** Opens the desk and waits until the phone has all that it needs without a line. */
async function openDesk(page: Page) {
  await page.goto("/agent");
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          await navigator.serviceWorker.ready;
          return (await caches.match("/offline/sheets")) !== undefined;
        }),
      { timeout: 20_000 },
    )
    .toBe(true);
}

async function signOut(page: Page) {
  await page.goto("/account");
  await page.getByRole("button", { name: "Đăng xuất" }).first().click();
  await expect(page.getByRole("link", { name: "Đăng nhập" }).first()).toBeVisible();
}

async function typeHousehold(page: Page, household: { name: string; phone: string }) {
  await page.getByLabel("Tên hộ hoặc cơ sở").fill(household.name);
  await page.getByLabel("Họ và tên người phụ trách").fill("Sùng Thị Mẫu");
  await page.getByLabel("Số điện thoại").fill(household.phone);
  await page.getByLabel("Xã, phường, đặc khu").selectOption({ label: "Xã Lũng Cú" });
  await page.getByLabel("Thôn, bản, ấp, số nhà").fill("Thôn Lô Lô Chải");
  await page.getByLabel("Hộ đã được nghe đọc điều khoản").check();
}

/** What the shop has of the households of this name: their consent by a sheet, with its powers. */
function registered(dataDir: string, name: string) {
  const file = new Database(join(dataDir, "cho-phien.sqlite"), { readonly: true });
  try {
    return file
      .prepare(
        `SELECT households.phone, delegations.way, delegations.powers, delegations.days
         FROM households LEFT JOIN delegations ON delegations.household_id = households.id
         WHERE households.name = ?`,
      )
      .all(name);
  } finally {
    file.close();
  }
}

/** What the phone keeps of sheets, as typed. */
function keptOnPhone(page: Page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("cho-phien-sheets");
        opening.addEventListener("success", () => {
          const asked = opening.result.transaction("sheets").objectStore("sheets").getAll();
          asked.addEventListener("success", () => {
            resolve((asked.result as { fields: unknown }[]).map(({ fields }) => fields));
            opening.result.close();
          });
        });
      }),
  );
}

test("the old name of a commune on a sheet is found without a line", async ({
  page,
  context,
  shop,
}) => {
  test.setTimeout(120_000);
  const name = "Hộ nhớ tên xã cũ";
  await signInByForm(page, PHONES.agent);
  await openDesk(page);
  await context.setOffline(true);
  await page.goto("/offline/sheets#new");
  await typeHousehold(page, { name, phone: "0900000660" });
  const commune = page.getByLabel("Xã, phường, đặc khu");
  const old = page.getByLabel("Không thấy xã mình? Ghi tên xã cũ");
  await commune.selectOption("");
  await page.getByRole("radio", { name: "Chưa, sẽ hỏi hộ sau" }).check();
  await old.fill("Xã Không Có");
  await finish(page);
  await expect(page.getByRole("alert")).toContainText("Tỉnh này không có xã cũ nào tên như vậy");
  await expect(old).toBeFocused();
  await old.fill("má lé");
  await finish(page);
  await expect(page.getByRole("alert")).toContainText(/Xã M[aá] Lé nay là Xã Lũng Cú/);
  await expect(commune.locator("option:checked")).toHaveText("Xã Lũng Cú");
  await expect.poll(() => keptOnPhone(page)).toMatchObject([{ communeCode: expect.any(String) }]);
  await finish(page);
  await expect(rowOf(page, name)).toContainText("Ghi xong, máy sẽ tự gửi");
  await context.setOffline(false);
  await expect(rowOf(page, name)).toContainText("Đã đăng ký cho hộ", { timeout: 30_000 });
  expect(registered(shop.dataDir, name)).toMatchObject([{ phone: "0900000660" }]);
});

test("a signed sheet is typed without a line, and sent when the line is back, once", async ({
  page,
  context,
  shop,
}) => {
  test.setTimeout(120_000);
  const name = "Hộ ghi từ phiếu giấy";
  await signInByForm(page, PHONES.agent);
  await openDesk(page);
  await context.setOffline(true);
  await page.getByRole("link", { name: "Giúp thêm một hộ" }).first().click();
  await expect(heading(page)).toHaveText("Ghi phiếu của hộ khi chưa có mạng");
  await expect(page.getByText("Chưa có mạng. Cứ soạn tiếp")).toBeVisible();
  await page.getByRole("link", { name: "Ghi một phiếu" }).click();
  await finish(page);
  await expect(page.getByRole("alert")).toContainText("Xin chọn: hộ đã ký cho làm thay");
  await typeHousehold(page, { name, phone: "+84 900 000 581" });
  // Nothing is lost with the page, or with the phone's battery.
  await expect.poll(() => keptOnPhone(page)).toMatchObject([{ name, consent: "on" }]);
  await page.reload();
  await expect(page.getByLabel("Số điện thoại")).toHaveValue("+84 900 000 581");
  await expect(page.getByLabel("Hộ đã được nghe đọc điều khoản")).toBeChecked();
  await expect(page.getByLabel("Ngày hộ ký")).toBeHidden();
  await page.getByRole("radio", { name: "Có, đã ký trên phiếu này" }).check();
  await finish(page);
  await expect(page.getByRole("alert")).toContainText("Xin chụp phiếu hộ đã ký.");
  await page.getByRole("checkbox", { name: /sản phẩm/i }).check();
  await page.getByRole("radio", { name: "3 tháng" }).check();
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  await page.getByLabel("Ngày hộ ký").fill(today);
  await page.getByLabel("Ảnh phiếu hộ đã ký").setInputFiles(await photo());
  const kept = page.getByRole("img", { name: "Ảnh phiếu hộ đã ký" });
  const width = () => kept.evaluate((one: HTMLImageElement) => one.naturalWidth);
  await expect.poll(width).toBe(1_800); // as a paper, not as goods
  await finish(page);
  const row = rowOf(page, name);
  await expect(row).toContainText("Ghi xong, máy sẽ tự gửi");
  await expect(row).toContainText("0900 000 581");

  await test.step("the same number typed twice is said on the phone", async () => {
    await page.getByRole("link", { name: "Ghi một phiếu" }).click();
    await typeHousehold(page, { name: "Hộ ghi hai lần", phone: "0900000581" });
    await page.getByRole("radio", { name: "Chưa, sẽ hỏi hộ sau" }).check();
    await finish(page);
    await expect(page.getByRole("alert")).toContainText("Máy đang giữ một phiếu khác cùng số này");
    await page.getByLabel("Số điện thoại").fill(PHONES.household);
    await finish(page);
    await expect(rowOf(page, "Hộ ghi hai lần")).toContainText("Ghi xong, máy sẽ tự gửi");
  });

  expect(registered(shop.dataDir, name)).toEqual([]);
  await context.setOffline(false);
  await expect(row).toContainText("Đã đăng ký cho hộ", { timeout: 30_000 });
  expect(registered(shop.dataDir, name)).toEqual([
    { phone: "0900000581", way: "sheet", powers: '["products"]', days: 90 },
  ]);

  await test.step("what the shop refuses is said at its question, and mended there", async () => {
    const other = rowOf(page, "Hộ ghi hai lần");
    await expect(other).toContainText("Số này đã có tài khoản trên chợ.", { timeout: 30_000 });
    await other.getByRole("link", { name: "Tiếp tục" }).click();
    await expect(page.getByRole("alert")).toContainText("Số này đã có tài khoản trên chợ.");
    await page.getByLabel("Số điện thoại").fill("0900 000 582");
    await finish(page);
    await expect(other).toContainText("Đã đăng ký cho hộ", { timeout: 30_000 });
    expect(registered(shop.dataDir, "Hộ ghi hai lần")).toEqual([
      { phone: "0900000582", way: null, powers: null, days: null },
    ]);
    await other.getByRole("link", { name: "Xem" }).click();
    await expect(heading(page)).toHaveText("Xin hộ đồng ý");
  });

  await page.goto("/agent");
  await expect(page.getByText(name)).toBeVisible();
  await page.goto("/offline/sheets");
  await expect(page.getByRole("link", { name: "Ghi một phiếu" })).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);
});

test("a registration that meets an ended session is still on the phone", async ({
  page,
  context,
}) => {
  const name = "Hộ gặp phiên đã hết";
  await signInByForm(page, PHONES.agent);
  await page.goto("/agent/households/new");
  await typeHousehold(page, { name, phone: "0900 000 585" });
  await context.clearCookies();
  await page.getByRole("button", { name: "Đăng ký cho hộ" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel("Số điện thoại").fill(PHONES.agent);
  await page.getByLabel("Mật khẩu").fill(DEMO_PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await page.getByRole("link", { name: /^Phiếu còn giữ trên máy này/ }).click();
  await rowOf(page, name).getByRole("link", { name: "Tiếp tục" }).click();
  await expect(page.getByLabel("Tên hộ hoặc cơ sở")).toHaveValue(name);
});

test("a registration whose line goes when it is sent is kept on the phone, and not shown to the next", async ({
  page,
  context,
  shop,
}) => {
  test.setTimeout(120_000);
  const name = "Hộ mất mạng lúc gửi";
  await signInByForm(page, PHONES.agent);
  await openDesk(page);
  await page.goto("/agent/households/new");
  await typeHousehold(page, { name, phone: "0900 000 583" });
  await context.setOffline(true);
  await page.getByRole("button", { name: "Đăng ký cho hộ" }).click();
  await expect(heading(page)).toHaveText("Ghi phiếu của hộ khi chưa có mạng");
  const row = rowOf(page, name);
  await expect(row).toContainText("Đang ghi dở");
  await context.setOffline(false);
  await signOut(page);
  await signInByForm(page, PHONES.household);
  await page.goto("/offline/sheets");
  await expect(page.getByText("Máy này chưa mở bàn tổ công nghệ số.")).toBeVisible();
  await expect(row).toHaveCount(0);
  await expect(page.getByText(/^Máy vẫn giữ phiếu của người giúp khác/)).toContainText("1");

  await signOut(page);
  await signInByForm(page, PHONES.agent);
  await page.goto("/agent");
  await page.getByRole("link", { name: /^Phiếu còn giữ trên máy này/ }).click();
  await row.getByRole("link", { name: "Tiếp tục" }).click();
  await expect(page.getByLabel("Tên hộ hoặc cơ sở")).toHaveValue(name);
  await page.getByRole("radio", { name: "Chưa, sẽ hỏi hộ sau" }).check();
  await finish(page);
  await expect(row).toContainText("Đã đăng ký cho hộ", { timeout: 30_000 });
  expect(registered(shop.dataDir, name)).toHaveLength(1);
});

test("a registration that arrives leaves nothing on the phone", async ({ page, shop }) => {
  const name = "Hộ gửi trôi chảy";
  await signInByForm(page, PHONES.agent);
  await page.goto("/agent/households/new");
  await typeHousehold(page, { name, phone: "0900 00" });
  await page.getByRole("button", { name: "Đăng ký cho hộ" }).click();
  await expect(page.getByLabel("Số điện thoại")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Tên hộ hoặc cơ sở")).toHaveValue(name);
  await page.getByLabel("Số điện thoại").fill("0900 000 584");
  await page.getByRole("button", { name: "Đăng ký cho hộ" }).click();
  await expect(heading(page)).toHaveText("Xin hộ đồng ý");
  await page.goto("/offline/sheets");
  await expect(page.getByRole("link", { name: "Ghi một phiếu" })).toBeVisible();
  await expect(rowOf(page, name)).toHaveCount(0);
  expect(registered(shop.dataDir, name)).toHaveLength(1);
});

test("a sheet whose answer gets lost is put right on the phone, and is one household", async ({
  page,
  context,
  shop,
}) => {
  test.setTimeout(120_000);
  const name = "Hộ mất câu trả lời";
  await signInByForm(page, PHONES.agent);
  await openDesk(page);
  let isLost = true;
  await context.route("**/agent/households/kept", async (route) => {
    const answer = await route.fetch();
    await (isLost ? route.abort() : route.fulfill({ response: answer }));
  });
  await page.goto("/offline/sheets#new");
  await typeHousehold(page, { name, phone: "0900 000 606" });
  await page.getByRole("radio", { name: "Chưa, sẽ hỏi hộ sau" }).check();
  await finish(page);
  const row = rowOf(page, name);
  await expect.poll(() => registered(shop.dataDir, name)).toHaveLength(1);
  await expect(row).toContainText("Ghi xong, máy sẽ tự gửi");
  await row.getByRole("link", { name: "Tiếp tục" }).click();
  await page.getByLabel("Số điện thoại").fill("0900 000 607");
  isLost = false;
  await finish(page);
  await expect(row).toContainText("Đã đăng ký cho hộ", { timeout: 30_000 });
  expect(registered(shop.dataDir, name)).toMatchObject([{ phone: "0900000607" }]);
});

test("a registration goes through where cookies of the page are blocked", async ({
  page,
  shop,
}) => {
  const name = "Hộ ở máy chặn lưu trữ";
  await signInByForm(page, PHONES.agent);
  await page.addInitScript(() => {
    const get = () => {
      throw new DOMException("denied", "SecurityError");
    };
    Object.defineProperty(window, "sessionStorage", { get });
  });
  await page.goto("/agent/households/new");
  await typeHousehold(page, { name, phone: "0900 000 608" });
  await page.getByRole("button", { name: "Đăng ký cho hộ" }).click();
  await expect(heading(page)).toHaveText("Xin hộ đồng ý");
  expect(registered(shop.dataDir, name)).toHaveLength(1);
  await page.goto("/offline/sheets");
  await expect(page.getByRole("link", { name: "Ghi một phiếu" })).toBeVisible();
});

test("what one tab is sending another one does not open", async ({ page, context }) => {
  const name = "Hộ đang gửi ở thẻ khác";
  await signInByForm(page, PHONES.agent);
  await page.goto("/agent/households/new");
  await typeHousehold(page, { name, phone: "0900 000 609" });
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await context.route("**/agent/households/new", async (route) => {
    if (route.request().method() === "POST") await held;
    await route.continue();
  });
  await page.getByRole("button", { name: "Đăng ký cho hộ" }).click({ noWaitAfter: true });
  const second = await context.newPage();
  await second.goto("/offline/sheets");
  const row = rowOf(second, name);
  await expect(row).toContainText("Đang gửi…");
  await expect(row.getByRole("link", { name: "Tiếp tục" })).toBeHidden();
  await expect(row.getByRole("button", { name: "Bỏ" })).toBeHidden();
  const id = await row.getAttribute("data-id");
  await second.goto(`/offline/sheets#${id}`);
  await expect(second.getByLabel("Tên hộ hoặc cơ sở")).toHaveCount(0);
  await expect(row).toContainText("Đang gửi…");
  goOn();
  await expect(heading(page)).toHaveText("Xin hộ đồng ý");
  await second.goto("/offline/sheets");
  await expect(row).toHaveCount(0);
});
