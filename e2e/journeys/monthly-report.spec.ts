import type { Page } from "@playwright/test";
import { addMonths, monthOf, localDateOf } from "../../app/platform/period";
import { checkAccessibility } from "../support/check-accessibility";
import { expect, signInByForm } from "../support/journey";
import { test as ownShop } from "../support/own-shop";
import { seedFolder } from "../support/run-node";
import { temporaryFolder } from "../support/shop";

/** A shop of its own: a month is closed and revised here. */
const test = ownShop.extend({
  started: async ({}, use) => {
    const dataDir = temporaryFolder("report");
    await seedFolder(dataDir, ["--province", "08", "--orders", "600"]);
    await use({ dataDir });
  },
});
const last = addMonths(monthOf(localDateOf(Date.now())), -1);
const today = localDateOf(Date.now()).split("-").toReversed().join("/");

/** How many pages a PDF has: the objects of its pages are not packed. */
const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length;

async function printReport(page: Page, edition: number, name: string): Promise<number | undefined> {
  await page.goto(`/department/periods/${last}/editions/${edition}/report`);
  await expect(page.locator(".report img")).toHaveJSProperty("complete", true);
  const path = test.info().outputPath(`${name}.pdf`);
  return pagesOf(await page.pdf({ preferCSSPageSize: true, path }));
}

async function enterRetailTotal(page: Page, kind: string, amount: string) {
  await page.goto(`/department/retail-totals?month=${last}`);
  await page.getByRole("radio", { name: kind, exact: true }).check();
  await page.getByLabel("Số tiền, tỷ đồng").fill(amount);
  await page.getByRole("radio", { name: "Sơ bộ" }).check();
  await page.getByLabel("Nguồn").fill("Báo cáo thử nghiệm của cơ quan thống kê");
  await page.getByLabel("Ngày công bố").fill(today);
  await page.getByRole("button", { name: "Lưu số này" }).click();
}

test("a closed month is one sheet to sign, marked while it is not published, also as a revision", async ({
  page,
}, info) => {
  test.setTimeout(240_000);
  await signInByForm(page, "0900000004");
  expect((await page.request.get(`/department/periods/${last}/editions/1/report`)).status()).toBe(
    404,
  );
  await enterRetailTotal(page, "Doanh thu bán lẻ hàng hóa", "3.500,1");
  await page.goto(`/department/periods/${last}`);
  await page.getByRole("button", { name: "Chốt tháng" }).click();

  await test.step("before it is published", async () => {
    await page.getByRole("link", { name: "Báo cáo một trang để in" }).first().click();
    const report = page.locator(".report");
    await expect(report).toContainText("CHƯA CÔNG BỐ");
    await expect(report).toContainText("Ủy ban nhân dân Tỉnh Tuyên Quang");
    await expect(report).toContainText("Độc lập - Tự do - Hạnh phúc");
    await checkAccessibility(page, page.url());
    expect(await printReport(page, 1, "unpublished")).toBe(1);
  });

  await test.step("with a revision, all figures and other channels", async () => {
    await page.goto(`/department/periods/${last}`);
    await page.getByRole("button", { name: "Công bố tháng" }).click();
    await enterRetailTotal(page, "Doanh thu bán lẻ hàng hóa", "3.512,7");
    await page.goto(`/department/periods/${last}`);
    await page.getByLabel("Lý do điều chỉnh").fill("Cơ quan thống kê công bố số sơ bộ. ".repeat(7));
    await page.getByRole("button", { name: "Ghi Điều chỉnh 1" }).click();
    await page.getByRole("button", { name: "Công bố tháng" }).click();
    expect(await printReport(page, 2, "fullest")).toBe(1);
    const report = page.locator(".report");
    await expect(report).not.toContainText("CHƯA CÔNG BỐ");
    await expect(report).toContainText("Điều chỉnh 1.");
    await expect(report).toContainText("Kênh khác, tổng hợp từ nơi khác");
    await page.setViewportSize({ width: 360, height: 740 });
    await page.screenshot({ path: info.outputPath("narrow.png"), fullPage: true });
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > 360);
    expect(isWide).toBe(false);
  });

  await test.step("every chart and table of the statistics has its source line", async () => {
    for (const path of [
      "/statistics",
      `/department/indicator?month=${last}`,
      "/department/periods",
      `/department/periods/${last}`,
      `/department/periods/${last}/editions/2`,
      `/department/periods/${last}/editions/2/report`,
      "/department/retail-totals",
      "/department/other-channels",
    ]) {
      await page.goto(path);
      expect(await withoutSource(page), path).toEqual([]);
    }
  });
});

/** Tables and figures of which neither the section nor the paper around them has a source line. */
function withoutSource(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main :is(table, figure)")]
      .filter((one) => {
        const scroll = one.closest("section[tabindex]");
        const around = (scroll?.parentElement ?? one).closest("section, article, li, main");
        return !around?.querySelector("[data-source-line]");
      })
      .map((one) => one.textContent?.slice(0, 60) ?? ""),
  );
}
