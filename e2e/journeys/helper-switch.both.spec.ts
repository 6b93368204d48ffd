import { expect, PHONES, signInByForm, test } from "../support/journey";

/** A helper goes from one household to the next with a page of the first still open. */
test("a form of the household before is held until the helper changes over, and a page asks", async ({
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

  await page.getByLabel("Nghỉ từ ngày").fill("2027-02-07");
  await page.getByLabel("Nghỉ đến hết ngày").fill("2027-02-01");
  await page.getByRole("main").getByRole("button").last().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Bạn đang làm thay ${second}`);
  await expect(page.getByRole("alert")).toContainText(`Trang vừa mở là của ${first}.`);
  await expect(page.getByRole("alert")).toContainText("chưa được ghi");

  // What was typed goes to its own door, and what is wrong in it stands there beside it.
  await page.getByRole("button", { name: `Làm thay ${first} và gửi` }).click();
  await expect(page.getByText(`Bạn đang làm thay ${first}`)).toBeVisible();
  await expect(page.getByLabel("Nghỉ từ ngày")).toHaveValue("2027-02-07");
  await page.getByLabel("Nghỉ từ ngày").fill("2027-02-01");
  await page.getByRole("main").getByRole("button").last().click();
  await expect(page.getByRole("status").first()).toBeVisible();

  // And the other tab, of the second, asks in its turn.
  await other.reload();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(`Bạn đang làm thay ${first}`);
  await other.getByRole("link", { name: `Ở lại với ${first}` }).click();
  await expect(other.getByText(`Bạn đang làm thay ${first}`)).toBeVisible();
});
