import { checkIfScripted } from "../support/check-accessibility";
import { expect, PHONES, signInByForm, test } from "../support/journey";

const REASON = "Nhiều đơn giao sai hàng, đã nhắc hai lần.";

test("a household is told before it is suspended, and an authority's request suspends at once", async ({
  page,
  browser,
  shop,
}, info) => {
  test.setTimeout(120_000);
  const { javaScriptEnabled = true } = info.project.use;
  const context = await browser.newContext({ baseURL: shop.origin, javaScriptEnabled });
  const seller = await context.newPage();
  await signInByForm(seller, PHONES.household);
  await seller.goto("/household");
  await expect(seller.getByText("Gian hàng sẽ tạm ngừng")).toHaveCount(0);

  await signInByForm(page, PHONES.department);
  await page.goto(`/department/households?q=${PHONES.household}`);
  await page.getByRole("link", { name: "Tạm ngừng hoặc báo trước" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tạm ngừng hộ bán hàng");
  await expect(page.getByText("Báo trước cho hộ ít nhất 5 ngày")).toBeVisible();
  await checkIfScripted(page, info);
  const address = new URL(page.url()).pathname;

  await test.step("a day too early is refused at its field, and nothing typed is lost", async () => {
    const day = page.getByLabel("Tạm ngừng từ ngày");
    const first = await day.inputValue();
    await page.getByLabel("Lý do (hộ đọc được nguyên văn)").fill(REASON);
    await page.getByRole("button", { name: "Tạm ngừng hoặc báo trước" }).click();
    await expect(page.getByRole("alert")).toContainText("Xin chọn căn cứ.");
    await page.getByLabel("Quyết định của đơn vị vận hành").check();
    await day.fill(new Date().toISOString().slice(0, 10));
    await page.getByRole("button", { name: "Tạm ngừng hoặc báo trước" }).click();
    await expect(page.getByRole("alert")).toContainText("Phải báo trước đủ ngày");
    await expect(page.getByLabel("Lý do (hộ đọc được nguyên văn)")).toHaveValue(REASON);
    await day.fill(first);
    await page.getByRole("button", { name: "Tạm ngừng hoặc báo trước" }).click();
    await expect(page.getByText("Đã báo trước cho hộ.")).toBeVisible();
    await checkIfScripted(page, info);
  });

  await test.step("the household reads why, from when, and where to object", async () => {
    await seller.goto("/household");
    const alert = seller.getByRole("alert").filter({ hasText: "Gian hàng sẽ tạm ngừng từ ngày" });
    await expect(alert).toContainText(REASON);
    await expect(alert).toContainText("Nếu không đồng ý");
    await checkIfScripted(seller, info);
  });

  await test.step("the department's first page leads to it, and it is taken back", async () => {
    await page.goto("/department");
    await page.getByRole("link", { name: "Hộ đã được báo sẽ tạm ngừng" }).click();
    const announced = page.locator("#suspensions");
    await expect(announced).toContainText(REASON);
    await checkIfScripted(page, info);
    await announced.getByRole("link").first().click();
    await page.getByRole("button", { name: "Rút lại thông báo" }).click();
    await expect(page.getByText("Đã rút lại thông báo.")).toBeVisible();
    await seller.goto("/household");
    await expect(seller.getByText("Gian hàng sẽ tạm ngừng")).toHaveCount(0);
  });

  await test.step("an authority's paper suspends it at once; restored, it sells again", async () => {
    await page.goto(address);
    await page.getByLabel("Theo yêu cầu của cơ quan nhà nước có thẩm quyền").check();
    await page.getByLabel("Lý do (hộ đọc được nguyên văn)").fill("Theo yêu cầu của cơ quan.");
    await page.getByRole("button", { name: "Tạm ngừng hoặc báo trước" }).click();
    await expect(page.getByRole("alert")).toContainText("Xin chọn yêu cầu trong sổ");
    await page.getByLabel("Văn bản chưa vào sổ").fill("15/QĐ-QLTT");
    await page.getByRole("button", { name: "Tạm ngừng hoặc báo trước" }).click();
    await expect(page.getByText("Hộ đã tạm ngừng.")).toBeVisible();
    await seller.goto("/household");
    await expect(seller.getByText("Gian hàng đang tạm ngừng")).toBeVisible();
    await page.goto(`/department/households?q=${PHONES.household}`);
    await page
      .getByRole("button", { name: /^Cho .+ bán lại$/ })
      .first()
      .click();
    await seller.goto("/household");
    await expect(seller.getByText("Gian hàng đang tạm ngừng")).toHaveCount(0);
  });
  await context.close();
});
