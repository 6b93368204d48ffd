import { expect, it } from "vitest";
import { findOwnProduct } from "~/domain/catalog/queries-household.server";
import { vnd } from "~/platform/money";
import { changePrice } from "./change-price.server";
import { actor, auditOf, create, createPublished, scope, setUpProducts } from "./test-products";

setUpProducts();

const priceOf = async (slug: string) => (await findOwnProduct(scope, slug))?.priceVnd;

it("replaces the price that was shown and no other", async () => {
  const { slug, id } = await createPublished({ name: "Giá hai người" });
  const shownVnd = vnd(185_000);
  const first = { slug, priceVnd: vnd(200_000), shownVnd };
  expect((await changePrice(actor, scope, first)).ok).toBe(true);
  expect(await changePrice(actor, scope, { slug, priceVnd: vnd(170_000), shownVnd })).toMatchObject(
    { code: "price_changed_since", detail: { nowVnd: 200_000 } },
  );
  expect(await priceOf(slug)).toBe(200_000);
  // Sent twice it is there, and was written once.
  expect((await changePrice(actor, scope, first)).ok).toBe(true);
  const actions = (await auditOf(id)).filter(({ action }) => action === "product.change_price");
  expect(actions).toHaveLength(1);
  const again = { slug, priceVnd: vnd(170_000), shownVnd: vnd(200_000) };
  expect((await changePrice(actor, scope, again)).ok).toBe(true);
});

it("asks about a slip on what is on sale, and takes the yes to that very price", async () => {
  const { slug } = await createPublished({ name: "Giá thiếu số không" });
  const slip = { slug, priceVnd: vnd(18_500), shownVnd: vnd(185_000) };
  const asked = { code: "price_doubtful", detail: { nowVnd: 185_000, newVnd: 18_500 } };
  expect(await changePrice(actor, scope, slip)).toMatchObject(asked);
  expect(await changePrice(actor, scope, { ...slip, sureVnd: vnd(1_850) })).toMatchObject(asked);
  expect(await priceOf(slug)).toBe(185_000);
  expect((await changePrice(actor, scope, { ...slip, sureVnd: vnd(18_500) })).ok).toBe(true);
  expect(await priceOf(slug)).toBe(18_500);
  // A draft is looked at before anybody buys it.
  const draft = await create({ name: "Giá của bản nháp" });
  expect((await changePrice(actor, scope, { ...slip, slug: draft })).ok).toBe(true);
});
