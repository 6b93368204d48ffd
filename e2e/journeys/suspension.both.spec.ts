import { checkIfScripted } from "../support/check-accessibility";
import { expect, PHONES, signInByForm, test } from "../support/journey";

const REASON = "Nhiều đơn giao sai hàng, đã nhắc hai lần.";

test("a household is told before it is suspended, and an authority's request suspends at once", async ({
  page,
  browser,
  shop,
}, info) => {
  test.setTimeout(180_000);
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
    await expect(page.getByText("Ghi thêm yêu cầu của cơ quan có thẩm quyền")).toBeVisible();
    await checkIfScripted(page, info);
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

  await test.step("a request in the register leads back to its answer, and only then it sells again", async () => {
    const authority = `Cục Quản lý thị trường ${info.project.name}`;
    await page.goto("/department/compliance/new?kind=suspension");
    await page.getByLabel("Bên yêu cầu").fill(authority);
    await page.getByLabel("Nhận bằng cách nào").selectOption({ label: "Công văn, thư" });
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel("Ngày nhận").fill(yesterday);
    await page.getByLabel("Giờ nhận").fill("08:00");
    await page.getByLabel("Nội dung yêu cầu").fill("Tạm ngừng hộ bán hàng giả.");
    await page.getByLabel("Yêu cầu về").selectOption({ label: "Hộ bán hàng" });
    const slug = address.split("/").at(-2) ?? "";
    await page.getByLabel("Địa chỉ trang, mã hoặc số điện thoại").fill(slug);
    await page.getByRole("button", { name: "Ghi vào sổ" }).click();
    await page.getByRole("link", { name: "Tạm ngừng hộ bán hàng" }).click();
    await page.getByLabel("Theo yêu cầu của cơ quan nhà nước có thẩm quyền").check();
    await page.getByLabel("Yêu cầu trong sổ").selectOption({ index: 1 });
    await page.getByLabel("Lý do (hộ đọc được nguyên văn)").fill("Theo yêu cầu của cơ quan.");
    await page.getByRole("button", { name: "Tạm ngừng hoặc báo trước" }).click();
    await expect(page.getByText("Hộ đã tạm ngừng.")).toBeVisible();
    await checkIfScripted(page, info);

    const list = `/department/households?q=${PHONES.household}`;
    const restore = page.getByRole("button", { name: /^Cho .+ bán lại$/ }).first();
    await page.goto(list);
    await restore.click();
    await expect(page.getByRole("alert")).toContainText("Còn yêu cầu tạm ngừng hộ này");
    await page.goto(address);
    await page.getByRole("link", { name: authority }).click();
    await page.getByLabel("Đã thực hiện").check();
    const words = page.getByLabel("Đã làm gì, trả lời thế nào; nếu từ chối thì vì sao");
    await words.fill("Đã tạm ngừng.");
    await page.getByRole("button", { name: "Trả lời", exact: true }).click();
    await expect(page.getByText("Đã ghi trả lời.")).toBeVisible();
    await page.goto(list);
    await restore.click();
    await seller.goto("/household");
    await expect(seller.getByText("Gian hàng đang tạm ngừng")).toHaveCount(0);
  });
  await context.close();
});
