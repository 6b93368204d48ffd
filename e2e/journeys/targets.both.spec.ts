import { readFileSync } from "node:fs";
import { TARGET_PATHS } from "../support/buyer-paths";
import { checkIfScripted } from "../support/check-accessibility";
import { expect, PHONES, signInByForm } from "../support/journey";
import { test as ownShop } from "../support/own-shop";
import { seedFolder } from "../support/run-node";
import { temporaryFolder } from "../support/shop";

/** A shop of its own with samples, or no month would be closed. */
const test = ownShop.extend({
  started: async ({}, use) => {
    const dataDir = temporaryFolder("targets");
    await seedFolder(dataDir, ["--province", "08", "--orders", "600"]);
    await use({ dataDir });
  },
});

/** This year and the one to come in Vietnam; nothing of the samples is in the latter. */
const thisYear = new Date(Date.now() + 7 * 3_600_000).getUTCFullYear();

test("an officer sets targets, mends what was wrong, takes one back, and the ranking and its file follow", async ({
  page,
}, info) => {
  test.setTimeout(240_000);
  const paper = "Quyết định 125/QĐ-UBND ngày 15/01 của Ủy ban nhân dân tỉnh";
  await signInByForm(page, PHONES.department);
  await page.goto("/department/indicator");
  await page.getByRole("link", { name: "Chỉ tiêu năm", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Chỉ tiêu năm ${thisYear}`);
  await page.getByLabel("Năm", { exact: true }).selectOption(String(thisYear + 1));
  await page.getByRole("button", { name: "Xem" }).click();
  await expect(page.getByText(`Chưa chốt tháng nào của năm ${thisYear + 1}`)).toBeVisible();

  await test.step("what is wrong stands at its field, and nothing that was typed is lost", async () => {
    await page.getByRole("link", { name: "Ghi chỉ tiêu cho xã, phường" }).click();
    const sales = page.getByLabel("Doanh thu cả năm, triệu đồng").first();
    const sellers = page.getByLabel("Số người bán được hàng trong tháng").first();
    await page.getByLabel("Văn bản giao chỉ tiêu").fill(paper);
    await sales.fill("một tỷ");
    await sellers.fill("4");
    await page.getByRole("button", { name: "Ghi chỉ tiêu" }).click();
    await expect(page.getByRole("alert")).toContainText("Xin ghi số triệu đồng là số nguyên");
    await expect(sellers).toHaveValue("4");
    await sales.fill("1.200");
    await page.getByRole("button", { name: "Ghi chỉ tiêu" }).click();
    await expect(page.getByText("Đã ghi 2 chỉ tiêu.")).toBeVisible();
  });

  await test.step("a target that was given to the wrong commune is taken back, and stays to be read", async () => {
    await page.getByRole("link", { name: `Chỉ tiêu năm ${thisYear + 1}` }).click();
    const row = page.getByRole("row").filter({ hasText: paper });
    await expect(row).toContainText("1.200.000.000");
    await row.getByRole("link").click();
    await page.getByRole("link", { name: "Rút chỉ tiêu" }).first().click();
    await page.getByRole("button", { name: "Rút chỉ tiêu" }).click();
    await expect(page.getByRole("alert")).toContainText("Xin ghi vì sao rút chỉ tiêu.");
    await page.getByLabel("Vì sao rút").fill("Giao nhầm xã");
    await page.getByRole("button", { name: "Rút chỉ tiêu" }).click();
    await expect(page.getByText("Đã rút chỉ tiêu.")).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: "Giao nhầm xã" }).first()).toContainText(
      "đã rút",
    );
    await expect(page.getByRole("row").filter({ hasText: paper }).first()).toBeVisible();
  });

  await test.step("a target of a share stands beside that share", async () => {
    await page.goto(`/department/targets/province?year=${thisYear}`);
    await page.getByLabel("Văn bản giao chỉ tiêu").fill(paper);
    await page.getByLabel("Tỷ lệ trên doanh thu bán lẻ hàng hóa, %").fill("12,5");
    await page.getByRole("button", { name: "Ghi chỉ tiêu" }).click();
    await expect(page.getByText("Đã ghi chỉ tiêu.")).toBeVisible();
    await page.goto(`/department/indicator?month=${thisYear}-01`);
    const cards = page.getByRole("article");
    await expect(cards.first()).toContainText("12,50 %");
    await expect(cards.nth(1)).not.toContainText("12,50 %");
  });

  await page.goto("/department/ranking");
  await expect(page.getByText("Bằng nhau thì cùng hạng")).toBeVisible();
  // The samples have one or two sellers in a commune: nobody has a rank, and the page says why of each.
  await expect(page.getByText("Chưa có xã, phường nào đủ điều kiện xếp hạng")).toBeVisible();
  await page.getByRole("heading", { name: "Không xếp hạng" }).click();
  await expect(
    page.getByRole("row").filter({ hasText: "Không tháng nào đủ 3 người bán" }).first(),
  ).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải bảng xếp hạng (CSV)" }).click();
  const file = readFileSync(await (await download).path(), "utf8");
  expect(file).toContain("rank,status,commune_code");
  expect(file).toMatch(/\r\n,few_sellers,\d{5},/);
  await page.goto("/statistics/ranking");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Xếp hạng xã, phường theo chỉ tiêu",
  );
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of [...TARGET_PATHS, "/statistics/ranking"]) {
    await page.goto(path);
    await checkIfScripted(page, info);
  }
});
