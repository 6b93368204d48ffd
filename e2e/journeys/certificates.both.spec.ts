import Database from "better-sqlite3";
import type { Page } from "@playwright/test";
import { join } from "node:path";
import sharp from "sharp";
import { expect, PHONES, signInByForm } from "../support/journey";
import { test } from "../support/own-shop";
import type { Shop } from "../support/shop";

/** An OCOP certificate from its paper to the stars, and to their end: sent, sent back, confirmed, warned of, over. */

const NUMBER = "4711/QĐ-UBND";
const REASON = "Ảnh mờ, xin chụp lại rõ số quyết định.";

async function photo(name = "giay.jpg") {
  const background = "#d8d2c4";
  const buffer = await sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return { name, mimeType: "image/jpeg", buffer };
}

const dayFromNow = (days: number) =>
  new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("main").getByRole("button", { name }).click();
const row = (page: Page) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: NUMBER }).first();

type Product = { slug: string; name: string };

/** A product of the demo's household that is on sale without stars. */
function findBare({ dataDir }: Shop): Product {
  const database = new Database(join(dataDir, "cho-phien.sqlite"), { readonly: true });
  try {
    const found = database
      .prepare<[string], Product>(
        `SELECT p.slug, p.name FROM products p JOIN households h ON h.id = p.household_id
         JOIN household_members m ON m.household_id = h.id JOIN users u ON u.id = m.user_id
         WHERE u.phone = ? AND p.status = 'published' AND p.certificate_id IS NULL LIMIT 1`,
      )
      .get(PHONES.household);
    if (!found) throw new Error("all products of the demo's household have stars");
    return found;
  } finally {
    database.close();
  }
}

/** So many days go by for the certificate: what is to come is that much nearer. */
function letDaysPass({ dataDir }: Shop, days: number): void {
  const database = new Database(join(dataDir, "cho-phien.sqlite"));
  try {
    database.exec("DROP TRIGGER IF EXISTS certificates_sent_stand");
    const earlier = `date(?, '-${days} days')`;
    const [known] = database
      .prepare<[string], { id: string; issuedOn: string; expiresOn: string }>(
        `SELECT id, issued_on AS issuedOn, expires_on AS expiresOn FROM certificates
         WHERE decision_number = ?`,
      )
      .all(NUMBER);
    if (!known) throw new Error("no such certificate");
    database
      .prepare(
        `UPDATE certificates SET issued_on = ${earlier}, expires_on = ${earlier} WHERE id = ?`,
      )
      .run(known.issuedOn, known.expiresOn, known.id);
    database
      .prepare(
        `UPDATE notices SET due_at = due_at - ?, worth_until = worth_until - ?
         WHERE subject_kind = 'certificate' AND subject_id = ? AND status = 'waiting'`,
      )
      .run(days * 86_400_000, days * 86_400_000, known.id);
  } finally {
    database.close();
  }
}

