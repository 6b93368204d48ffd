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
  await expect(page.getByRole("alert")).toContainText("Xin ghi số cân từ 1 đến 1 triệu");
  await expect(form.getByLabel("Nông sản gì")).toHaveValue(PRODUCE);
  await form.getByLabel("Ước thu bao nhiêu cân").fill("99.999");
  await form.getByRole("button", { name: "Gửi cho Tổ điều phối" }).click();
  await expect(page.getByRole("alert")).toContainText("Tuần nhiều nhất lên đến 99.999 kg");
  await expect(form.getByRole("button", { name: "Đúng số ấy: 99.999 kg" })).toBeVisible();
  await form.getByLabel("Ước thu bao nhiêu cân").fill("2 tấn");
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

const OTHER = "Dưa lưới Quang Bình";

test("an officer takes a kind on, sends a buyer to its household, and both know what came of it", async ({
  browser,
  shop,
  page,
}, testInfo) => {
  const { javaScriptEnabled } = testInfo.project.use;
  const first = addDays(localDateOf(Date.now()), 12);
  await page.setViewportSize({ width: 360, height: 740 });
  await signInByForm(page, PHONES.household);
  await page.goto("/household/supply");
  const form = page.getByRole("region", { name: "Báo một vụ" });
  await form.getByLabel("Nông sản gì").fill(OTHER);
  await form.getByLabel("Ước thu bao nhiêu cân").fill("1.500");
  await form.getByLabel("Từ ngày").fill(first);
  await form.getByLabel("Đến ngày").fill(first);
  await form.getByRole("button", { name: "Gửi cho Tổ điều phối" }).click();

  const context = await browser.newContext({
    baseURL: shop.origin,
    locale: "vi-VN",
    viewport: { width: 360, height: 740 },
    ...(javaScriptEnabled === undefined ? {} : { javaScriptEnabled }),
  });
  const officer = await context.newPage();
  await signInByForm(officer, PHONES.department);
  await officer.goto("/department/supply");
  await officer.getByRole("button", { name: `Nhận điều phối ${OTHER}` }).click();
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText(OTHER);
  await expect(officer.getByText("Bạn đang phụ trách")).toBeVisible();
  await expect(officer.getByText("Chưa có người mua nào cần loại này.")).toBeVisible();

  await officer.getByRole("link", { name: "Ghi một nhu cầu" }).click();
  await expect(officer.getByLabel("Nông sản gì")).toHaveValue(OTHER);
  await officer.getByLabel("Người mua, đơn vị").fill("Bếp ăn mẫu");
  await officer.getByLabel("Liên hệ").fill("anh Tư, bếp trưởng");
  await officer.getByLabel("Cần mua bao nhiêu cân").fill("900");
  await officer.getByLabel("Từ ngày").fill(first);
  await officer.getByLabel("Đến ngày").fill(first);
  await officer.getByRole("button", { name: "Ghi nhu cầu" }).click();
  await officer.goto("/department/supply");
  const own = officer.getByRole("link", { name: new RegExp(`đang phụ trách.*${OTHER}`) }).first();
  await own.click();

  const match = officer.getByRole("region", { name: "Giới thiệu người mua cho hộ" });
  await match.getByLabel("Người mua nào").selectOption({ index: 1 });
  await match.getByLabel("Bao nhiêu cân").fill("1.000");
  await match.getByRole("button", { name: "Giới thiệu" }).click();
  await expect(match.getByRole("alert")).toContainText("Xin chọn hộ");
  await match.getByLabel("Hộ nào").selectOption({ index: 1 });
  await match.getByRole("button", { name: "Giới thiệu" }).click();
  await expect(match.getByRole("alert")).toContainText("chỉ còn 900 kg");
  await match.getByLabel("Bao nhiêu cân").fill("900");
  await match.getByRole("button", { name: "Giới thiệu" }).click();
  await expect(officer.getByRole("status").first()).toContainText("Đã giới thiệu");
  await expect(officer.getByRole("region", { name: "Đã giới thiệu" })).toContainText("Bếp ăn mẫu");

  await page.goto("/household/supply");
  const found = page.getByRole("region", { name: "Người mua Tổ điều phối tìm được" });
  await expect(found).toContainText("anh Tư, bếp trưởng");
  await found.getByRole("link", { name: "Báo kết quả Bếp ăn mẫu" }).click();
  await page.getByLabel("Bán được bao nhiêu cân").fill("901");
  await page.getByRole("button", { name: "Lưu kết quả" }).click();
  await expect(page.getByRole("alert")).toContainText("chỉ còn 900 kg");
  await page.getByLabel("Bán được bao nhiêu cân").fill("850");
  await page.getByRole("button", { name: "Lưu kết quả" }).click();
  await expect(found).toContainText("Đã bán 850 kg");

  await officer.goto("/department");
  await officer.getByRole("link", { name: /Việc điều phối của bạn có tin mới/ }).click();
  const news = officer.getByRole("listitem").filter({ hasText: OTHER });
  await expect(news).toContainText("mới");
  await news.getByRole("link", { name: OTHER }).click();
  const matches = officer.getByRole("region", { name: "Đã giới thiệu" });
  await expect(matches.getByText("mới", { exact: true })).toBeVisible();
  await officer.getByRole("button", { name: "Đã xem" }).click();
  await expect(officer.getByRole("status").first()).toContainText("Đã xem tin mới");
  await expect(matches.getByText("mới", { exact: true })).toHaveCount(0);
  await officer.getByLabel("Ghi việc đã làm").fill("Đã gọi bếp ăn, lấy hàng thứ Năm");
  await officer.getByRole("button", { name: "Ghi lại" }).click();
  const steps = officer.getByRole("region", { name: "Đã làm gì" });
  await expect(steps.getByRole("listitem").first()).toContainText("lấy hàng thứ Năm");
  await officer.getByLabel("Bán được một phần").check();
  await officer.getByRole("button", { name: "Kết thúc việc này" }).click();
  await expect(officer.getByText("Kết quả: Bán được một phần")).toBeVisible();
  await officer.goto("/department/supply/cases");
  const closed = officer.getByRole("region", { name: "Đã xong" });
  await expect(closed.getByRole("listitem").filter({ hasText: OTHER })).toContainText(
    "đã bán 850 kg",
  );

  await page.getByRole("button", { name: `Rút lại ${OTHER}` }).click();
  await context.close();
});

