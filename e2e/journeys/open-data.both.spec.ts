import { checkIfScripted } from "../support/check-accessibility";
import { addDays, localDateOf } from "../../app/platform/period";
import { expect, signInByForm, test } from "../support/journey";

test("what the page of open data offers is there", async ({ page }, info) => {
  await page.goto("/statistics");
  await page.getByRole("main").getByRole("link", { name: "Dữ liệu mở" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dữ liệu mở");
  await checkIfScripted(page, info);
  const links = page.getByRole("main").locator("a[href^='/']");
  const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  expect(addresses.length).toBeGreaterThan(14);
  for (const address of new Set(addresses)) {
    const answer = await page.request.get(address ?? "");
    expect([address, answer.status()]).toEqual([address, 200]);
  }
  const file = await page.request.get("/statistics/data/indicator.csv");
  const etag = file.headers()["etag"] ?? "";
  const again = await page.request.get("/statistics/data/indicator.csv", {
    headers: { "If-None-Match": etag },
  });
  expect(again.status()).toBe(304);
});

test("an officer issues a key, a program reads with it, and once it is revoked no more", async ({
  page,
  request,
}, info) => {
  await signInByForm(page, "0900000004");
  await page.goto("/department/indicator");
  await page.getByRole("link", { name: "Khóa đọc dữ liệu" }).click();
  await page.getByRole("link", { name: "Cấp khóa" }).click();
  await page.getByRole("button", { name: "Cấp khóa" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Xin ghi đơn vị");
  const consumer = `Nền tảng chia sẻ dữ liệu ${info.project.name}`;
  await page.getByLabel("Đơn vị, hệ thống dùng khóa").fill(consumer);
  const day = addDays(localDateOf(Date.now()), 30).split("-").toReversed().join("/");
  await page.getByLabel("Dùng đến hết ngày").fill(day);
  await page.getByRole("button", { name: "Cấp khóa" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đã cấp khóa");
  const key = (await page.getByText(/^cpk_[0-9a-f]{16}_[0-9a-f]{64}$/).innerText()).trim();
  const ask = () =>
    request.get("/api/v1/observations?limit=2", { headers: { Authorization: `Bearer ${key}` } });
  const answer = await ask();
  expect(answer.status()).toBe(200);
  expect(Object.keys((await answer.json()) as object)).toEqual(["data", "next"]);
  for (const method of ["POST", "PUT", "DELETE"]) {
    const other = await request.fetch("/api/v1/observations", { method });
    const { allow, "content-type": type } = other.headers();
    expect([method, other.status(), allow, type]).toEqual([
      method,
      405,
      "GET, HEAD",
      "application/problem+json",
    ]);
  }

  await page.getByRole("link", { name: "Về danh sách khóa" }).click();
  await expect(page.getByRole("main")).not.toContainText(key);
  await checkIfScripted(page, info);
  await page.getByRole("link", { name: `Thu hồi ${consumer}` }).click();
  await expect(page.getByRole("main")).toContainText(consumer);
  await page.getByRole("button", { name: "Thu hồi" }).click();
  await expect(page.getByRole("status").first()).toContainText("Đã thu hồi khóa");
  const refused = await ask();
  expect([refused.status(), refused.headers()["content-type"]]).toEqual([
    401,
    "application/problem+json",
  ]);
});
