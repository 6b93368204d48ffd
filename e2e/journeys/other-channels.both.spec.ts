import { expect, PHONES, signInByForm, test } from "../support/journey";

/** The last month that is over in Vietnam, and the two before it. */
function monthsBack(count: number): string[] {
  const [year = 0, month = 0] = new Date(Date.now() + 7 * 3_600_000)
    .toISOString()
    .slice(0, 7)
    .split("-")
    .map(Number);
  return Array.from({ length: count }, (_, i) => {
    const index = year * 12 + month - 1 - (i + 1);
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
  });
}

const written = (month: string) => month.split("-").toReversed().join("/");

function today(): string {
  return new Date(Date.now() + 7 * 3_600_000)
    .toISOString()
    .slice(0, 10)
    .split("-")
    .toReversed()
    .join("/");
}

const REPORT = {
  name: "bao-cao-lazada.csv",
  mimeType: "text/csv",
  buffer: Buffer.from("tháng;doanh số\n10/2026;12,35\n"),
};

test("an officer enters what was sold elsewhere, with its file, and sees it beside what was measured", async ({
  page,
}) => {
  const [month = ""] = monthsBack(1);
  await signInByForm(page, PHONES.department);
  await page.goto(`/department/indicator?month=${month}`);
  const section = page.getByRole("region", { name: "Bảng kênh khác của tháng, cuộn ngang được" });
  await expect(section).not.toContainText("Lazada");
  await page.getByRole("link", { name: "Nhập số mới" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nhập doanh số trên kênh khác");

  await test.step("what is wrong stands at its field, and the file need not be chosen again", async () => {
    await page.getByLabel("Kênh bán").selectOption({ label: "Lazada" });
    await page.getByRole("radio", { name: "Hàng hóa", exact: true }).check();
    await page.getByLabel("Doanh số của cả kỳ, tỷ đồng").fill("12.35");
    await page.getByRole("radio", { name: "Báo cáo của sàn" }).check();
    await page.getByRole("radio", { name: /^A: rất chắc/ }).check();
    await page.getByLabel("Nguồn", { exact: true }).fill("Công văn của sàn");
    await page.getByLabel("Ngày nhận hoặc ngày công bố").fill(today());
    await page.getByLabel("Tệp nguồn").setInputFiles(REPORT);
    await page.getByRole("button", { name: "Lưu số này" }).click();
    await expect(page.getByRole("alert")).toContainText("Chưa đọc được số tiền");
    await expect(page.getByLabel(/Tệp 1 đã gửi lên/)).toBeChecked();
    await expect(page.getByRole("radio", { name: /^A: rất chắc/ })).toBeChecked();
  });

  await page.getByLabel("Doanh số của cả kỳ, tỷ đồng").fill("12,35");
  await page.getByRole("button", { name: "Lưu số này" }).click();
  await expect(page.getByRole("status")).toContainText("Đã lưu.");
  await expect(page.getByRole("main")).toContainText("12,35 tỷ đồng");
  const file = page.getByRole("link", { name: "Mở tệp bao-cao-lazada.csv" }).first();
  const answer = await page.request.get((await file.getAttribute("href")) ?? "");
  expect(answer.headers()["content-disposition"]).toMatch(/^attachment/);
  expect(await answer.text()).toContain("12,35");

  await test.step("the same months of the channel are not counted twice", async () => {
    await page.goto("/department/other-channels/new");
    await page.getByLabel("Kênh bán").selectOption({ label: "Lazada" });
    await page.getByRole("radio", { name: "Hàng hóa", exact: true }).check();
    await page.getByLabel("Doanh số của cả kỳ, tỷ đồng").fill("12,5");
    await page.getByRole("radio", { name: "Sở ước tính" }).check();
    await page.getByRole("radio", { name: /^D: ước tính/ }).check();
    await page.getByLabel("Nguồn", { exact: true }).fill("Ước tính của Sở");
    await page.getByLabel("Ngày nhận hoặc ngày công bố").fill(today());
    await page.getByRole("button", { name: "Lưu số này" }).click();
    await expect(page.getByRole("alert")).toContainText("sẽ bị tính hai lần");
  });

  await test.step("it stands apart on the indicator's page, and the sum is an estimate on demand", async () => {
    await page.goto(`/department/indicator?month=${month}`);
    await expect(section.getByRole("row", { name: /Lazada/ })).toContainText("A: rất chắc");
    await expect(section.getByRole("row", { name: /Lazada/ })).toContainText("12,35");
    await expect(section.getByRole("row", { name: /Shopee/ })).toContainText("gộp 3 tháng");
    const beside = page.getByRole("region", { name: "Bảng đo được và tổng hợp, cuộn ngang được" });
    // 7,84 + 41,25 + 3,18 of the samples and 12,35; the quarter is in no sum of a month.
    await expect(beside.getByRole("row", { name: /Tổng hợp từ nơi khác/ })).toContainText(
      "64.620.000.000",
    );
    await expect(page.getByText("Chỉ để tham khảo")).toBeHidden();
    await page.getByText("Xem tổng ước tính của hai phần").click();
    await expect(page.getByText("Chỉ để tham khảo")).toBeVisible();
    await expect(
      page.getByText(/^Ước tính: .* Độ tin cậy thấp nhất: C: tạm được\.$/),
    ).toBeVisible();
  });

  await test.step("withdrawn, it counts no more and can still be read", async () => {
    await section.getByRole("link", { name: "Lazada" }).click();
    await page.getByRole("link", { name: "Rút lại" }).click();
    await page.getByRole("button", { name: "Rút lại số này" }).click();
    await expect(page.getByRole("alert")).toContainText("Xin ghi lý do");
    await page.getByLabel("Lý do").fill("Báo cáo của tỉnh khác");
    await page.getByRole("button", { name: "Rút lại số này" }).click();
    await expect(page.getByText("Lý do: Báo cáo của tỉnh khác")).toBeVisible();
    await page.goto(`/department/indicator?month=${month}`);
    await expect(section).not.toContainText("Lazada");
    const open = await page.request.get("/statistics");
    expect(await open.text()).not.toContain("Lazada");
  });
});

test("the office's totals come in as a table: tried out, agreed to, and kept with their file", async ({
  page,
}) => {
  const [, , , , , , , , , , , , , , , , , , , , newer = "", older = ""] = monthsBack(22);
  const goods = "Doanh thu bán lẻ hàng hóa";
  const day = today();
  const text = [
    "Tháng;Loại số;Số tiền;Đơn vị;Mức độ;Ngày công bố;Nguồn",
    `${written(older)};${goods};1.100,5;tỷ đồng;chính thức;${day};Niên giám thử`,
    `${written(newer)};${goods};chưa có;tỷ đồng;chính thức;${day};Niên giám thử`,
    `tháng ${written(newer)};${goods};1.150.000;triệu đồng;sơ bộ;${day};Niên giám thử`,
  ].join("\r\n");
  const file = {
    name: "so-ban-le.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`\uFEFF${text}`),
  };
  await signInByForm(page, PHONES.department);
  await page.goto("/department/retail-totals");
  await page.getByRole("link", { name: "Nhập bằng bảng" }).click();
  const template = await page.request.get("/department/retail-totals/template/mau.xlsx");
  expect((await template.body()).subarray(0, 2).toString()).toBe("PK");

  await test.step("a table without its headings is refused in words", async () => {
    const wrong = { ...file, buffer: Buffer.from("a;b\n1;2") };
    await page.getByLabel("Tệp bảng").setInputFiles(wrong);
    await page.getByRole("button", { name: "Xem thử" }).click();
    await expect(page.getByRole("alert")).toContainText("Không thấy đủ các cột");
  });

  await page.getByLabel("Tệp bảng").setInputFiles(file);
  await page.getByRole("button", { name: "Xem thử" }).click();
  const rows = page.getByRole("region", { name: "Bảng xem thử từng dòng, cuộn ngang được" });
  await expect(rows.getByRole("row")).toHaveCount(4);
  await expect(rows.getByRole("row", { name: /^3 / })).toContainText("Chưa đọc được số tiền");
  await expect(page.getByRole("main")).toContainText("1 dòng có lỗi sẽ bị bỏ lại");

  await test.step("figures far from what is known stand only after a yes of their own", async () => {
    await expect(rows.getByRole("row", { name: /^2 / })).toContainText("cần xem lại");
    const yes = page.getByRole("button", { name: "Ghi 2 dòng, bỏ lại 1 dòng lỗi" });
    await yes.click();
    await expect(page.getByRole("alert").first()).toContainText("Có 2 số khác xa");
    await page.getByLabel("Đã xem, các số khác xa ấy là đúng").check();
    await yes.click();
    await expect(page.getByRole("status")).toContainText("Đã ghi 2 dòng.");
  });

  await page.getByRole("status").getByRole("link", { name: "Về số bán lẻ" }).click();
  const totals = page.getByRole("region", { name: "Bảng số bán lẻ đã nhập, cuộn ngang được" });
  await expect(totals.getByRole("row", { name: new RegExp(written(older)) })).toContainText(
    "1.100,5",
  );
  await expect(totals.getByRole("row", { name: new RegExp(written(newer)) })).toContainText(
    "1.150,0",
  );
  const source = totals.getByRole("link", { name: "Mở bảng nguồn" }).first();
  const kept = await page.request.get((await source.getAttribute("href")) ?? "");
  expect(await kept.text()).toContain("Niên giám thử");
});

test("the office's own table: an officer says which column is which, and sees what it would do", async ({
  page,
}) => {
  const [, , , , , , , , , , , , , , , , , , , , , , , , month = "", before = ""] = monthsBack(26);
  const text = [
    "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng;;;",
    `Chỉ tiêu;Thực hiện tháng ${written(before)};Ước tính tháng ${written(month)};Lũy kế`,
    "Tổng số;1.500,0;1.520,5;9.000,0",
    "Doanh thu bán lẻ hàng hóa;1.100,0;1.120,5;7.000,0",
  ].join("\n");
  const file = { name: "bieu-15.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await signInByForm(page, PHONES.department);
  await page.goto("/department/retail-totals/import");
  await page.getByLabel("Tệp bảng").setInputFiles(file);
  await page.getByRole("button", { name: "Xem thử" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cột nào, dòng nào là gì?");
  await expect(page.getByLabel("Cột ước tính của tháng")).toHaveValue("2");
  await expect(page.getByLabel("Dòng doanh thu bán lẻ hàng hóa")).toHaveValue("1");
  await page.getByRole("button", { name: "Xem thử" }).click();
  await expect(page.getByRole("alert")).toContainText("Xin chọn tháng");
  await page.getByLabel("Tháng của bảng (tháng ước tính)").fill(written(month));
  await page.getByRole("radio", { name: "tỷ đồng" }).check();
  await page.getByLabel("Ngày công bố").fill(today());
  await page.getByLabel("Nguồn", { exact: true }).fill("Biểu 15");
  await page.getByRole("button", { name: "Xem thử" }).click();
  const rows = page.getByRole("region", { name: "Bảng xem thử từng dòng, cuộn ngang được" });
  await expect(rows.getByRole("row")).toHaveCount(5);
  await expect(rows.getByRole("row", { name: /1\.120,5/ })).toContainText(written(month));
  await expect(rows.getByRole("row", { name: /1\.100,0/ })).toContainText("sơ bộ");
  await page.getByLabel("Đã xem, các số khác xa ấy là đúng").check();
  await page.getByRole("button", { name: "Ghi 4 dòng" }).click();
  await expect(page.getByRole("status")).toContainText("Đã ghi 4 dòng.");
});