test("a certificate is sent, sent back, sent again, confirmed, warned of, and over", async ({
  browser,
  shop,
  page: household,
}) => {
  test.setTimeout(180_000);
  const officer = await browser.newPage();
  const product = findBare(shop);
  const seal = officer.getByRole("main").getByRole("link", { name: /^OCOP 3 sao/ });
  const openShop = async () => {
    const answer = await officer.goto(`/products/${product.slug}`);
    expect(answer?.status()).toBe(200);
    await expect(officer.getByRole("button", { name: "Thêm vào giỏ" })).toBeVisible();
  };

  await test.step("a household types in what its paper says; what is wrong is said and nothing is lost", async () => {
    await signInByForm(household, PHONES.household);
    await household.getByRole("link", { name: "Giấy chứng nhận OCOP" }).last().click();
    await household.getByRole("link", { name: "Thêm giấy chứng nhận" }).click();
    await household.getByRole("radio", { name: "3 sao", exact: true }).check();
    await household.getByLabel("Số quyết định").fill(NUMBER);
    await household.getByLabel("Ngày quyết định").fill(dayFromNow(-20));
    await household.getByLabel("Ngày hết hạn").fill(dayFromNow(60));
    await household.getByRole("radio", { name: /^Huyện/ }).check();
    await household.getByLabel("Nơi cấp").fill("UBND tỉnh");
    await household.getByLabel("Mã sản phẩm OCOP").fill("08/715/1");
    await household.getByRole("checkbox", { name: product.name, exact: true }).check();
    await press(household, "Lưu, sang gửi ảnh");
    const problems = household.getByRole("alert").first();
    await expect(problems).toContainText("Mã sản phẩm chưa đúng");
    await expect(household.getByLabel("Số quyết định")).toHaveValue(NUMBER);
    await expect(
      household.getByRole("checkbox", { name: product.name, exact: true }),
    ).toBeChecked();
    await household.getByLabel("Mã sản phẩm OCOP").fill(" 08 – 00715 – 12 – 2026 ");
    await press(household, "Lưu, sang gửi ảnh");
    await expect(problems).toContainText("không còn cấp huyện");
    await household.getByRole("radio", { name: /^Tỉnh/ }).check();
    await press(household, "Lưu, sang gửi ảnh");
    await expect(household.getByText("Đã lưu. Còn gửi ảnh cho Sở.")).toBeVisible();
    await expect(household.getByText("08-00715-12-2026")).toBeVisible();
    await expect(household.getByText("Xã Lũng Cú, Tỉnh Tuyên Quang")).toBeVisible();
  });

  await test.step("it sends a photo of it", async () => {
    await press(household, "Gửi cho Sở");
    await expect(household.getByRole("alert").first()).toContainText("Xin chọn ít nhất một ảnh");
    await household.getByLabel("Ảnh chụp giấy hoặc tệp PDF").setInputFiles(await photo());
    await press(household, "Gửi cho Sở");
    await expect(household.getByText("Đã gửi cho Sở xem.")).toBeVisible();
    await openShop();
    await expect(seal).toHaveCount(0);
  });

  await test.step("the officer sees it beside what was typed, and sends it back with a reason", async () => {
    await signInByForm(officer, PHONES.department);
    await officer.getByRole("link", { name: /^Giấy OCOP chờ xem/ }).click();
    await officer.getByRole("searchbox").fill("4711 qd ubnd");
    await press(officer, "Tìm");
    await expect(row(officer)).toContainText("Sở đang xem");
    await row(officer).getByRole("link").click();
    const shown = officer.getByRole("img", { name: "Ảnh 1 hộ gửi" });
    await expect(shown).toBeVisible();
    const file = (await shown.getAttribute("src")) ?? "";
    expect((await officer.request.get(file)).headers()["content-type"]).toBe("image/jpeg");
    expect((await household.request.get(file)).status()).toBe(403);
    await officer.getByRole("radio", { name: /^Gửi lại cho hộ/ }).check();
    await press(officer, "Ghi quyết định");
    await expect(officer.getByRole("alert").first()).toContainText("Xin ghi lý do");
    await officer.getByLabel("Lý do hoặc ghi chú").fill(REASON);
    await press(officer, "Ghi quyết định");
    await expect(officer.getByText("Đã ghi quyết định.")).toBeVisible();
  });

  await test.step("the household reads why, mends it and sends it again", async () => {
    await household.goto("/household");
    await household.getByRole("link", { name: /Sở gửi lại, cần sửa/ }).click();
    await expect(row(household)).toContainText(REASON);
    await row(household)
      .getByRole("link", { name: /^Sửa và gửi lại/ })
      .click();
    await household.getByRole("link", { name: "Sửa số liệu" }).click();
    await household.getByLabel("Nơi cấp").fill("UBND tỉnh Tuyên Quang");
    await press(household, "Lưu, sang gửi ảnh");
    await household
      .getByLabel("Ảnh chụp giấy hoặc tệp PDF")
      .setInputFiles([await photo(), await photo("mat-sau.jpg")]);
    await press(household, "Gửi cho Sở");
    await expect(household.getByText("Đã gửi cho Sở xem.")).toBeVisible();
  });

  await test.step("it takes it back while it waits, and sends it with the same photos", async () => {
    await press(household, "Rút lại để sửa");
    await expect(household.getByText("Đã rút lại. Sửa xong xin gửi lại.")).toBeVisible();
    await officer.goto("/department/certificates?q=4711");
    await expect(row(officer)).toHaveCount(0);
    await press(household, "Gửi cho Sở");
    await expect(household.getByText("Đã gửi cho Sở xem.")).toBeVisible();
  });

  await test.step("weak evidence confirms nothing; the certificate itself does", async () => {
    await officer.goto("/department/certificates?q=4711");
    await row(officer).getByRole("link").click();
    await expect(officer.getByRole("img", { name: "Ảnh 2 hộ gửi" })).toBeVisible();
    await officer.getByRole("radio", { name: /^Xác nhận/ }).check();
    await officer.getByRole("radio", { name: /^C: lời của người bán/ }).check();
    await press(officer, "Ghi quyết định");
    await expect(officer.getByRole("alert").first()).toContainText("chưa chứng minh được sao");
    await officer.getByRole("radio", { name: /^A: quyết định có ký/ }).check();
    await press(officer, "Ghi quyết định");
    await expect(officer.getByText("Đã ghi quyết định.")).toBeVisible();
  });

  await test.step("its product has stars, with decision, issuer and last day", async () => {
    await openShop();
    await expect(seal).toBeVisible();
    const proof = officer.locator("#certificate");
    await expect(proof).toContainText(NUMBER);
    await expect(proof).toContainText("UBND tỉnh Tuyên Quang");
    await expect(proof).toContainText("08-00715-12-2026");
    await officer.goto(`/products?stars=3&q=${encodeURIComponent(product.name)}`);
    await expect(
      officer.getByRole("main").getByRole("link", { name: product.name, exact: true }).first(),
    ).toBeVisible();
  });

  await test.step("of the warnings that are passed already the household gets one", async () => {
    const told = (days: number) =>
      officer.getByText(new RegExp(`4711/QD-UBND het han .* \\(con duoi ${days} ngay\\)`));
    await expect(async () => {
      await officer.goto("/simulator/messages");
      await expect(told(90)).toHaveCount(1, { timeout: 100 });
    }).toPass({ timeout: 20_000 });
    await expect(told(180)).toHaveCount(0);
    await expect(officer.getByText("4711/QD-UBND da duoc xac nhan")).toHaveCount(1);
  });

  await test.step("its end is near: the household sees it, and so does the department", async () => {
    await household.goto("/household");
    await household.getByRole("link", { name: /sắp hết hạn/ }).click();
    await expect(row(household)).toContainText("còn 60 ngày");
    await officer.goto("/department/certificates?state=within_90&q=4711");
    await expect(row(officer)).toContainText("còn 60 ngày");
    await officer.goto("/department/certificates?state=within_30&q=4711");
    await expect(row(officer)).toHaveCount(0);
    letDaysPass(shop, 40);
    await officer.reload();
    await expect(row(officer)).toContainText("còn 20 ngày");
    await household.reload();
    await row(household)
      .getByRole("link", { name: /^Nhập giấy mới/ })
      .click();
    await expect(household.getByRole("heading", { level: 1 })).toContainText(NUMBER);
    await expect(household.getByRole("radio", { name: "3 sao", exact: true })).toBeChecked();
    await expect(
      household.getByRole("checkbox", { name: product.name, exact: true }),
    ).toBeChecked();
  });

  await test.step("it is over: the stars are gone, and the product is on sale", async () => {
    letDaysPass(shop, 20);
    await openShop();
    await expect(seal).toHaveCount(0);
    await expect(officer.locator("#certificate")).toHaveCount(0);
    // A lot of that time goes on naming it, in words and without the seal.
    await officer.locator('main a[href^="/lots/L"]').first().click();
    await expect(officer.getByRole("main")).toContainText(NUMBER);
    await expect(officer.getByRole("main").locator(".seal")).toHaveCount(0);
    await officer.goto(`/products?stars=3&q=${encodeURIComponent(product.name)}`);
    await expect(
      officer.getByRole("main").getByRole("link", { name: product.name, exact: true }),
    ).toHaveCount(0);
    await household.goto("/household/certificates");
    await expect(row(household)).toContainText("Hết hạn");
  });
  await officer.close();
});

