import type { Page } from "@playwright/test";
import {
  answerListing,
  approveHousehold,
  approveProduct,
  fulfilOrder,
  registerHousehold,
} from "../support/household-steps";
import { buyFromProductPage, expect, PHONES, signInByForm } from "../support/journey";
import { test } from "../support/own-shop";

/** The department plans a session; a household says by the code that it was there, a person is written down and joins; what came of it moves as they list and sell. */

const TITLE = "Buổi học ở thôn Tìa Chí Dùa";
const PRODUCT = "Mật ong của lớp tập huấn";
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const yesterday = () => new Date(Date.now() - 17 * 3_600_000).toISOString().slice(0, 10);
const tomorrow = () => new Date(Date.now() + 31 * 3_600_000).toISOString().slice(0, 10);

test("a session from its plan to what came of it", async ({ browser, page: officer }) => {
  test.setTimeout(240_000);
  const household = await browser.newPage();
  const helper = await browser.newPage();
  const newcomer = await browser.newPage();
  const buyer = await browser.newPage();
  const press = (page: Page, name: string | RegExp) =>
    page.getByRole("main").getByRole("button", { name }).click();
  let session = "";
  let code = "";

  await test.step("the department plans it, is told what is missing, and loses nothing", async () => {
    await signInByForm(officer, PHONES.department);
    await officer.goto("/department/households");
    await officer.getByRole("main").getByRole("link", { name: "Lớp tập huấn" }).click();
    await officer.getByRole("link", { name: "Lập lớp" }).click();
    await officer.getByLabel("Tên lớp").fill(TITLE);
    await press(officer, "Lưu");
    await expect(officer.getByRole("alert").first()).toContainText("Xin ghi địa điểm.");
    await expect(officer.getByLabel("Tên lớp")).toHaveValue(TITLE);
    await officer.getByLabel("Xã, phường, đặc khu").selectOption({ label: "Xã Mèo Vạc" });
    await officer.getByLabel("Địa điểm").fill("Nhà văn hóa thôn Tìa Chí Dùa");
    await officer.getByLabel("Ngày", { exact: true }).fill(tomorrow());
    await officer.getByLabel("Từ giờ").fill("08:00");
    await officer.getByLabel("Đến giờ").fill("11:00");
    await officer.getByLabel("Người dạy").fill("Vàng Thị Mỷ");
    await officer
      .getByLabel(/^Thành viên tổ công nghệ số/)
      .selectOption({ label: "Phạm Thị Mẫu Giúp" });
    await officer.getByLabel("Chụp ảnh đẹp").check();
    await press(officer, "Lưu");
    await expect(officer.getByText("Đã lập lớp.")).toBeVisible();
    session = new URL(officer.url()).pathname;
    await expect(officer.getByText("Danh sách mở từ ngày học.")).toBeVisible();
  });

  await test.step("it prints the sheet with the code", async () => {
    await officer.getByRole("link", { name: "In mã và phiếu ký tên" }).click();
    code = (await officer.getByText(/^TH-[0-9A-Z]{7}$/).innerText()).trim();
    await expect(officer.getByRole("img", { name: `Mã QR của lớp ${code}` })).toBeVisible();
    await expect(officer.getByRole("columnheader", { name: "Ký tên" })).toBeVisible();
  });

  await test.step("a household is refused on the wrong day and with a wrong code", async () => {
    await signInByForm(household, PHONES.household);
    await household.goto("/household");
    await household.getByRole("main").getByRole("link", { name: "Lớp tập huấn" }).click();
    await expect(household.getByText(TITLE)).toBeVisible();
    expect(await household.content()).not.toContain(code);
    await household.getByLabel("Mã trên giấy dán ở lớp").fill("TH-2222222");
    await press(household, "Mở lớp");
    await expect(household.getByRole("alert")).toContainText("Không có lớp nào có mã này.");
    await household.getByLabel("Mã trên giấy dán ở lớp").fill(code.toLowerCase().replace("-", " "));
    await press(household, "Mở lớp");
    await expect(household.getByText(/Chỉ ghi có mặt được trong giờ học/)).toBeVisible();
    await expect(household.getByRole("button", { name: "Tôi có mặt" })).toHaveCount(0);
    const forced = await household.request.post(`/household/training/${code}`, { maxRedirects: 0 });
    expect(forced.headers()["location"]).toContain("training_not_today");
  });

  await test.step("on the day one press is enough, and a second changes nothing", async () => {
    await officer.goto(session);
    await officer.getByRole("link", { name: "Sửa thông tin lớp" }).click();
    await officer.getByLabel("Ngày", { exact: true }).fill(today());
    // A press counts at the hours of the session, and this runs at any.
    await officer.getByLabel("Từ giờ").fill("00:00");
    await officer.getByLabel("Đến giờ").fill("23:59");
    await press(officer, "Lưu");
    await expect(officer.getByText("Đã lưu.")).toBeVisible();
    await household.goto(`/household/training/${code}`);
    await press(household, "Tôi có mặt");
    await expect(household.getByText("Đã ghi: hộ có mặt ở lớp này.")).toBeVisible();
    await household.request.post(`/household/training/${code}`);
    await officer.goto(session);
    await expect(officer.getByText("1 hộ có mặt")).toBeVisible();
    await expect(officer.getByText(/Hộ tự quét mã/)).toHaveCount(1);
  });

  await test.step("the helper whom it names ticks a household and writes a person down", async () => {
    await signInByForm(helper, PHONES.agent);
    await helper.goto("/agent");
    await helper.getByRole("banner").getByRole("link", { name: "Lớp tập huấn" }).click();
    await helper.getByRole("link", { name: TITLE }).click();
    await helper.getByLabel("Tên hộ hoặc số điện thoại").fill("mau");
    await press(helper, "Tìm");
    await press(helper, "Ghi có mặt");
    await expect(helper.getByRole("alert").first()).toContainText("Xin chọn ít nhất một hộ.");
    await helper.getByRole("checkbox", { disabled: false }).first().check();
    await press(helper, "Ghi có mặt");
    await expect(helper.getByText("Đã ghi vào danh sách.")).toBeVisible();
    await expect(helper.getByText("2 hộ có mặt")).toBeVisible();
    await helper.getByLabel("Số điện thoại", { exact: false }).last().fill("0900 000 866");
    await press(helper, "Ghi vào danh sách");
    await expect(helper.getByRole("alert").first()).toContainText("Xin ghi họ và tên.");
    await expect(helper.getByLabel("Số điện thoại", { exact: false }).last()).toHaveValue(
      "0900 000 866",
    );
    await helper.getByLabel("Họ và tên").fill("Sùng Thị Say");
    await press(helper, "Ghi vào danh sách");
    await expect(helper.getByText(/1 người chưa có hộ trên chợ/)).toBeVisible();
    await helper.getByRole("button", { name: /^Bỏ: / }).nth(1).click();
    await expect(helper.getByText("Đã bỏ khỏi danh sách.")).toBeVisible();
    await expect(helper.getByText("1 hộ có mặt")).toBeVisible();
  });

  await test.step("the person registers, and is the household on the list", async () => {
    await registerHousehold(newcomer, { name: "Hộ Mẫu Sùng Thị Say", phone: "0900000866" });
    await approveHousehold(officer, "Hộ Mẫu Sùng Thị Say");
    await officer.goto(session);
    await expect(officer.getByText("2 hộ có mặt")).toBeVisible();
    await expect(officer.getByText(/\d người chưa có hộ/)).toHaveCount(0);
    await newcomer.goto("/household/training");
    await expect(newcomer.getByRole("heading", { name: "Lớp đã dự" })).toBeVisible();
  });

  const row = (name: string) => officer.getByRole("row").filter({ hasText: name });
  const within = async (name: string) =>
    row(name).locator('td[data-label="Trong 90 ngày"]').innerText();

  await test.step("what came of it moves when it lists and when it sells", async () => {
    await expect(row("Bán được đơn đầu tiên")).toBeVisible();
    expect(await within("Có hàng bày bán")).toContain("0");
    await newcomer.goto("/household/products/new");
    await answerListing(newcomer, PRODUCT);
    await press(newcomer, /^Gửi/);
    await expect(newcomer.getByRole("status").first()).toContainText("Đã gửi");
    await approveProduct(officer, PRODUCT);
    await officer.goto(session);
    expect(await within("Có hàng bày bán")).toContain("1");
    expect(await within("Bán được đơn đầu tiên")).toContain("0");
    await buyer.goto(`/products?q=${encodeURIComponent(PRODUCT)}`);
    await buyer.getByRole("main").getByRole("link", { name: PRODUCT }).first().click();
    const order = { name: "Trần Văn Mẫu", phone: "0900 000 556", method: "cod" } as const;
    const placed = await buyFromProductPage(buyer, order);
    await fulfilOrder(newcomer, placed);
    await officer.goto(session);
    expect(await within("Bán được đơn đầu tiên")).toContain("1");
    const csv = await officer.request.get("/department/training.csv");
    expect(await csv.text()).toContain(TITLE);
  });

  await test.step("a list that was closed by mistake is opened again with a reason", async () => {
    await helper.goto(session.replace("/department", "/agent"));
    await press(helper, "Đóng danh sách, lớp đã tổ chức");
    await expect(helper.getByRole("link", { name: "Mở lại danh sách" })).toHaveCount(0);
    await officer.goto(session);
    await officer.getByRole("link", { name: "Mở lại danh sách" }).click();
    await press(officer, "Mở lại");
    await expect(officer.getByRole("alert").first()).toContainText("Xin ghi lý do");
    await officer.getByLabel("Lý do").fill("Danh sách giấy của thôn về sau");
    await press(officer, "Mở lại");
    await expect(officer.getByText("Đã mở lại danh sách.")).toBeVisible();
  });

  await test.step("a closed list stands", async () => {
    await helper.goto(session.replace("/department", "/agent"));
    await press(helper, "Đóng danh sách, lớp đã tổ chức");
    await expect(helper.getByText("Đã đóng danh sách.")).toBeVisible();
    await expect(helper.getByRole("button", { name: /^Bỏ: / })).toHaveCount(0);
    await household.goto(`/household/training/${code}`);
    await expect(household.getByText("Đã ghi: hộ có mặt ở lớp này.")).toBeVisible();
  });

  await test.step("a helper plans a session where they help, which everybody reads of, and calls it off", async () => {
    const own = "Buổi chụp ảnh của tổ công nghệ số";
    await helper.goto("/agent/training");
    await helper.getByRole("link", { name: "Lập lớp" }).click();
    await helper.getByLabel("Tên lớp").fill(own);
    await helper.getByLabel("Xã, phường, đặc khu").selectOption({ index: 1 });
    await helper.getByLabel("Địa điểm").fill("Nhà văn hóa thôn");
    await helper.getByLabel("Ngày", { exact: true }).fill(yesterday());
    await helper.getByLabel("Từ giờ").fill("08:00");
    await helper.getByLabel("Đến giờ").fill("09:30");
    await helper.getByLabel("Người dạy").fill("Phạm Thị Mẫu Giúp");
    await press(helper, "Lưu");
    await expect(helper.getByRole("alert").first()).toContainText("Ngày học phải từ hôm nay");
    await expect(helper.getByLabel("Tên lớp")).toHaveValue(own);
    await helper.getByLabel("Ngày", { exact: true }).fill(tomorrow());
    await press(helper, "Lưu");
    await expect(helper.getByText("Đã lập lớp.")).toBeVisible();
    await buyer.goto("/register");
    await buyer.getByRole("link", { name: "Xem lớp tập huấn sắp tới" }).click();
    await expect(buyer.getByText(own)).toBeVisible();
    expect(await buyer.content()).not.toMatch(/TH-[0-9A-Z]{7}/);
    await helper.getByRole("link", { name: "Hủy lớp" }).click();
    await helper.getByLabel("Lý do").fill("Mưa lũ, đường sạt");
    await press(helper, "Hủy lớp");
    await buyer.goto("/training");
    await expect(buyer.getByRole("listitem").filter({ hasText: own })).toContainText("Mưa lũ");
  });

  await test.step("a helper is asked for households that sell, and reads it on the desk", async () => {
    await officer.goto("/department/helpers");
    await officer.getByRole("link", { name: "Phạm Thị Mẫu Giúp" }).first().click();
    await officer.getByLabel("Số hộ bán được").fill("0");
    await press(officer, "Đặt chỉ tiêu");
    await expect(officer.getByRole("alert").first()).toContainText("Số hộ là số từ 1 đến 500.");
    await officer.getByLabel("Số hộ bán được").fill("7");
    await officer.getByLabel("Từ ngày").fill(today());
    await officer.getByLabel("Đến hết ngày").fill(tomorrow());
    await press(officer, "Đặt chỉ tiêu");
    await expect(officer.getByText("Đã đặt chỉ tiêu.")).toBeVisible();
    await helper.goto("/agent");
    await expect(helper.getByText("0 trên 7 hộ bán được")).toBeVisible();
  });

  await test.step("the lessons are there for everybody, and a household says that it has been through one", async () => {
    await buyer.goto("/");
    await buyer.getByRole("link", { name: "Bài học ngắn" }).click();
    await buyer.getByRole("link", { name: "Chụp ảnh đẹp" }).click();
    await expect(buyer.getByRole("main").getByRole("listitem")).toHaveCount(4);
    await newcomer.goto("/household/products");
    await newcomer.getByRole("link", { name: /^Bài học: / }).click();
    await press(newcomer, "Tôi đã học bài này");
    await expect(newcomer.getByText("Đã ghi: hộ đã học bài này.")).toBeVisible();
  });
  await Promise.all([household, helper, newcomer, buyer].map((one) => one.close()));
});
