import { addMonths, formatMonth, localDateOf, monthOf } from "../../app/platform/period";
import { checkIfScripted } from "../support/check-accessibility";
import { expect, signInByForm } from "../support/journey";
import { test as ownShop } from "../support/own-shop";
import { seedFolder } from "../support/run-node";
import { temporaryFolder } from "../support/shop";

/** A shop of its own with samples: what is published here is read by other journeys. */

const test = ownShop.extend({
  started: async ({}, use) => {
    const dataDir = temporaryFolder("periods");
    await seedFolder(dataDir, ["--province", "08", "--orders", "600"]);
    await use({ dataDir });
  },
});
const last = addMonths(monthOf(localDateOf(Date.now())), -1);
const name = formatMonth(last);

test("a month is closed and published; what changes later is a revision with number, cause and difference", async ({
  page,
  browser,
}, info) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 360, height: 740 });
  const reader = await browser.newPage();
  await signInByForm(page, "0900000004");

  await test.step("the month that is over waits to be closed", async () => {
    await reader.goto("/statistics");
    await expect(reader.getByRole("heading", { level: 2 }).first()).not.toContainText(name);
    await page.goto("/department/periods");
    const row = page.getByRole("row").filter({ hasText: name });
    await expect(row).toContainText("Chưa chốt");
    await row.getByRole("link", { name }).click();
    await checkIfScripted(page, info);
    await page.getByRole("button", { name: `Chốt tháng ${name}` }).click();
    await expect(page.getByRole("status").first()).toContainText("Đã chốt");
    await expect(page.getByText("Đã chốt, chưa công bố")).toBeVisible();
  });

  await test.step("closed is not public yet", async () => {
    await reader.goto("/statistics");
    await expect(reader.getByRole("main")).not.toContainText(`gần nhất: ${name}`);
    await page.getByRole("button", { name: `Công bố tháng ${name}` }).click();
    await expect(page.getByRole("status").first()).toContainText("Đã công bố");
    await reader.goto("/statistics");
    await expect(reader.getByRole("main")).toContainText(`gần nhất: ${name}`);
  });

  const shareOf = () => reader.getByRole("article").first().locator("p.num").innerText();
  const published = await shareOf();

  await test.step("the statistics office publishes another figure", async () => {
    await page.goto(`/department/retail-totals?month=${last}`);
    await page.getByRole("radio", { name: "Doanh thu bán lẻ hàng hóa", exact: true }).check();
    await page.getByLabel("Số tiền, tỷ đồng").fill("3.512,7");
    await page.getByRole("radio", { name: "Sơ bộ" }).check();
    await page.getByLabel("Nguồn").fill("Báo cáo thử nghiệm");
    await page
      .getByLabel("Ngày công bố")
      .fill(localDateOf(Date.now()).split("-").toReversed().join("/"));
    await page.getByRole("button", { name: "Lưu số này" }).click();
    await expect(page.getByRole("main")).toContainText("3.512,7");
    await reader.goto("/statistics");
    expect(await shareOf()).toBe(published);
  });

  await test.step("it shows as a change, and becomes a revision with a reason", async () => {
    await page.goto("/department/periods");
    const row = page.getByRole("row").filter({ hasText: name });
    await expect(row).toContainText("Xem thay đổi");
    await row.getByRole("link", { name }).click();
    await expect(page.locator("#changes")).toContainText("3.512,7");
    await checkIfScripted(page, info);
    await page.getByRole("button", { name: "Ghi Điều chỉnh 1" }).click();
    await expect(page.getByRole("alert").first()).toContainText("Xin ghi lý do điều chỉnh");
    await page.getByLabel("Lý do điều chỉnh").fill("Có số sơ bộ của cơ quan thống kê");
    await page.getByRole("button", { name: "Ghi Điều chỉnh 1" }).click();
    await expect(page.getByRole("status").first()).toContainText("Đã ghi điều chỉnh");
    await reader.goto("/statistics");
    expect(await shareOf()).toBe(published);
    await page.getByRole("button", { name: `Công bố tháng ${name}` }).click();
    await expect(page.getByText("Đã công bố, có điều chỉnh")).toBeVisible();
  });

  await test.step("everybody reads the new figure, the old one, the number and the reason", async () => {
    await reader.goto("/statistics");
    expect(await shareOf()).not.toBe(published);
    const entry = reader.locator("#revisions li").first();
    await expect(entry).toContainText(`Tháng ${name}, điều chỉnh 1`);
    await expect(entry).toContainText("Có số sơ bộ của cơ quan thống kê");
    await expect(entry).toContainText(published);
    await checkIfScripted(reader, info);
  });

  await test.step("an edition can be checked to the byte, and taken along", async () => {
    await page.getByRole("link", { name: "Bản chốt" }).click();
    await page.getByRole("button", { name: "Kiểm tra bản này" }).click();
    await expect(page.getByRole("status").first()).toContainText("Nguyên vẹn");
    await checkIfScripted(page, info);
    const manifest = await page.request.get(`/department/periods/${last}/editions/1/manifest.json`);
    const { records } = (await manifest.json()) as { records: { saleCount: number } };
    const orders = await page.request.get(`/department/periods/${last}/editions/1/records.ndjson`);
    const lines = (await orders.text()).split("\n").filter((line) => line.includes('"sale"'));
    expect(lines).toHaveLength(records.saleCount);
    expect(records.saleCount).toBeGreaterThan(10);
    await page.goto("/department/periods");
    await page.getByRole("link", { name: "Kiểm tra toàn bộ chuỗi" }).click();
    await page.getByRole("button", { name: "Kiểm tra mọi bản" }).click();
    await expect(page.getByRole("status").first()).toContainText("đúng như lúc chốt");
    await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
    await checkIfScripted(page, info);
  });
});
