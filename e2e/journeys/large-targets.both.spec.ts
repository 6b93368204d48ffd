import { beginListings } from "../support/begun-listing";
import { expect, PHONES, signInByForm, test } from "../support/journey";
import { expectLargeTargets } from "../support/large-targets";

test("on the household's five main screens all that can be pressed is as large as a thumb", async ({
  page,
  shop,
}) => {
  const listings = await beginListings(shop.origin);
  await signInByForm(page, PHONES.household);
  const screens = ["/household", "/household/orders", "/household/products", "/household/earnings"];
  for (const path of [...screens, "/household/products/new", listings["unit"] ?? ""]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectLargeTargets(page);
  }
});
