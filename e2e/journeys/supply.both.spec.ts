import { expect, PHONES, signInByForm, test } from "../support/journey";
import { addDays, localDateOf } from "../../app/platform/period";

/** A household tells of a harvest; the department sees that nobody is known to want it, and notes who does. */

const PRODUCE = "Hồng không hạt Quản Bạ";

test("a harvest that nobody wants is a possible glut until a buyer is found", async ({
  browser,
  shop,
  page,
}, testInfo) => {
  const { javaScriptEnabled } = testInfo.project.use;
  const first = addDays(localDateOf(Date.now()), 10);
  await page.setViewportSize({ width: 360, height: 740 });
  await signInByForm(page, PHONES.household);
  await page.goto("/household");
  await page.getByRole("link", { name: "Báo trước vụ thu hoạch" }).click();
  await expect(page.getByText("Chưa báo vụ nào sắp tới")).toBeVisible();
  const form = page.getByRole("region", { name: "Báo một vụ" });
  await form.getByLabel("Nông sản gì").fill(PRODUCE);
  await form.getByLabel("Ước thu bao nhiêu cân").fill("hai tấn");
  await form.getByLabel("Từ ngày").fill(first);
  await form.getByLabel("Đến ngày").fill(first);
  await form.getByRole("button", { name: "Gửi cho Tổ điều phối" }).click();
  await expect(page.getByRole("alert")).toContainText("Số cân là số nguyên");
  await expect(form.getByLabel("Nông sản gì")).toHaveValue(PRODUCE);
  await form.getByLabel("Ước thu bao nhiêu cân").fill("2.000");
  await form.getByRole("button", { name: "Gửi cho Tổ điều phối" }).click();
  await expect(page.getByRole("status").first()).toContainText("Đã báo cho Tổ điều phối");
  await expect(page.getByRole("main").getByRole("listitem")).toContainText("2.000 kg");

  const context = await browser.newContext({
    baseURL: shop.origin,
    locale: "vi-VN",
    ...(javaScriptEnabled === undefined ? {} : { javaScriptEnabled }),
  });
  const officer = await context.newPage();
  await signInByForm(officer, PHONES.department);
  await officer.goto("/department");
  await officer.getByRole("link", { name: "Điều phối tiêu thụ" }).click();
  const gluts = officer.getByRole("region", { name: "Có thể dư thừa" });
  await expect(gluts).toContainText(PRODUCE);
  await expect(gluts).toContainText("dư 2.000 kg");

  await officer.getByRole("link", { name: "Nhu cầu của người mua" }).click();
  await officer.getByLabel("Người mua, đơn vị").fill("Siêu thị mẫu");
  await officer.getByLabel("Nông sản gì").fill(PRODUCE.toUpperCase());
  await officer.getByLabel("Cần mua bao nhiêu cân").fill("1.800");
  await officer.getByLabel("Từ ngày").fill(first);
  await officer.getByLabel("Đến ngày").fill(first);
  await officer.getByRole("button", { name: "Ghi nhu cầu" }).click();
  await expect(officer.getByRole("status").first()).toContainText("Đã ghi nhu cầu");
  await officer.getByRole("link", { name: "Điều phối tiêu thụ" }).click();
  await expect(officer.getByRole("table", { name: PRODUCE })).toContainText("1.800 kg");
  await expect(gluts.getByText(PRODUCE)).toHaveCount(0);

  await page.getByRole("button", { name: `Rút lại ${PRODUCE}` }).click();
  await expect(page.getByRole("status").first()).toContainText("Đã rút lại");
  await expect(page.getByText("Chưa báo vụ nào sắp tới")).toBeVisible();
  await context.close();
});
