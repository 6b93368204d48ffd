import Database from "better-sqlite3";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formerProductSlugs, lots, photos, productEvents } from "~db/schema/catalog";
import { outboxMessages } from "~db/schema/outbox";
import { addPhoto } from "./add-photo.server";
import { findOwnProduct, listOwnProducts } from "~/domain/catalog/queries-household.server";
import { transitionProduct } from "~/domain/catalog/transition-product.server";
import { databaseFile, inTransaction, reader } from "~/platform/db.server";
import { addDocument } from "./add-document.server";
import { sentWhole } from "~/platform/parts.server";
import { newId } from "~/platform/ids";
import { rejectProduct } from "./reject-product.server";
import { removeProduct } from "./remove-product.server";
import { submitProduct } from "./submit-product.server";
import {
  actor,
  auditOf,
  create,
  createPublished,
  editedWords,
  elsewhere,
  householdId,
  jpeg,
  scope,
  setUpProducts,
} from "./test-products";
import { updateProduct } from "./update-product.server";
import { withdrawProduct } from "./withdraw-product.server";

setUpProducts();

let file: Database.Database;
beforeAll(() => {
  file = new Database(databaseFile());
});
afterAll(() => file.close());

const idOf = async (slug: string) => (await findOwnProduct(scope, slug))?.id ?? "";
/** As the page that was just loaded asks about it. */
async function remove(slug: string, by = scope) {
  const product = await findOwnProduct(scope, slug);
  const shown = {
    productId: product?.id ?? "",
    photoCount: product?.photos.length ?? 0,
    packCount: product?.availableCount ?? 0,
  };
  return removeProduct(actor, by, { slug, shown });
}
const officer = { kind: "user", userId: "usr_officer", role: "department_officer" } as const;
const everywhere = { kind: "all" } as const;

describe("a product that was never on sale", () => {
  it("goes with all that is its own, and stays in the log", async () => {
    const first = await create({ name: "Chè nhập nhầm" });
    const id = await idOf(first);
    await updateProduct(actor, scope, {
      slug: first,
      words: { ...editedWords, name: "Chè nhập rất nhầm" },
    });
    const slug = "che-nhap-rat-nham";
    const photo = await addPhoto(actor, scope, { slug, photo: sentWhole(jpeg), shownCount: 0 });
    expect(photo.ok).toBe(true);
    expect((await findOwnProduct(scope, slug))?.mayBeRemoved).toBe(true);
    expect(await remove(slug, elsewhere)).toMatchObject({
      code: "product_not_found",
    });
    const before = (await listOwnProducts(scope, { householdId, page: 1 }))?.products.length ?? 0;
    expect((await remove(slug, scope)).ok).toBe(true);
    expect(await remove(slug, scope)).toMatchObject({ code: "product_not_found" });
    const after = (await listOwnProducts(scope, { householdId, page: 1 }))?.products.length ?? 0;
    expect(after).toBe(before - 1);
    for (const table of [lots, photos, productEvents, formerProductSlugs]) {
      expect(await reader().$count(table, eq(table.productId, id))).toBe(0);
    }
    const log = await auditOf(id);
    expect(log.at(-1)).toMatchObject({
      action: "product.remove",
      before: { slug, status: "draft", name: "Chè nhập rất nhầm", availableCount: 12 },
    });
    const left = await reader()
      .select()
      .from(outboxMessages)
      .where(eq(outboxMessages.kind, "left_listing_photo"));
    expect(left).toHaveLength(1);
    // Its addresses are free again.
    expect(await create({ name: "Chè nhập nhầm" })).toBe(first);
  });

  it("goes too when the department sent it back, whose reason stays in the log", async () => {
    const slug = await create({ name: "Rượu gửi nhầm" });
    const id = await idOf(slug);
    await submitProduct(actor, scope, { slug });
    expect((await findOwnProduct(scope, slug))?.mayBeRemoved).toBe(false);
    expect(await remove(slug, scope)).toMatchObject({
      code: "product_not_removable",
    });
    await rejectProduct(officer, everywhere, { slug, reason: "Thiếu ảnh thật" });
    expect((await remove(slug, scope)).ok).toBe(true);
    expect((await auditOf(id)).map(({ action, after }) => [action, after])).toContainEqual([
      "product.reject",
      { status: "rejected", reason: "Thiếu ảnh thật" },
    ]);
  });
});

describe("a product stays", () => {
  it("that is not the one the page asked about, or has more to lose by now", async () => {
    const slug = await create({ name: "Chè hỏi trước" });
    const shown = { productId: await idOf(slug), photoCount: 0, packCount: 12 };
    const others = [{ productId: "prd_0f" }, { photoCount: 1 }, { packCount: 11 }];
    for (const other of others) {
      const input = { slug, shown: { ...shown, ...other } };
      expect(await removeProduct(actor, scope, input)).toMatchObject({ code: "removal_changed" });
    }
    expect((await removeProduct(actor, scope, { slug, shown })).ok).toBe(true);
    // Another one is made and has its address: the page from before means the first.
    expect(await create({ name: "Chè hỏi trước" })).toBe(slug);
    expect(await removeProduct(actor, scope, { slug, shown })).toMatchObject({
      code: "removal_changed",
    });
    expect(await findOwnProduct(scope, slug)).not.toBeNull();
  });

  it("that is or was on sale, and that was sent back after it", async () => {
    const { slug } = await createPublished({ name: "Hồng đã bán" });
    const refuse = async () => {
      expect((await findOwnProduct(scope, slug))?.mayBeRemoved).toBe(false);
      expect(await remove(slug, scope)).toMatchObject({
        code: "product_not_removable",
      });
    };
    await refuse();
    await withdrawProduct(actor, scope, { slug });
    await refuse();
    await submitProduct(actor, scope, { slug });
    await inTransaction((tx) =>
      transitionProduct(tx, scope, { slug, to: "rejected", reason: "-", actorId: null }),
    );
    await refuse();
    const id = await idOf(slug);
    expect(() => file.prepare("DELETE FROM product_events WHERE product_id = ?").run(id)).toThrow(
      "append-only",
    );
  });

  it("that has a paper", async () => {
    const slug = await create({ name: "Mắm có giấy" });
    const [lot] = (await findOwnProduct(scope, slug))?.lots ?? [];
    const document = {
      documentId: newId("doc"),
      kind: "vietgap",
      number: "VG-01",
      issuer: "Trung tâm chứng nhận",
      issuedOn: "2026-01-01",
      expiresOn: "2028-01-01",
      covers: "product",
    } as const;
    const added = await addDocument(actor, scope, { lotCode: lot?.code ?? "", document });
    expect(added.ok).toBe(true);
    expect(await remove(slug, scope)).toMatchObject({
      code: "product_not_removable",
    });
  });
});

it("is asked for by every table that refers to a product or a lot", () => {
  const tables = file
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
    .pluck()
    .all() as string[];
  const referring = (to: string) =>
    tables
      .filter((name) =>
        (file.prepare(`PRAGMA foreign_key_list("${name}")`).all() as { table: string }[]).some(
          ({ table }) => table === to,
        ),
      )
      .toSorted();
  // A new one belongs into `queries-removal` or `remove-products`.
  expect(referring("products")).toEqual([
    "certificate_products",
    "collection_products",
    "contract_asks",
    "contract_lines",
    "documents",
    "former_product_slugs",
    "harvests",
    "line_items",
    "lots",
    "photos",
    "posts",
    "product_events",
    "product_ratings",
    "wishes",
  ]);
  expect(referring("lots")).toEqual(["documents", "lot_events", "stock_reservations"]);
});
