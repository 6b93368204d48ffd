import { checkIfScripted } from "../support/check-accessibility";
import { expect, PHONES, signInByForm, test } from "../support/journey";

/** A day and an hour in Vietnam, as the fields have them, so many hours ago. */
function ago(hours: number): { day: string; time: string } {
  const text = new Date(Date.now() + (7 - hours) * 3_600_000).toISOString();
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}

test("an officer enters what an authority asks, sees how long there is, and answers", async ({
  page,
}, info) => {
  test.setTimeout(120_000);
  const authority = `Cục Quản lý thị trường ${info.project.name}`;
  await signInByForm(page, PHONES.department);
  await page.goto("/department");
  await page.getByRole("link", { name: "Sổ yêu cầu và hạn xử lý" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sổ yêu cầu và hạn xử lý");
  await checkIfScripted(page, info);
  await page.getByRole("link", { name: "Ghi yêu cầu mới" }).click();
  await checkIfScripted(page, info);
  await page.getByRole("link", { name: "Gỡ nội dung theo yêu cầu của cơ quan" }).click();
  await expect(page.getByText("Trả lời trong 24 giờ.")).toBeVisible();
  await expect(page.getByText("chưa đối chiếu văn bản gốc")).toBeVisible();

  await test.step("what is wrong stands at its field, and nothing typed is lost", async () => {
    const received = ago(20);
    await page.getByLabel("Bên yêu cầu").fill(authority);
    await page.getByLabel("Ngày nhận").fill(received.day);
    await page.getByLabel("Giờ nhận").fill(received.time);
    await page.getByLabel("Nội dung yêu cầu").fill("Gỡ trang ghi sai xuất xứ.");
    await page.getByLabel("Yêu cầu về").selectOption({ label: "Hộ bán hàng" });
    await page.getByLabel("Địa chỉ trang, mã hoặc số điện thoại").fill("khong-co-ho-nay");
    await page.getByRole("button", { name: "Ghi vào sổ" }).click();
    await expect(page.getByRole("alert")).toContainText("Xin chọn nhận bằng cách nào.");
    await page.getByLabel("Nhận bằng cách nào").selectOption({ label: "Công văn, thư" });
    await page.getByRole("button", { name: "Ghi vào sổ" }).click();
    await expect(page.getByRole("alert")).toContainText("Không tìm thấy mục này.");
    await expect(page.getByLabel("Bên yêu cầu")).toHaveValue(authority);
    await page
      .getByLabel("Địa chỉ trang, mã hoặc số điện thoại")
      .fill("/households/hop-tac-xa-mau-dong-xanh");
    await page.getByRole("button", { name: "Ghi vào sổ" }).click();
  });

  await expect(page.getByText("Đã ghi vào sổ.")).toBeVisible();
  await expect(page.getByText(/^Còn \d+ (giờ|phút)$/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Tạm ngừng hộ bán hàng" })).toBeVisible();
  await checkIfScripted(page, info);
  const address = new URL(page.url()).pathname;

  await test.step("it stands on the desk's first page until it is answered", async () => {
    await page.goto("/department");
    await page.getByRole("link", { name: "Yêu cầu quá hạn hoặc còn không quá 8 giờ" }).click();
    const row = page.getByRole("row").filter({ hasText: authority });
    await expect(row).toContainText("Còn");
    await row.getByRole("link").click();
    await page.getByRole("button", { name: "Trả lời", exact: true }).click();
    await expect(page.getByRole("alert")).toContainText("Xin chọn kết quả.");
    await page.getByLabel("Đã thực hiện").check();
    await page.getByLabel("Đã làm gì, trả lời thế nào; nếu từ chối thì vì sao").fill("Đã gỡ.");
    await page.getByRole("button", { name: "Trả lời", exact: true }).click();
    await expect(page.getByText("Đã ghi trả lời.")).toBeVisible();
    await expect(page.getByText("Đúng hạn")).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(address);
  });

  await test.step("the log of takedowns has it, and so has the file", async () => {
    await page.goto("/department/compliance");
    await page.getByLabel("Loại yêu cầu").selectOption("takedown");
    await page.getByLabel("Tình trạng").selectOption("answered");
    await page.getByRole("button", { name: "Xem", exact: true }).click();
    await expect(page.getByText("Nội dung đã gỡ được giữ lại")).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: authority })).toContainText("Đúng hạn");
    await checkIfScripted(page, info);
    const file = await page.request.get("/department/compliance.csv?kind=takedown&state=answered");
    expect([file.status(), file.headers()["content-type"]]).toEqual([
      200,
      "text/csv; charset=utf-8",
    ]);
    expect(await file.text()).toContain(authority);
  });
});
