import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { productEvents, products } from "~db/schema/catalog";
import { findOwnProduct } from "~/domain/catalog/queries-household.server";
import { storePhoto } from "~/domain/catalog/store-photo.server";
import { reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { addDays } from "~/platform/period";
import {
  createProduct,
  today,
  householdId,
  scope,
  elsewhere,
  jpeg,
  newInput,
  create,
  rowCounts,
  auditOf,
  setUpProducts,
} from "./test-products";

setUpProducts();

async function stored() {
  const photo = await storePhoto(jpeg);
  if (!photo.ok) throw new Error(photo.code);
  return photo.value;
}

describe("a new product", () => {
  it("is a draft with its lot, its stock, an event and an entry in the audit", async () => {
    const input = newInput({ expiresOn: addDays(today, 30) });
    expect(await createProduct(scope, input)).toEqual({
      ok: true,
      value: { slug: "mat-ong-bac-ha", isNew: true },
    });
    const [row] = await reader().select().from(products).where(eq(products.id, input.productId));
    expect(row).toMatchObject({
      householdId,
      slug: "mat-ong-bac-ha",
      status: "draft",
      priceVnd: 185_000,
      availableCount: 12,
      isSample: false,
      publishedAt: null,
    });
    const product = await findOwnProduct(scope, "mat-ong-bac-ha");
    expect(product?.lots).toMatchObject([
      { madeOn: today, expiresOn: addDays(today, 30), onHandCount: 12, reservedCount: 0 },
    ]);
    expect(product?.lots[0]?.code).toMatch(/^L\d{6}-[2-9A-Z]{5}$/);
    const events = await reader()
      .select()
      .from(productEvents)
      .where(eq(productEvents.productId, input.productId));
    expect(events).toMatchObject([{ fromStatus: null, toStatus: "draft", actorId: "usr_test" }]);
    expect(await auditOf(input.productId)).toMatchObject([
      { action: "product.create", actorId: "usr_test", after: { priceVnd: 185_000 } },
    ]);
  });

  it("numbers its slug and its search id", async () => {
    const before = await reader().select().from(products);
    expect(await create({ name: "Chè shan tuyết" })).toBe("che-shan-tuyet");
    expect(await create({ name: "Chè Shan Tuyết!" })).toBe("che-shan-tuyet-2");
    expect(await create({ name: "Chè shan tuyết" })).toBe("che-shan-tuyet-3");
    expect(await create({ name: "New" })).toBe("new-2");
    const ids = (await reader().select().from(products)).map((row) => row.searchId);
    expect(new Set(ids).size).toBe(before.length + 4);
    expect(Math.max(...ids)).toBe(before.length + 4);
  });

  it("is one when its form is sent twice, also at once, and keeps no second photo", async () => {
    const before = await rowCounts();
    const input = { ...newInput({ name: "Gạo nếp nương" }), photo: await stored() };
    const [first, second] = await Promise.all([
      createProduct(scope, input),
      createProduct(scope, input),
    ]);
    expect([first, second].map((one) => one.ok && one.value.slug)).toEqual([
      "gao-nep-nuong",
      "gao-nep-nuong",
    ]);
    expect(await rowCounts()).toEqual({
      products: before.products + 1,
      lots: before.lots + 1,
      photos: before.photos + 1,
      audit: before.audit + 1,
      files: before.files + 1,
    });
  });

  it("leaves nothing behind when its household is another's", async () => {
    const before = await rowCounts();
    expect(await createProduct(elsewhere, newInput())).toMatchObject({
      code: "household_not_found",
    });
    // The id of another household's product is no way into it.
    const [known] = await reader().select().from(products).limit(1);
    const otherId = elsewhere.kind === "households" ? (elsewhere.householdIds[0] ?? "") : "";
    const stolen = {
      ...newInput(),
      productId: known?.id ?? "",
      householdId: otherId,
    };
    expect(await createProduct(elsewhere, stolen)).toMatchObject({
      code: "household_not_found",
    });
    expect(await rowCounts()).toEqual(before);
  });

  it("leaves no row when the transaction fails", async () => {
    const before = await rowCounts();
    const broken = newInput({ priceVnd: vnd(0) }); // refused by the table's CHECK
    await expect(createProduct(scope, broken)).rejects.toThrow();
    expect(await rowCounts()).toEqual(before);
  });
});
