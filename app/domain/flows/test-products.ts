import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { asc, eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { lots, photos, products } from "~db/schema/catalog";
import type { Actor } from "~/domain/audit/actor";
import { findOwnProduct } from "~/domain/catalog/queries-household.server";
import { transitionProduct } from "~/domain/catalog/transition-product.server";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { localDateOf } from "~/platform/period";
import { uploadsFolder } from "~/platform/storage.server";
import { openTestDatabase } from "~/platform/test-database.server";
import { submitProduct } from "./submit-product.server";
import { insertTestHousehold, insertTestShop } from "./test-shop";
import { writeProduct, type WrittenProduct } from "./write-product.server";

export const actor: Actor = { kind: "user", userId: "usr_test", role: "household_member" };
export const today = localDateOf(now());
export let householdId: string;
export let scope: Scope;
export let elsewhere: Scope;
export let jpeg: Uint8Array;
let close: () => void;

export const words = {
  name: "Mật ong bạc hà",
  ocopSet: 4,
  taxClass: "processed",
  description: "Mật ong của hoa bạc hà trên cao nguyên đá.",
  packLabel: "chai 500 ml",
  contentQuantity: 500,
  contentUnit: "ml",
  weightGrams: 700,
  packageSize: null,
} as const;
export const noEnglish = { nameEn: "", descriptionEn: "", packLabelEn: "" } as const;
export const editedWords = { ...words, ...noEnglish } as const;

export function newInput(change: Partial<WrittenProduct["product"]> = {}): WrittenProduct {
  const product = { ...words, priceVnd: vnd(185_000), stockCount: 12, madeOn: today, ...change };
  return { productId: newId("prd"), householdId, product, photo: null };
}

/** A draft in a transaction of its own. */
export function createProduct(by: Scope, input: WrittenProduct) {
  return inTransaction((tx) => writeProduct(tx, { actor, scope: by }, input));
}

export async function create(change: Partial<WrittenProduct["product"]> = {}): Promise<string> {
  const result = await createProduct(scope, newInput(change));
  if (!result.ok) throw new Error(result.code);
  return result.value.slug;
}

/** A product on sale, as after the department's approval. */
export async function createPublished(change: Partial<WrittenProduct["product"]> = {}) {
  const slug = await create(change);
  await submitProduct(actor, scope, { slug });
  const product = await findOwnProduct(scope, slug);
  if (!product) throw new Error("not there");
  await inTransaction((tx) =>
    transitionProduct(tx, scope, { slug, to: "published", reason: null, actorId: null }),
  );
  return { slug, id: product.id };
}

export const photoFolders = () => {
  const folder = join(uploadsFolder(), "photos");
  return existsSync(folder) ? readdirSync(folder) : [];
};
export const rowCounts = async () => ({
  products: (await reader().select().from(products)).length,
  lots: (await reader().select().from(lots)).length,
  photos: (await reader().select().from(photos)).length,
  audit: (await reader().select().from(auditEntries)).length,
  files: photoFolders().length,
});
export const auditOf = async (productId: string) =>
  reader()
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, productId))
    .orderBy(asc(auditEntries.id));

/** Two households, once for all tests of a file. */
export function setUpProducts(): void {
  beforeAll(async () => {
    close = openTestDatabase();
    await insertTestShop();
    householdId = await insertTestHousehold({ slug: "htx-lung-cu", name: "HTX Lũng Cú" });
    const otherId = await insertTestHousehold({ slug: "ho-khac" });
    scope = { kind: "households", householdIds: [householdId] };
    elsewhere = { kind: "households", householdIds: [otherId] };
    jpeg = await sharp({ create: { width: 400, height: 300, channels: 3, background: "#2a5" } })
      .jpeg()
      .toBuffer();
  });

  afterAll(() => close());
}
