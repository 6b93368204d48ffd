import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formerProductSlugs, products } from "~db/schema/catalog";
import { findProduct, whereProductIs } from "~/domain/catalog/queries-product.server";
import { transitionProduct } from "~/domain/catalog/transition-product.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { submitProduct } from "./submit-product.server";
import {
  actor,
  create,
  createPublished,
  editedWords,
  elsewhere,
  scope,
  setUpProducts,
  words,
} from "./test-products";
import { updateProduct } from "./update-product.server";
import { withdrawProduct } from "./withdraw-product.server";

setUpProducts();

async function rename(slug: string, name: string): Promise<string> {
  const result = await updateProduct(actor, scope, { slug, words: { ...editedWords, name } });
  if (!result.ok) throw new Error(result.code);
  return result.value.slug;
}

async function publish(slug: string) {
  await submitProduct(actor, scope, { slug });
  await inTransaction((tx) =>
    transitionProduct(tx, scope, { slug, to: "published", reason: null, actorId: null }),
  );
}

describe("a renamed product", () => {
  it("is found under every address that it had, once it is on sale again", async () => {
    const { slug: first } = await createPublished({ name: "Chè xanh Lũng Phìn" });
    await withdrawProduct(actor, scope, { slug: first });
    const second = await rename(first, "Chè Shan tuyết Lũng Phìn");
    expect(second).toBe("che-shan-tuyet-lung-phin");
    expect(await whereProductIs(first)).toEqual({ kind: "off_sale", ocopSet: words.ocopSet });
    await publish(second);
    expect(await whereProductIs(first)).toEqual({ kind: "moved", slug: second });
    expect(await whereProductIs(second)).toBeNull();
    expect((await findProduct(second, "vi"))?.name).toBe("Chè Shan tuyết Lũng Phìn");
    expect(await findProduct(first, "vi")).toBeNull();
  });

  it("may have its first name back, and the one in between leads there", async () => {
    const { slug: first } = await createPublished({ name: "Tinh dầu quế" });
    await withdrawProduct(actor, scope, { slug: first });
    const second = await rename(first, "Tinh dầu hồi");
    expect(await rename(second, "Tinh dầu quế")).toBe(first);
    await publish(first);
    expect(await whereProductIs(second)).toEqual({ kind: "moved", slug: first });
    expect((await findProduct(first, "vi"))?.slug).toBe(first);
  });

  it("leaves its address to no other product", async () => {
    const { slug: first } = await createPublished({ name: "Bánh gai" });
    await withdrawProduct(actor, scope, { slug: first });
    await rename(first, "Bánh gai Chiêm Hóa");
    expect(await create({ name: "Bánh gai" })).toBe("banh-gai-2");
    const other = await create({ name: "Bánh khảo" });
    expect(await rename(other, "Bánh gai")).toBe("banh-gai-3");
  });

  it("keeps its address when only marks or capitals changed, or when its number is its own", async () => {
    await create({ name: "Ruốc cá" });
    const slug = await create({ name: "Ruốc cá" });
    expect(slug).toBe("ruoc-ca-2");
    expect(await rename(slug, "RUỐC CÁ")).toBe("ruoc-ca-2");
    const [kept] = (await reader().select().from(formerProductSlugs)).filter(
      (row) => row.slug === slug,
    );
    expect(kept).toBeUndefined();
  });

  it("says nothing to strangers of a name that was never approved", async () => {
    const slug = await create({ name: "Thuốc ngâm rượu bí truyền" });
    const next = await rename(slug, "Thuốc ngâm rượu");
    expect(await whereProductIs(slug)).toBeNull();
    expect(await whereProductIs(next)).toBeNull();
    expect(await whereProductIs("khong-co")).toBeNull();
  });

  it("is nobody else's to rename, under whichever address", async () => {
    const slug = await create({ name: "Nấm hương" });
    await rename(slug, "Nấm hương khô");
    for (const one of [slug, "nam-huong-kho"]) {
      expect(
        await updateProduct(actor, elsewhere, { slug: one, words: editedWords }),
      ).toMatchObject({
        code: "product_not_found",
      });
    }
  });
});

it("whatever they are named and in whichever order, each address ever had leads to one product", async () => {
  const NAMES = ["Cam sành", "Cam Sành", "Cam", "Cam sành 2", "Cam xoàn", "???", "New"];
  const step = fc.record({
    product: fc.integer({ min: 0, max: 3 }),
    name: fc.constantFrom(...NAMES),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const owner = new Map<string, number>();
      const current: string[] = [];
      for (const index of [0, 1, 2, 3]) {
        const slug = await create({ name: "Cam sành" });
        current[index] = slug;
        owner.set(slug, index);
      }
      for (const { product, name } of steps) {
        const slug = await rename(current[product] ?? "", name);
        expect(owner.get(slug) ?? product).toBe(product);
        owner.set(slug, product);
        current[product] = slug;
      }
    }),
    { numRuns: 25 },
  );
});

it("the database itself refuses an address that another product had", async () => {
  const slug = await create({ name: "Lạc đỏ" });
  await rename(slug, "Lạc đỏ vỏ sần");
  const [row] = (await reader().select().from(products)).filter((one) => one.slug !== slug);
  const copy = {
    ...row,
    id: newId("prd"),
    slug,
    searchId: 999_999,
  } as typeof products.$inferInsert;
  await expect(inTransaction((tx) => tx.insert(products).values(copy))).rejects.toThrow(
    /another product had this slug/,
  );
});