test("one that was typed by mistake is taken away; one that is confirmed is known to the joining list", async ({
  page: household,
  shop,
}) => {
  const product = findBare(shop);
  await signInByForm(household, PHONES.household);
  await household.goto("/household/certificates/new");
  await household.getByRole("radio", { name: "3 sao", exact: true }).check();
  await household.getByLabel("Số quyết định").fill(NUMBER);
  await household.getByLabel("Ngày quyết định").fill(dayFromNow(-20));
  await household.getByRole("radio", { name: /^Tỉnh/ }).check();
  await household.getByLabel("Nơi cấp").fill("UBND tỉnh Tuyên Quang");
  await household.getByRole("checkbox", { name: product.name, exact: true }).check();
  await press(household, "Lưu, sang gửi ảnh");
  await household.getByText("Bỏ giấy này", { exact: true }).click();
  await press(household, "Bỏ hẳn giấy này");
  await expect(household.getByText("Đã bỏ giấy và xóa ảnh.")).toBeVisible();
  await expect(household.getByText(NUMBER)).toHaveCount(0);
  await household.goto("/household/joining/jit_certificate");
  await expect(household.getByText("Chợ tự biết, không cần gửi giấy")).toBeVisible();
  await expect(household.getByLabel("Ảnh chụp hoặc tệp PDF")).toHaveCount(0);
});
