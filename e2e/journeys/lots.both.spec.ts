import jsQR from "jsqr";
import sharp from "sharp";
import { buyFromProductPage, expect, signInByForm, openSignedIn } from "../support/journey";
import { test } from "../support/own-shop";

/**
 * From the label on a pack to who made it; and from a recall to those who have to hear of it.
 * A shop of its own: a recall changes what is for sale.
 */

const HONEY = "Mật ong bạc hà Mèo Vạc";

test("a buyer opens a lot from the product's page and by the code on the pack", async ({
  page,
}) => {
  await page.goto("/products?q=mat+ong+bac+ha+meo+vac");
  await page.getByRole("link", { name: HONEY }).first().click();
  const link = page.getByRole("table").getByRole("link", { name: /^L\d{6}-/ });
  const code = (await link.first().textContent()) ?? "";
  await link.first().click();
  await expect(page).toHaveURL(`/lots/${code}`);
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 1 })).toHaveText(HONEY);
  await expect(main.getByRole("status")).toContainText("Lô này đang bán");
  for (const fact of ["chai 500 ml", "Xã Mèo Vạc, Tỉnh Tuyên Quang", code]) {
    await expect(main.getByRole("definition").filter({ hasText: fact }).first()).toBeVisible();
  }
  await expect(main.getByText("Ngày thu hoạch hoặc ngày làm")).toBeVisible();
  await expect(main.getByRole("heading", { name: "Giấy tờ của lô" })).toBeVisible();
  await expect(main.getByText(/Sở đã kiểm tra \d\d\/|Cơ sở tự khai/).first()).toBeVisible();

  await page.getByRole("link", { name: "Tra cứu lô hàng" }).click();
  await page.getByLabel("Số lô trên gói").fill(code.replace("-", "").toLowerCase());
  await page.getByRole("main").getByRole("button", { name: "Tra cứu" }).click();
  await expect(page).toHaveURL(`/lots/${code}`);

  await page.goto("/lots/L260101-22222");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Không tìm thấy lô này");
  await expect(page.getByLabel("Số lô trên gói")).toHaveValue("L260101-22222");
  expect(await page.locator('meta[name="robots"]').getAttribute("content")).toBe("noindex");
});

test("a household prints labels whose code leads to the lot", async ({ page, shop }) => {
  await signInByForm(page, "0900000002");
  await page.goto("/household/products");
  await page.getByRole("link", { name: HONEY }).click();
  await page.getByRole("link", { name: "Đổi số gói" }).click();
  await page
    .getByRole("link", { name: /^Giấy tờ, tem QR, thu hồi/ })
    .first()
    .click();
  const code = /L\d{6}-\w{5}/.exec(page.url())?.[0] ?? "";
  await page.getByRole("link", { name: /In cả tờ A4/ }).click();
  const labels = page.getByRole("list", { name: "Tờ tem" }).getByRole("listitem");
  await expect(labels).toHaveCount(21);
  for (const words of [HONEY, "chai 500 ml", "Xã Mèo Vạc", "NSX: ", "HSD: ", `Số lô: ${code}`]) {
    await expect(labels.first()).toContainText(words);
  }
  const seen = await labels.first().locator("img").screenshot({ scale: "device" });
  const { data, info } = await sharp(seen)
    .resize(400)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const read = jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? "";
  expect(read).toBe(`${shop.origin}/lots/${code}`);
  await page.goto(read);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(HONEY);
  await page.goBack();
  await page.goto(`/household/lots/${code}/labels?labels=1`);
  await expect(labels).toHaveCount(1);
});

