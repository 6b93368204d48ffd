import Database from "better-sqlite3";
import { join } from "node:path";
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
    sellOnSixChannels(dataDir);
    await use({ dataDir });
  },
});
const BOTH = "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng";
const last = addMonths(monthOf(localDateOf(Date.now())), -1);
const today = localDateOf(Date.now()).split("-").toReversed().join("/");

/** Six figures of other channels, two of them with the longest names, as an officer could have entered them. */
function sellOnSixChannels(dataDir: string) {
  const file = new Database(join(dataDir, "cho-phien.sqlite"));
  const sample = file
    .prepare("select * from channel_sales where last_month = ? order by vintage desc")
    .get(last) as Record<string, unknown>;
  const known = file
    .prepare("select distinct channel from channel_sales where last_month >= ?")
    .pluck()
    .all(last);
  const more = [
    ["lazada", ""],

    ["own_site", ""],
    ["other", "Sàn giao dịch nông sản an toàn của liên minh hợp tác xã các tỉnh miền núi phía Bắc"],
    ["other", "Các trang bán hàng trực tuyến của doanh nghiệp chè và hợp tác xã trong tỉnh"],
  ].filter(([channel]) => !known.includes(channel));
  for (const [number, [channel, name]] of more.entries()) {
    const row: Record<string, unknown> = {
      ...sample,
      id: `chs_full${number}`,
      record_id: `chs_full${number}`,
      vintage: 1,
      first_month: last,
      last_month: last,
      channel,
      channel_name: name,
      amount_vnd: 123_456_789_000 + number,
    };
    const columns = Object.keys(row);
    file
      .prepare(
        `insert into channel_sales (${columns.join()}) values (${columns.map((column) => `@${column}`).join()})`,
      )
      .run(row);
  }
  const { count } = file
    .prepare("select count(distinct record_id) as count from channel_sales where last_month >= ?")
    .get(last) as { count: number };
  expect(count).toBeGreaterThanOrEqual(6);
  file.close();
}

/** How many pages a PDF has: the objects of its pages are not packed. */
const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length;

/** In the page: nothing is withheld, three communes with long names, all causes, two versions of the method. */
function sayAll() {
  const [, , all, , communes] = document.querySelectorAll(".report .report-body");
  const [revision, , source] = document.querySelectorAll(".report .report-notes p");
  if (!all || !communes || !revision || !source) throw new Error("the report has other lines");
  all.textContent = all.textContent.replace(
    /: không nêu.*|: [\d,]+ %.*/,
    ": 0,0123 % (mẫu số 12.345,678 tỷ đồng, số chính thức, công bố ngày 29/11/2026).",
  );
  communes.textContent =
    "Doanh thu hàng hóa cao nhất, trong các xã được nêu (triệu đồng): Xã Thượng Nông Lâm Bình 12.345,6; Phường Hà Giang 2 9.876,5; Xã Nghĩa Thuận Quản Bạ 8.765,4.";
  revision.textContent = revision.textContent.replace(
    ". Lý do",
    "; Đơn hàng hoặc hàng trả lại thay đổi; Cách tính có phiên bản mới. Lý do",
  );
  source.textContent += " 4, 5.";
  for (const cell of document.querySelectorAll(".report td")) {
    if (/không nêu/.test(cell.textContent)) cell.textContent = "12.345,6";
  }
}

/** What is printed how large, in points: Nghị định 30/2020/NĐ-CP wants 13 to 14 for what is said. */
async function pointSizes(page: Page) {
  await page.emulateMedia({ media: "print" });
  const sizes = await page.evaluate(() => {
    const least = (selector: string) =>
      Math.min(
        ...[...document.querySelectorAll(selector)].map(
          (one) => Math.round(parseFloat(getComputedStyle(one).fontSize) * 7.5) / 10,
        ),
      );
    return {
      body: least(".report .report-body, .report h2, .report header p"),
      table: least(".report :is(th, td)"),
      notes: least(".report *"),
    };
  });
  await page.emulateMedia({ media: null });
  return sizes;
}

async function printReport(
  page: Page,
  edition: number,
  name: string,
  change: () => void = () => undefined,
): Promise<number | undefined> {
  await page.goto(`/department/periods/${last}/editions/${edition}/report`);
  await page.evaluate(change);
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
    await enterRetailTotal(page, "Doanh thu bán lẻ hàng hóa", "3.512,775");
    await enterRetailTotal(page, BOTH, "5.104,125");
    await page.goto(`/department/periods/${last}`);
    const note =
      "Cơ quan thống kê công bố số sơ bộ khác với số ước tính đã dùng khi chốt tháng này. ";
    await page.getByLabel("Lý do điều chỉnh").fill(note.repeat(7).slice(0, 500));
    await page.getByRole("button", { name: "Ghi Điều chỉnh 1" }).click();
    expect(await printReport(page, 2, "revised", sayAll)).toBe(1);
    await page.goto(`/department/periods/${last}`);
    await page.getByRole("button", { name: "Công bố tháng" }).click();
    expect(await printReport(page, 2, "fullest")).toBe(1);
    expect(await pointSizes(page)).toEqual({ body: 13, table: 11, notes: 10 });
    const report = page.locator(".report");
    await expect(report).not.toContainText("CHƯA CÔNG BỐ");
    await expect(report).toContainText("Điều chỉnh 1.");
    await expect(report).toContainText(/… \(xem tiếp tại http:.*\/statistics\)/);
    await expect(report).toContainText(/còn \d số khác trong hồ sơ của Sở/);
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
      "/department/targets",
      "/department/ranking",
      "/department/programme",
      "/statistics/ranking",
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
