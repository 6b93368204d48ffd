import { expect, PHONES, signInByForm, test } from "../support/journey";

/** A helper goes from one household to the next with a page of the first still open. */
test("a page of the household before asks whether to change over, and writes nothing", async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signInByForm(page, PHONES.agent);
  await page.goto("/agent");
  const rows = page.getByRole("listitem").filter({ hasText: "Làm thay hộ này" });
  const nameOf = async (i: number) =>
    ((await rows.nth(i).getByRole("heading").textContent()) ?? "").trim();
  const [first, second] = [await nameOf(0), await nameOf(1)];
  await rows.nth(0).getByRole("button", { name: "Làm thay hộ này" }).click();
  await expect(page.getByText(`Bạn đang làm thay ${first}`)).toBeVisible();
  const address = new URL(page.url());
  await page.goto(`/household/closure${address.search}`);

  const other = await context.newPage();
  await other.goto("/agent");
  await other
    .getByRole("listitem")
    .filter({ hasText: second })
    .getByRole("button", { name: "Làm thay hộ này" })
    .click();
  await expect(other.getByText(`Bạn đang làm thay ${second}`)).toBeVisible();

  await page.getByLabel("Nghỉ từ ngày").fill("2027-02-01");
  await page.getByLabel("Nghỉ đến hết ngày").fill("2027-02-07");
  await page.getByRole("main").getByRole("button").last().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Bạn đang làm thay ${second}`);
  await expect(page.getByRole("alert")).toContainText(`Trang vừa mở là của ${first}.`);
  await expect(page.getByRole("alert")).toContainText("chưa được ghi");

  await page.getByRole("button", { name: `Làm thay ${first}` }).click();
  await expect(page).toHaveURL(new RegExp(`/household/closure\\${address.search}$`));
  await expect(page.getByText(`Bạn đang làm thay ${first}`)).toBeVisible();
  await expect(page.getByLabel("Nghỉ từ ngày")).toHaveValue("");

  // And the other tab, of the second, asks in its turn.
  await other.reload();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(`Bạn đang làm thay ${first}`);
  await other.getByRole("link", { name: `Ở lại với ${first}` }).click();
  await expect(other.getByText(`Bạn đang làm thay ${first}`)).toBeVisible();
});