const THIRD = "Bí đao Hàm Yên";

test("an officer ends a match with a reason, which the household reads beside the buyer", async ({
  browser,
  shop,
  page,
}, testInfo) => {
  const { javaScriptEnabled } = testInfo.project.use;
  const first = addDays(localDateOf(Date.now()), 14);
  await page.setViewportSize({ width: 360, height: 740 });
  await signInByForm(page, PHONES.household);
  await page.goto("/household/supply");
  const form = page.getByRole("region", { name: "Báo một vụ" });
  await form.getByLabel("Nông sản gì").fill(THIRD);
  await form.getByLabel("Ước thu bao nhiêu cân").fill("1.000");
  await form.getByLabel("Từ ngày").fill(first);
  await form.getByLabel("Đến ngày").fill(first);
  await form.getByRole("button", { name: "Gửi cho Tổ điều phối" }).click();

  const context = await browser.newContext({
    baseURL: shop.origin,
    locale: "vi-VN",
    viewport: { width: 360, height: 740 },
    ...(javaScriptEnabled === undefined ? {} : { javaScriptEnabled }),
  });
  const officer = await context.newPage();
  await signInByForm(officer, PHONES.department);
  await officer.goto(`/department/supply/demands?produce=${encodeURIComponent(THIRD)}`);
  await officer.getByLabel("Người mua, đơn vị").fill("Trường mẫu");
  await officer.getByLabel("Cần mua bao nhiêu cân").fill("600");
  await officer.getByLabel("Từ ngày").fill(first);
  await officer.getByLabel("Đến ngày").fill(first);
  await officer.getByRole("button", { name: "Ghi nhu cầu" }).click();
  await officer.goto("/department/supply");
  await officer.getByRole("button", { name: `Nhận điều phối ${THIRD}` }).click();
  const match = officer.getByRole("region", { name: "Giới thiệu người mua cho hộ" });
  await match.getByLabel("Hộ nào").selectOption({ index: 1 });
  await match.getByLabel("Người mua nào").selectOption({ index: 1 });
  await match.getByLabel("Bao nhiêu cân").fill("700");
  await match.getByRole("button", { name: "Giới thiệu" }).click();
  // At its field and on top.
  await expect(match.getByText("chỉ còn 600 kg")).toHaveCount(2);
  await match.getByRole("alert").getByRole("link").click();
  await expect(match.getByLabel("Bao nhiêu cân")).toBeFocused();
  await match.getByLabel("Bao nhiêu cân").fill("600");
  await match.getByRole("button", { name: "Giới thiệu" }).click();

  // Two write what came of it: who comes second reads what the first has said.
  await officer.getByRole("link", { name: /^Báo kết quả/ }).click();
  const found = page.getByRole("region", { name: "Người mua Tổ điều phối tìm được" });
  await page.goto("/household/supply");
  await found.getByRole("link", { name: "Báo kết quả Trường mẫu" }).click();
  await page.getByLabel("Bán được bao nhiêu cân").fill("300");
  await page.getByRole("button", { name: "Lưu kết quả" }).click();
  await officer.getByLabel("Bán được bao nhiêu cân").fill("250");
  await officer.getByRole("button", { name: "Lưu kết quả" }).click();
  await expect(officer.getByRole("alert")).toContainText("đã có người báo: bán được 300 kg");
  await expect(officer.getByLabel("Bán được bao nhiêu cân")).toHaveValue("250");
  await officer.getByRole("button", { name: "Lưu kết quả" }).click();
  await expect(officer.getByRole("status").first()).toContainText("Đã lưu kết quả");

  await match.getByLabel("Hộ nào").selectOption({ index: 1 });
  await match.getByLabel("Người mua nào").selectOption({ index: 1 });
  await match.getByLabel("Bao nhiêu cân").fill("350");
  await match.getByRole("button", { name: "Giới thiệu" }).click();
  await officer.getByRole("link", { name: /^Dừng giới thiệu/ }).click();
  const ending = officer.url();
  await officer.getByRole("button", { name: "Dừng giới thiệu" }).click();
  await expect(officer.getByRole("alert")).toBeVisible();
  await officer.getByLabel("Vì sao").fill("Xe không vào được bản");
  await officer.getByRole("button", { name: "Dừng giới thiệu" }).click();
  await expect(officer.getByRole("status").first()).toContainText("Đã dừng");
  // Asked for again, the page says how it came out.
  await officer.goto(ending);
  await expect(officer.getByRole("main")).toContainText("Sở đã dừng: Xe không vào được bản");
  await expect(officer.getByRole("button", { name: "Dừng giới thiệu" })).toHaveCount(0);
  await page.goto("/household/supply");
  await expect(found).toContainText("Sở đã dừng: Xe không vào được bản");
  await page.getByRole("button", { name: `Rút lại ${THIRD}` }).click();
  await context.close();
});