test("a document is the household's statement until the department has checked it", async ({
  page,
  browser,
}) => {
  await signInByForm(page, "0900000002");
  await page.goto("/household/products");
  await page.getByRole("link", { name: HONEY }).click();
  await page.getByRole("link", { name: "Đổi số gói" }).click();
  await page
    .getByRole("link", { name: /^Giấy tờ, tem QR, thu hồi/ })
    .first()
    .click();
  const code = /L\d{6}-\w{5}/.exec(page.url())?.[0] ?? "";
  await page.getByRole("link", { name: "Thêm giấy tờ" }).click();
  await page.getByRole("button", { name: "Lưu giấy tờ" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Xin chọn loại giấy tờ.");
  await page.getByLabel("Loại giấy tờ").selectOption({ label: "Giấy chứng nhận VietGAP" });
  await page.getByLabel("Số giấy").fill("VG-TEST-01");
  await page.getByLabel("Nơi cấp").fill("Tổ chức chứng nhận thử");
  await page.getByLabel("Ngày cấp").fill("2026-01-02");
  await page.getByRole("radio", { name: /^Chỉ lô này/ }).check();
  await page.getByRole("button", { name: "Lưu giấy tờ" }).click();
  await expect(page.getByRole("status").first()).toContainText("Đã lưu giấy tờ");

  const item = (one: typeof page) =>
    one.getByRole("listitem").filter({ hasText: "VG-TEST-01" }).first();
  await page.goto(`/lots/${code}`);
  await expect(item(page)).toContainText("Cơ sở tự khai, Sở chưa kiểm tra");

  const department = await openSignedIn(browser, "0900000004");
  await department.goto(`/department/lots?code=${code}`);
  await department.getByRole("button", { name: /Đã kiểm tra .*VG-TEST-01, đúng/ }).click();
  await expect(department.getByRole("status").first()).toContainText("Sở đã kiểm tra");
  await page.goto(`/lots/${code}`);
  await expect(item(page)).toContainText(/Sở đã kiểm tra \d\d\/\d\d\/\d{4}/);
  await department.goto(`/department/lots?code=${code}`);
  await item(department)
    .getByRole("link", { name: /Không chấp nhận/ })
    .click();
  await department.getByRole("button", { name: "Không chấp nhận" }).click();
  await expect(department.getByRole("alert").first()).toContainText("Xin ghi lý do");
  await department.getByLabel(/^Lý do/).fill("Số giấy không có trong sổ của nơi cấp.");
  await department.getByRole("button", { name: "Không chấp nhận" }).click();
  await page.goto(`/lots/${code}`);
  await expect(page.getByRole("main")).not.toContainText("VG-TEST-01");
  await page.goto(`/household/lots/${code}`);
  await expect(item(page)).toContainText("Số giấy không có trong sổ");
  await department.close();
});

test("a household recalls a lot; buyer and department learn of it", async ({ page, browser }) => {
  test.setTimeout(120_000);
  const [household, department] = [await browser.newPage(), await browser.newPage()];

  await page.goto("/products?q=mat+ong+bac+ha+meo+vac");
  await page.getByRole("link", { name: HONEY }).first().click();
  const productPage = page.url();
  const order = await buyFromProductPage(page, {
    name: "Nguyễn Thị Mua",
    phone: "0900000557",
    method: "cod",
  });
  const orderPage = page.url();

  await signInByForm(household, "0900000002");
  await household.goto(`/household/orders/${order}-1`);
  const [code = ""] =
    (await household.getByRole("main").textContent())?.match(/L\d{6}-\w{5}/) ?? [];
  await household.getByRole("link", { name: code }).click();
  await household.getByRole("link", { name: "Thu hồi lô này" }).click();
  await household.getByLabel("Vì sao thu hồi").fill("Nắp chai hở, hàng có thể hỏng.");
  await household.getByLabel("Người mua cần làm gì").fill("Đừng ăn nữa. Gọi chúng tôi để đổi.");
  await household.getByRole("button", { name: "Thu hồi ngay" }).click();
  await expect(household.getByRole("status").first()).toContainText("Đã thu hồi lô");
  await expect(household.getByText("1 đơn, 1 gói. Đã báo được 0 trong 1 đơn.")).toBeVisible();

  const reminder = `đơn chưa báo người mua, lô ${code}`;
  await household.goto("/household");
  await household.getByRole("link", { name: `1 ${reminder}` }).click();
  await expect(household.getByText("1 đơn, 1 gói. Đã báo được 0 trong 1 đơn.")).toBeVisible();

  await page.goto(productPage);
  await expect(page.getByRole("main")).not.toContainText(code);
  await page.goto(`/lots/${code}`);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("Lô này đã bị thu hồi");
  await expect(alert).toContainText("Nắp chai hở");
  await page.goto(orderPage);
  await expect(page.getByRole("alert").first()).toContainText(`Thu hồi: ${HONEY}`);
  await expect(page.getByRole("alert").first()).toContainText("Đừng ăn nữa");

  await signInByForm(department, "0900000004");
  await department.goto("/department");
  await department.getByRole("link", { name: /^Lô thu hồi chưa báo hết người mua/ }).click();
  await department.getByRole("link", { name: new RegExp(`Xem 1 đơn.* ${code}`) }).click();
  await expect(department.getByRole("link", { name: /Gọi 0900.000.557/ })).toBeVisible();
  await department.getByText("Ghi cuộc gọi").first().click();
  await department.getByLabel("Kết quả").selectOption({ label: "Đã báo, khách đã biết" });
  await department.getByLabel("Ghi chú").fill("Khách gửi trả trong tuần.");
  await department.getByRole("button", { name: "Ghi lại cuộc gọi cho Nguyễn Thị Mua" }).click();
  await expect(department.getByText("1 đơn, 1 gói. Đã báo được 1 trong 1 đơn.")).toBeVisible();
  await expect(department.getByText("Khách gửi trả trong tuần.")).toBeVisible();
  const csv = await department.request.get(`/department/lots/${code}/buyers.csv`);
  expect(await csv.text()).toContain("Nguyễn Thị Mua");

  await household.goto("/household");
  await expect(household.getByText(reminder)).toHaveCount(0);

  // The order cannot go out with it; with a new lot of the same product it can.
  await household.goto(`/household/orders/${order}-1`);
  await household.getByRole("button", { name: "Nhận đơn này" }).click();
  await expect(household.getByRole("button", { name: "Đã gửi hàng đi" })).toHaveCount(0);
  await household.goto(`/household/lots/${code}`);
  await household.getByRole("link", { name: "Về hàng còn" }).click();
  await household.getByLabel("Đang có bao nhiêu gói").fill("8");
  await household.getByRole("button", { name: "Thêm lô" }).click();
  await household.goto(`/household/orders/${order}-1`);
  await household.getByRole("button", { name: "Lấy lô khác" }).click();
  await expect(household.getByRole("status").first()).toContainText("Đã lấy hàng từ lô khác");
  await household.getByLabel("Bên giao hàng").selectOption({ label: "VNPost" });
  await household.getByLabel("Mã vận đơn").fill("EE123456789VN");
  await household.getByRole("button", { name: "Đã gửi hàng đi" }).click();
  await expect(household.getByText("Đã ghi lại, khách cũng thấy.")).toBeVisible();
  await page.goto(orderPage);
  await expect(page.getByRole("alert")).toHaveCount(0);

  await department.goto(`/department/lots/${code}`);
  await department.getByRole("link", { name: "Gỡ thu hồi" }).click();
  await department.getByLabel("Vì sao gỡ").fill("Kiểm nghiệm đạt yêu cầu.");
  await department.getByRole("button", { name: "Gỡ thu hồi" }).click();
  await expect(department.getByRole("status").first()).toContainText("Đã gỡ thu hồi");
  await page.goto(`/lots/${code}`);
  await expect(page.getByText(/gỡ thu hồi lúc .*Kiểm nghiệm đạt yêu cầu/)).toBeVisible();
  await household.context().close();
  await department.context().close();
});
