import sharp from "sharp";
import { expect, PHONES, signInByForm, test } from "../support/journey";
import { placeOrder } from "../support/place-order";

/** `dd/mm/yyyy` in Vietnam, two hours ago, so that it is past. */
function aWhileAgo(): { day: string; time: string } {
  const text = new Date(Date.now() + 5 * 3_600_000).toISOString();
  const [year, month, day] = text.slice(0, 10).split("-");
  return { day: `${day}/${month}/${year}`, time: text.slice(11, 16) };
}

test("a buyer says that money was sent, the department answers, and the buyer reads it", async ({
  page,
  shop,
  browser,
}) => {
  const list = await (await fetch(`${shop.origin}/products`)).text();
  const productPath = /href="(\/products\/[^"?]+)"/.exec(list)?.[1] ?? "";
  const order = await placeOrder(shop.origin, { productPath });
  const { day, time } = aWhileAgo();
  const receipt = await sharp({
    create: { width: 600, height: 900, channels: 3, background: "#ddd" },
  })
    .jpeg()
    .toBuffer();

  await test.step("the buyer, without an account", async () => {
    await page.goto(order.path);
    await page.getByText("Đã chuyển mà chưa thấy?").click();
    await page.getByRole("link", { name: "Báo đã chuyển tiền" }).click();
    await page.getByRole("button", { name: "Gửi cho chợ" }).click();
    await expect(page.getByRole("alert")).toContainText("Chưa ghi số tiền đã chuyển.");
    await page.getByLabel("Số tiền đã chuyển").fill("222.000");
    await page.getByLabel("Ngày chuyển").fill(day);
    await page.getByLabel("Giờ chuyển").fill(time);
    await page.getByLabel("Mã giao dịch của ngân hàng").fill(`FT-${order.code}`);
    await page
      .getByLabel("Ảnh biên nhận")
      .setInputFiles({ name: "bien-nhan.jpg", mimeType: "image/jpeg", buffer: receipt });
    await page.getByRole("button", { name: "Gửi cho chợ" }).click();
    await expect(page).toHaveURL(new RegExp(`/orders/${order.code}`));
    await expect(page.getByText("Chợ đang tìm")).toBeVisible();
  });

  await test.step("who found the order by its number and phone may not say it", async () => {
    const strange = order.path.replace("?", "/transfer-claim?").replace(/key=.*/, "key=khong-phai");
    expect((await page.request.get(strange)).status()).toBe(404);
  });

  await test.step("the department looks and answers", async () => {
    const desk = await (
      await browser.newContext({ baseURL: shop.origin, javaScriptEnabled: true })
    ).newPage();
    await signInByForm(desk, PHONES.department);
    await desk.goto("/department/bank-transactions");
    await desk.locator("summary", { hasText: "Trang về tiền" }).click();
    await desk.getByRole("link", { name: /Người mua báo đã chuyển tiền/ }).click();
    const claim = desk.getByRole("listitem").filter({ hasText: `FT-${order.code}` });
    const photo = await claim.getByRole("link", { name: "Xem ảnh biên nhận" }).getAttribute("href");
    const shown = await desk.request.get(photo ?? "");
    expect(shown.headers()["content-type"]).toBe("image/jpeg");
    expect((await page.request.get(photo ?? "", { maxRedirects: 0 })).status()).toBe(302);
    await claim.getByText("Trả lời người mua").click();
    await claim.getByRole("button", { name: "Gửi trả lời" }).click();
    await expect(desk.getByRole("alert").first()).toContainText("Chưa chọn kết quả.");
    await claim.getByLabel("Chưa tìm thấy").check();
    await claim.getByLabel("Viết cho người mua").fill("Chợ chưa thấy, xin hỏi lại ngân hàng.");
    await claim.getByRole("button", { name: "Gửi trả lời" }).click();
    await expect(desk.getByText("Đã gửi trả lời.")).toBeVisible();
    await desk.context().close();
  });

  await test.step("the buyer reads the answer", async () => {
    await page.goto(order.path);
    await expect(
      page.getByText("Chợ trả lời: Chợ chưa thấy, xin hỏi lại ngân hàng."),
    ).toBeVisible();
  });
});
