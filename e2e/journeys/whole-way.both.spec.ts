import {
  amountIn,
  buyFromProductPage,
  dong,
  expect,
  payInSimulator,
  signInByForm,
  waitForWords,
  reload,
} from "../support/journey";
import { checkLedgerFile } from "../support/check-ledger-file";
import {
  answerListing,
  approveHousehold,
  approveProduct,
  photoOf,
  registerHousehold,
} from "../support/household-steps";
import { test } from "../support/own-shop";

/**
 * The title of the first issue: listed, found, paid by QR, delivered, settled and counted.
 * A shop of its own: the share is computed by hand from exactly these orders.
 */

const HOUSEHOLD = {
  name: "Hộ Mẫu Vàng Thị Mai",
  phone: "0900 000 888",
};
const PRODUCT = "Mật ong rừng thử nghiệm";
const PRICE_VND = 150_000;
const RETAIL_BILLIONS = "3.900,5"; // tỷ đồng

test("one product is listed, found, paid by QR, delivered, settled and counted", async ({
  browser,
  shop,
  page,
}) => {
  test.setTimeout(180_000);
  const household = await browser.newPage();
  const department = await browser.newPage();
  const buyer = page;

  await test.step("a household registers", async () => {
    await registerHousehold(household, HOUSEHOLD);
  });

  await test.step("the department approves the household", async () => {
    await signInByForm(department, "0900000004");
    await approveHousehold(department, HOUSEHOLD.name);
  });

  await test.step("the household lists a product with a photo", async () => {
    await household.goto("/household/products/new");
    await answerListing(household, PRODUCT);
    await household
      .getByLabel("Nói thêm với người mua")
      .fill("Mật ong lấy từ rừng già, quay tay, lọc vải.");
    await household.getByRole("button", { name: "Chưa gửi: lưu lại" }).click();
    await expect(household.getByRole("status").first()).toContainText("Đã lưu bản nháp");
    await household.getByRole("link", { name: "Thêm, đổi hoặc bỏ ảnh" }).click();
    await household.getByLabel("Ảnh sản phẩm").setInputFiles(await photoOf("#2f6b3a"));
    await household.getByRole("button", { name: "Thêm ảnh này" }).click();
    await expect(household.getByRole("status").first()).toContainText("Đã thêm ảnh");
    await household.getByRole("button", { name: "Dùng làm ảnh chính" }).click();
    await expect(household.getByRole("status").first()).toContainText("Đã đổi ảnh chính");
    await household.getByRole("link", { name: "Về sản phẩm" }).click();
    await household.getByRole("button", { name: "Gửi duyệt" }).click();
    await expect(household.getByRole("status").first()).toContainText("Đã gửi");
  });

  await test.step("the department approves the product", async () => {
    await approveProduct(department, PRODUCT);
  });

  let totalVnd = 0;
  let code = "";
  await test.step("a buyer finds it and pays by QR", async () => {
    await buyer.goto("/products?q=mat+ong+rung+thu");
    await buyer
      .getByRole("link", { name: new RegExp(PRODUCT) })
      .first()
      .click();
    const photos = buyer.locator("main picture img");
    await expect(photos).toHaveCount(2);
    const photo = photos.first();
    await expect(photo).toBeVisible();
    const width = () => photo.evaluate((image: HTMLImageElement) => image.naturalWidth);
    await expect.poll(width).toBeGreaterThan(300);
    code = await buyFromProductPage(
      buyer,
      { name: "Nguyễn Văn Mua", phone: "0900000556", method: "vietqr" },
      3,
    );
    totalVnd = amountIn(await buyer.getByText(/^Chuyển khoản .* theo mã/).textContent());
    expect(totalVnd).toBeGreaterThan(3 * PRICE_VND); // shipping comes on top
    await payInSimulator(buyer);
    await waitForWords(buyer, "Đã đặt hàng");
    await expect(buyer.getByRole("status")).toHaveText(
      new RegExp(`^Đã nhận đủ ${dong(totalVnd)} lúc \\d\\d:\\d\\d \\d\\d/\\d\\d/\\d{4}$`),
    );
  });

  await test.step("the household confirms, ships and hands over", async () => {
    await household.goto("/household");
    await household.getByRole("link", { name: /Đơn mới, chờ nhận/ }).click();
    await household
      .getByRole("link", { name: new RegExp(code) })
      .first()
      .click();
    await household.getByRole("button", { name: "Nhận đơn này" }).click();
    // Who brings it is the household's to say: without that the form comes back, with the code kept.
    await household.getByLabel("Mã vận đơn").fill("VN123456780");
    await household.getByRole("button", { name: "Đã gửi hàng đi" }).click();
    await expect(household.getByLabel("Bên giao hàng")).toHaveAttribute("aria-invalid", "true");
    await expect(household.getByLabel("Mã vận đơn")).toHaveValue("VN123456780");
    await household.getByLabel("Bên giao hàng").selectOption({ label: "VNPost" });
    await household.getByRole("button", { name: "Đã gửi hàng đi" }).click();
    await household.getByRole("link", { name: "Sửa bên giao, mã vận đơn" }).click();
    await household.getByLabel("Mã vận đơn").fill("VN123456789");
    await household.getByRole("button", { name: "Lưu" }).click();
    await household.getByRole("button", { name: "Khách đã nhận hàng" }).click();
    await expect(
      household.getByText("Khách đã nhận hàng. Tiền của đơn này đã tính cho bạn."),
    ).toBeVisible();
    await reload(buyer);
    await expect(buyer.getByRole("heading", { level: 1 })).toHaveText("Đã giao hàng");
  });

  await test.step("the household sees what it is owed: the order less 3 % of the goods", async () => {
    const commissionVnd = Math.round(3 * PRICE_VND * 0.03);
    await household.goto("/household/earnings");
    await expect(household.getByRole("main")).toContainText(dong(totalVnd - commissionVnd));
  });

  await test.step("a second order, in cash to the household, who brings it", async () => {
    await buyer.goto("/products?q=mat+ong+rung+thu");
    await buyer
      .getByRole("link", { name: new RegExp(PRODUCT) })
      .first()
      .click();
    const cash = await buyFromProductPage(buyer, {
      name: "Nguyễn Văn Mua",
      phone: "0900000556",
      method: "cod",
    });
    await expect(buyer.getByRole("status")).toHaveText(/^Trả [\d.]+\u00a0đ khi nhận hàng$/);
    await household.goto(`/household/orders/${cash}-1`);
    await household.getByRole("button", { name: "Nhận đơn này" }).click();
    await household.goto("/household/orders?status=confirmed");
    await household.getByRole("link", { name: "In phiếu gói hàng" }).click();
    await expect(household.getByRole("main")).toContainText(`1 × ${PRODUCT}, chai 500 ml`);
    await expect(household.getByText(/^Thu tiền mặt: /)).toBeVisible();
    await household.getByRole("button", { name: `Đã gói xong đơn ${cash}-1` }).click();
    await expect(household.getByText(`Đã ghi: gói xong đơn ${cash}-1.`)).toBeVisible();
    await expect(household.getByText("Không có đơn nào chờ gói.")).toBeVisible();
    await household.goto(`/household/orders/${cash}-1`);
    await household.getByLabel("Bên giao hàng").selectOption({ label: "Tự giao" });
    await household.getByRole("button", { name: "Đã gửi hàng đi" }).click();
    await expect(household.getByText("Bạn tự giao: thu đủ số tiền này của khách")).toBeVisible();
    await expect(household.getByText("Nhớ ghi số tiền này cho bên giao")).toHaveCount(0);
    await household.getByRole("button", { name: "Khách đã nhận và trả tiền" }).click();
    const owed = dong(Math.round(PRICE_VND * 0.03));
    await expect(household.getByText(`Bạn còn nợ chợ ${owed} hoa hồng`)).toBeVisible();
    await household.goto("/household/earnings");
    await expect(household.getByText("Đã thu tại cửa", { exact: true })).toBeVisible();
    await expect(household.getByText(owed, { exact: true }).first()).toBeVisible();
    await reload(buyer);
    await expect(buyer.getByRole("status")).toContainText("khi nhận hàng, lúc");
  });

  await test.step("the department enters the retail total and reads the share", async () => {
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const month = today.slice(0, 7);
    await department.goto("/department/retail-totals");
    await department.getByLabel("Tháng", { exact: true }).selectOption(month);
    await department.getByRole("radio", { name: "Doanh thu bán lẻ hàng hóa", exact: true }).check();
    await department.getByLabel("Số tiền, tỷ đồng").fill(RETAIL_BILLIONS);
    await department.getByRole("radio", { name: "Ước tính" }).check();
    await department.getByLabel("Nguồn").fill("Báo cáo thử nghiệm");
    await department.getByLabel("Ngày công bố").fill(today.split("-").toReversed().join("/"));
    await department.getByRole("button", { name: "Lưu số này" }).click();
    await expect(department.getByRole("status").first()).toContainText("3.900,5 tỷ đồng");

    // By hand: 4 bottles of 150.000 đ delivered this month, over 3.900,5 tỷ đồng, in per cent with four decimals.
    const numeratorVnd = 4n * 150_000n;
    const denominatorVnd = 3_900_500_000_000n;
    const tenThousandths =
      (numeratorVnd * 2n * 1_000_000n + denominatorVnd) / (denominatorVnd * 2n);
    const share = `0,${String(tenThousandths).padStart(4, "0")}`;
    await department.goto(`/department/indicator?month=${month}`);
    await expect(department.getByRole("main")).toContainText(dong(600_000));
    await expect(department.getByRole("main")).toContainText(
      "doanh thu bán lẻ thương mại điện tử trên doanh thu bán lẻ hàng hóa",
      { ignoreCase: true },
    );
    await expect(department.getByRole("main")).toContainText(`${share}`);

    const csv = await (
      await department.request.get(`/department/indicator.csv?month=${month}`)
    ).text();
    expect(csv).toContain("600000");
    expect(csv).toContain(share.replace(",", "."));
  });

  await test.step("the ledger balances to the đồng", () => {
    expect(checkLedgerFile(shop.dataDir)).toEqual({ differences: [], deliveredOrders: 2 });
  });
});
