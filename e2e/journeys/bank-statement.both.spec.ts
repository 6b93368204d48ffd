import { expect, PHONES, signInByForm, test } from "../support/journey";
import { placeOrder } from "../support/place-order";

/** Of this moment's day in Vietnam, as banks write it. */
function today(): string {
  const [year, month, day] = new Date(Date.now() + 7 * 3_600_000)
    .toISOString()
    .slice(0, 10)
    .split("-");
  return `${day}/${month}/${year}`;
}

test("an officer brings in a bank's file: seen first, then written, and never twice", async ({
  page,
  shop,
}) => {
  const list = await (await fetch(`${shop.origin}/products`)).text();
  const productPath = /href="(\/products\/[^"?]+)"/.exec(list)?.[1] ?? "";
  const order = await placeOrder(shop.origin, { productPath });
  const orderPage = await (await fetch(shop.origin + order.path)).text();
  const due = /(\d{1,3}(?:\.\d{3})+)\s*đ/.exec(orderPage)?.[1] ?? "";
  const mark = order.code;
  const text = [
    "NGÂN HÀNG MẪU;;;;",
    "Số tài khoản: 8888000012345;;;;",
    "Ngày giao dịch;Số bút toán;Diễn giải;Phát sinh nợ;Phát sinh có",
    `${today()} 00:00:01;FT1${mark};MBVCB.1.${order.code}.CT tu NGUOI MUA MAU;;${due}`,
    `${today()} 00:00:02;FT2${mark};mua hang khong ma ${mark.slice(3)};;70.000`,
    `31/02/2026;FT3${mark};ngay khong co;;1.000`,
    "Tổng cộng;;;;",
  ].join("\r\n");
  const file = { name: `sao-ke-${mark}.csv`, mimeType: "text/csv", buffer: Buffer.from(text) };

  await signInByForm(page, PHONES.department);
  await page.goto("/department/bank-transactions");
  await page.locator("summary", { hasText: "Trang về tiền" }).click();
  await page.getByRole("link", { name: "Sao kê ngân hàng" }).click();
  await page.getByRole("link", { name: "Đưa tệp mới vào" }).click();

  await test.step("a file that is none is refused in words", async () => {
    const picture = {
      name: "a.xlsx",
      mimeType: "text/csv",
      buffer: Buffer.from("PK\u0003\u0004x"),
    };
    await page.getByLabel("Tệp sao kê").setInputFiles(picture);
    await page.getByRole("button", { name: "Đọc tệp" }).click();
    await expect(page.getByRole("alert")).toContainText("Đây là tệp Excel");
  });

  await page.getByLabel("Tệp sao kê").setInputFiles(file);
  await page.getByRole("button", { name: "Đọc tệp" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cột nào là gì?");
  await expect(page.getByLabel("Ngày giao dịch")).toHaveValue("0");
  await expect(page.getByLabel("Tiền vào (ghi có)")).toHaveValue("4");
  await expect(page.getByLabel("Số tham chiếu của ngân hàng")).toHaveValue("1");
  await page.getByRole("button", { name: "Xem thử" }).click();

  await test.step("what would be, and nothing of it written", async () => {
    await expect(page.getByText("Xem thử xong, chưa ghi gì vào sổ")).toBeVisible();
    await expect(page.getByRole("row", { name: /Đủ tiền 1 / })).toBeVisible();
    await expect(page.getByRole("row", { name: /Nội dung không có mã đơn 1 / })).toBeVisible();
    await expect(page.getByText("Cột «Ngày giao dịch»: ngày hoặc giờ không có thật")).toBeVisible();
    const still = await (await fetch(shop.origin + order.path)).text();
    expect(still).toContain("Chờ");
  });

  await test.step("rows in error are left out only on purpose", async () => {
    await page.getByRole("button", { name: "Ghi 2 dòng vào sổ" }).click();
    await expect(
      page.getByRole("alert").filter({ hasText: "Còn dòng không đọc được" }),
    ).toBeVisible();
    await page.getByLabel(/Bỏ lại 1 dòng không đọc được/).check();
    await page.getByRole("button", { name: "Ghi 2 dòng vào sổ" }).click();
    await expect(page.getByText("Mọi dòng ra đúng như lúc xem thử.")).toBeVisible();
  });

  await test.step("the buyer's order is paid, and the bank's page says by what", async () => {
    const paid = await (await fetch(shop.origin + order.path)).text();
    expect(paid).not.toContain("Chờ chuyển khoản");
    await page.goto("/department/bank-transactions?status=matched");
    await expect(page.getByText("tệp sao kê do cán bộ đưa vào").first()).toBeVisible();
    await expect(page.getByText(/Theo tệp sao kê do cán bộ đưa vào: \d+ dòng/)).toBeVisible();
  });

  await test.step("the same file leads to what became of it", async () => {
    await page.goto("/department/bank-statements/new");
    await page.getByLabel("Tệp sao kê").setInputFiles(file);
    await page.getByRole("button", { name: "Đọc tệp" }).click();
    await expect(page.getByText("Tệp này đã được đưa vào trước đây")).toBeVisible();
  });
});
