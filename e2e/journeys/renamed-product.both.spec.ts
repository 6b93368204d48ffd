import { expect, PHONES, signInByForm, test } from "../support/journey";

/** A household renames a product; who has the old address still finds it. */

test("the old address leads to the renamed product, and meanwhile to more of its kind", async ({
  page,
  shop,
}) => {
  await signInByForm(page, PHONES.household);
  await page.goto("/household/products");
  const links = await page
    .locator('main a[href^="/household/products/"]')
    .evaluateAll((all) =>
      all.map((one) => one.getAttribute("href") ?? "").filter((href) => !href.endsWith("/new")),
    );
  let slug = "";
  for (const link of links) {
    const one = link.split("/").at(-1)?.split("?")[0] ?? "";
    if ((await fetch(`${shop.origin}/products/${one}`)).status === 200) slug = one;
  }
  const old = `/products/${slug}`;
  const newName = `Hàng đổi tên ${test.info().project.name === "with JavaScript" ? "một" : "hai"}`;

  await page.goto(`/household/products/${slug}`);
  await page.getByText("Ngừng bán hoặc muốn sửa?").click();
  await page.getByRole("button", { name: "Ngừng bán" }).click();
  await page.goto(`/household/products/${slug}/words`);
  await page.getByLabel("Tên sản phẩm").fill(newName);
  await page.getByRole("button", { name: "Lưu thay đổi" }).click();
  // The English name would go on standing for another thing.
  const english = page.getByLabel("Tên tiếng Anh");
  await expect(english).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Tên sản phẩm")).toHaveValue(newName);
  await expect(page.getByRole("checkbox", { name: "chữ tiếng Anh vẫn đúng" })).toBeVisible();
  await english.fill("");
  await page.getByRole("button", { name: "Lưu thay đổi" }).click();
  await expect(page.getByRole("heading", { level: 1, name: newName })).toBeVisible();
  expect(page.url()).toContain("/household/products/hang-doi-ten-");

  const gone = await page.goto(old);
  expect(gone?.status()).toBe(404);
  await expect(
    page.getByRole("heading", { level: 1, name: "Hàng này hiện không bán" }),
  ).toBeVisible();
  await expect(page.getByText(newName)).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Xem tất cả sản phẩm" })).toBeVisible();

  await page.goto(`/household/products/${slug}`);
  await page.getByRole("button", { name: "Gửi duyệt" }).click();
  await page.context().clearCookies();
  await signInByForm(page, PHONES.department);
  await page.goto("/department/approvals");
  await page.getByRole("button", { name: `Duyệt ${newName}` }).click();
  await page.context().clearCookies();

  for (const [path, prefix] of [
    [`${old}?utm_source=zalo`, ""],
    [`/en${old}`, "/en"],
  ] as const) {
    const answer = await fetch(shop.origin + path, { redirect: "manual" });
    expect(answer.status).toBe(301);
    expect(answer.headers.get("Location")).toContain(`${prefix}/products/hang-doi-ten-`);
  }
  await page.goto(`${old}?utm_source=zalo`);
  await expect(page.getByRole("heading", { level: 1, name: newName })).toBeVisible();
  expect(page.url()).toContain("?utm_source=zalo");
});
