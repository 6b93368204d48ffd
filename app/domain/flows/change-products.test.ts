import { expect, it } from "vitest";
import { listBulkProductsOf } from "~/domain/catalog/queries-bulk.server";
import { findOwnProduct } from "~/domain/catalog/queries-household.server";
import { vnd } from "~/platform/money";
import { changeProducts } from "./change-products.server";
import { removeProduct } from "./remove-product.server";
import { actor, create, elsewhere, householdId, scope, setUpProducts } from "./test-products";

setUpProducts();

const rowOf = async (slug: string, priceVnd: number) => {
  const product = await findOwnProduct(scope, slug);
  const key = product?.id.replace(/^prd_/, "") ?? "";
  const shown = { slug, priceVnd: product?.priceVnd ?? 0, lotCode: "", onHandCount: 0 };
  return { key, shown, priceVnd: vnd(priceVnd), onHandCount: null, sureVnd: null };
};

async function remove(slug: string) {
  const product = await findOwnProduct(scope, slug);
  const shown = { productId: product?.id ?? "", photoCount: 0, packCount: 12 };
  expect((await removeProduct(actor, scope, { slug, shown })).ok).toBe(true);
}

it("says which product was removed meanwhile, writes nothing, and still has the others", async () => {
  const [stays, goes] = [await create({ name: "Chè còn" }), await create({ name: "Chè bỏ" })];
  const rows = [await rowOf(stays, 190_000), await rowOf(goes, 195_000)];
  const [kept, gone] = rows;
  await remove(goes);
  expect(await changeProducts(actor, scope, rows)).toEqual({
    ok: false,
    code: "bulk_refused",
    faults: [{ key: gone?.key, field: null, code: "bulk_product_gone" }],
  });
  expect((await findOwnProduct(scope, stays))?.priceVnd).toBe(185_000);
  const of = { householdId, keys: rows.map(({ key }) => key) };
  const left = await listBulkProductsOf(scope, of);
  expect(left.map(({ key }) => key)).toEqual([kept?.key]);
  expect(await listBulkProductsOf(elsewhere, of)).toEqual([]);
  expect(await changeProducts(actor, scope, rows.slice(0, 1))).toMatchObject({
    value: { changedCount: 1 },
  });
});

it("leaves a removed product alone to which nothing was to be done", async () => {
  const slug = await create({ name: "Chè không đụng" });
  const row = await rowOf(slug, 185_000);
  await remove(slug);
  expect(await changeProducts(actor, scope, [row])).toMatchObject({ value: { changedCount: 0 } });
});
