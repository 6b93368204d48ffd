import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { localDateOf, monthOf } from "../../app/platform/period";
import { checkLedgerFile } from "../support/check-ledger-file";
import {
  dong,
  expect,
  payInSimulator,
  waitForWords,
  reload,
  openSignedIn,
} from "../support/journey";
import { test } from "../support/own-shop";

/** A shop of its own: its ledger is checked at the end. */

const HONEY = "Mật ong bạc hà Mèo Vạc"; // the sample household's

async function askForPrice(page: Page): Promise<string> {
  await page.goto("/products?q=mat+ong+bac+ha+meo+vac");
  await page.getByRole("main").getByRole("link", { name: HONEY }).first().click();
  await page.getByRole("link", { name: "Mua số lượng lớn? Hỏi giá sỉ" }).click();
  await page.getByRole("button", { name: "Gửi yêu cầu báo giá" }).click();
  const problem = page.getByRole("alert").first();
  await expect(problem).toContainText("Xin ghi tên đơn vị hoặc người mua");
  const honey = page.getByRole("listitem").filter({ hasText: HONEY }).first();
  await honey.getByLabel("Số lượng").fill("hai chục");
  await page.getByLabel("Tên đơn vị hoặc người mua").fill("Trường Tiểu học Mẫu");
  await page.getByLabel("Mã số thuế").fill("0102030405");
  await page.getByLabel("Họ và tên người đại diện").fill("Trần Thị Mẫu");
  await page.getByLabel("Chức vụ").fill("Hiệu trưởng");
  await page.getByLabel("Điện thoại").fill("0900 000 558");
  await page.getByLabel("Xã, phường, đặc khu").selectOption({ label: "Xã Lũng Cú" });
  await page.getByLabel("Địa chỉ").fill("Thôn Lô Lô Chải");
  await page.getByRole("button", { name: "Gửi yêu cầu báo giá" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Số lượng là số nguyên");
  await expect(honey.getByLabel("Số lượng")).toHaveValue("hai chục"); // nothing typed is lost
  await honey.getByLabel("Số lượng").fill("6");
  await page.getByRole("button", { name: "Gửi yêu cầu báo giá" }).click();
  await expect(page.getByText("Đã gửi yêu cầu báo giá.")).toBeVisible();
  await expect(page.getByText("Chờ người bán báo giá").first()).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

async function offer(household: Page, code: string, price: string): Promise<void> {
  await household.goto(`/household/contracts/${code}/offer`);
  await household.getByLabel("Giá một đơn vị").fill(price);
  await household.getByLabel("Cước giao mỗi đợt").fill("40.000");
  await household.getByLabel("Giao nhiều nhất mấy đợt?").fill("2");
  await household.getByRole("button", { name: "Đọc hợp đồng trước khi gửi" }).click();
  await expect(household.getByText("nhiều nhất trong 2 đợt")).toBeVisible();
  await household.getByRole("button", { name: "Xác nhận và gửi báo giá" }).click();
  await expect(household.getByRole("alert").first()).toContainText("Xin đánh dấu đồng ý");
  await household.getByRole("checkbox", { name: /Tôi có quyền đại diện cho bên bán/ }).check();
  await household.getByRole("button", { name: "Xác nhận và gửi báo giá" }).click();
  await expect(
    household.getByText("Đã xác nhận và gửi báo giá. Người mua xem ở trang hợp đồng."),
  ).toBeVisible();
}

async function sendOrder(household: Page, orderCode: string): Promise<void> {
  await household.goto(`/household/orders/${orderCode}`);
  await household.getByRole("button", { name: "Nhận đơn này" }).click();
  await household.getByLabel("Bên giao hàng").selectOption({ label: "VNPost" });
  await household.getByRole("button", { name: "Đã gửi hàng đi" }).click();
}

test("a school asks, both confirm one text, and the goods come in two deliveries", async ({
  browser,
  shop,
  page,
}) => {
  test.setTimeout(180_000);
  const household = await openSignedIn(browser, "0900000002");

  const code = await askForPrice(page);
  const contractUrl = page.url();
  await test.step("the household sees it, offers, and is asked for less", async () => {
    await household.goto("/household");
    await household.getByRole("link", { name: /Yêu cầu báo giá sỉ chờ trả lời/ }).click();
    await household.getByRole("link", { name: /Trường Tiểu học Mẫu/ }).click();
    await household.getByRole("link", { name: "Báo giá", exact: true }).click();
    await offer(household, code, "170.000");
    await page.reload();
    await page.getByText("Đề nghị sửa").first().click();
    await page.getByLabel("Xin sửa điều gì?").fill("Trường xin giá 160.000.");
    await page.getByRole("button", { name: "Đề nghị sửa" }).click();
    await household.reload();
    await expect(household.getByText("Trường xin giá 160.000.")).toBeVisible();
    await offer(household, code, "160.000");
  });

  await test.step("the buyer reads the text and confirms it; the file is the text of the hash", async () => {
    await page.goto(contractUrl);
    await expect(page.getByText("HỢP ĐỒNG MUA BÁN HÀNG HÓA")).toBeVisible();
    await expect(page.getByText(`Số: ${code}, bản 2`)).toBeVisible();
    await page.getByRole("button", { name: "Xác nhận hợp đồng" }).click();
    await expect(page.getByRole("alert").first()).toContainText("Xin đánh dấu đồng ý");
    await page.getByRole("checkbox", { name: /Tôi có quyền đại diện cho bên mua/ }).check();
    await page.getByRole("button", { name: "Xác nhận hợp đồng" }).click();
    await expect(page.getByText("Hợp đồng đã có hiệu lực.")).toBeVisible();
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Tải văn bản (.txt)" }).click();
    const bytes = readFileSync(await (await downloading).path());
    const hash = createHash("sha256").update(bytes).digest("hex");
    await page.getByRole("link", { name: "In hợp đồng" }).click();
    await expect(page.getByText(hash)).toBeVisible();
    await expect(page.getByText(/^Bên bán: .* xác nhận lúc .*sau khi đăng nhập/)).toBeVisible();
    await expect(page.getByText(/^Bên mua: Trần Thị Mẫu .*đường dẫn riêng/)).toBeVisible();
  });

  const deliverPart = async (packs: string, totalVnd: number) => {
    await household.goto(`/household/contracts/${code}`);
    await household.getByRole("link", { name: "Lên đơn giao hàng" }).click();
    await household.getByLabel("Số lượng").fill(packs);
    await household.getByRole("button", { name: "Lên đơn", exact: true }).click();
    await expect(household.getByText("Đã lên đơn.")).toBeVisible();
    await page.goto(contractUrl);
    await page.getByRole("link", { name: /^UQ/ }).last().click();
    await expect(page.getByText(dong(totalVnd)).first()).toBeVisible();
    const orderCode = `${new URL(page.url()).pathname.split("/").at(-1)}-1`;
    await payInSimulator(page);
    await waitForWords(page, "Đã đặt hàng");
    await sendOrder(household, orderCode);
    await reload(page);
    await page.getByRole("button", { name: "Tôi đã nhận được hàng" }).click();
  };

  await test.step("two deliveries fulfil it, and no more than agreed is ordered", async () => {
    await deliverPart("4", 4 * 160_000 + 40_000);
    await household.goto(`/household/contracts/${code}/delivery`);
    await household.getByLabel("Số lượng").fill("3");
    await household.getByRole("button", { name: "Lên đơn", exact: true }).click();
    await expect(household.getByRole("alert").first()).toContainText("hợp đồng chỉ còn 2");
    await deliverPart("2", 2 * 160_000 + 40_000);
    await page.goto(contractUrl);
    await expect(page.getByText("Đã giao đủ").first()).toBeVisible();
  });

  await test.step("the ledger adds up, and the department sees wholesale apart", async () => {
    expect(checkLedgerFile(shop.dataDir)).toEqual({ differences: [], deliveredOrders: 2 });
    const officer = await openSignedIn(browser, "0900000004");
    await officer.goto("/department/contracts?tab=over");
    await officer.getByRole("link", { name: /Trường Tiểu học Mẫu/ }).click();
    await expect(officer.getByText("Đã giao đủ").first()).toBeVisible();
    await officer.goto(`/department/indicator?month=${monthOf(localDateOf(Date.now()))}`);
    const row = officer.getByRole("row", { name: /Tiền hàng bán sỉ theo hợp đồng/ });
    await expect(row).toContainText(dong(6 * 160_000));
  });

  await test.step("a stranger without the key sees nothing, and the number with the phone finds it", async () => {
    const answer = await page.request.get(`/contracts/${code}?key=x`);
    expect(answer.status()).toBe(404);
    await page.goto("/orders");
    await page.getByLabel("Mã đơn hàng").fill(code.toLowerCase());
    await page.getByLabel("Điện thoại").fill("0900000558");
    await page.getByRole("main").getByRole("button").first().click();
    await expect(page).toHaveURL(new RegExp(`/contracts/${code}`));
    // The seller knows both too: what is found so is only shown.
    await expect(page.getByText("Trang này chỉ để xem")).toBeVisible();
    await expect(page.locator("summary", { hasText: "Chấm dứt hợp đồng" })).toHaveCount(0);
    const refused = await page.request.post(page.url(), {
      form: { to: "ended", note: "x" },
      headers: { Origin: shop.origin },
    });
    expect(refused.status()).toBe(403);
  });
});
