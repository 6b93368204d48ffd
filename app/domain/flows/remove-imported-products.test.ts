import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { listTableProducts } from "~/domain/catalog/queries-table.server";
import { findProductImport } from "~/domain/exchange/queries-imports.server";
import { listUntouchedProducts } from "~/domain/exchange/queries-untouched.server";
import { testWords } from "~/domain/exchange/test-table-words";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { sentWhole } from "~/platform/parts.server";
import { vnd } from "~/platform/money";
import { DAY_MS, formatDate } from "~/platform/period";
import { addPhoto } from "./add-photo.server";
import { advanceTables } from "./advance-tables.server";
import { changePrice } from "./change-price.server";
import { consentToTable } from "./consent-to-table.server";
import { removeImportedProducts } from "./remove-imported-products.server";
import { submitProduct } from "./submit-product.server";
import { insertTestConsent } from "./test-consent";
import { elsewhere, jpeg, setUpProducts, today } from "./test-products";
import { findStockDifferences, insertTestHousehold, insertTestUser } from "./test-shop";
import { uploadTable } from "./upload-table.server";

setUpProducts();

const HEAD =
  "slug,name,ocopSet,description,packLabel,contentQuantity,contentUnit,priceVnd,stockCount,madeOn";
const row = (i: number) =>
  `,"Hàng nhầm số ${i}",4,"Mật ong của hoa bạc hà.",chai,500,ml,185.000 đ,5,${formatDate(today)}`;

async function written(slug: string, rowCount: number) {
  const householdId = await insertTestHousehold({ slug });
  const userId = await insertTestUser({ householdId });
  const own: Scope = { kind: "households", householdIds: [householdId] };
  const actor = { kind: "user", userId, role: "household_member" } as const;
  const uploaded = await uploadTable(actor, own, {
    householdId,
    userId,
    bytes: new TextEncoder().encode(
      [HEAD, ...Array.from({ length: rowCount }, (_, i) => row(i))].join("\n"),
    ),
    fileName: "bang.csv",
    zeroesAbsent: false,
    languages: [testWords],
  });
  if (!uploaded.ok) throw new Error(uploaded.code);
  const { importId } = uploaded.value;
  const planHash = (await findProductImport(reader(), own, importId))?.planHash ?? "";
  await consentToTable(actor, own, { importId, planHash, arePricesRight: false });
  const untouched = async () => (await listUntouchedProducts(reader(), importId)).length;
  const table = () => listTableProducts(reader(), { householdId, limit: 10_000 });
  return { householdId, own, actor, importId, untouched, table };
}

async function writeAll() {
  for (let step = 0; step < 2_000; step += 1) if (!(await advanceTables()).isMore) return;
  throw new Error("no end");
}

it("removes what a table made and nobody has touched, as many as were shown, and nothing else", async () => {
  const { own, actor, importId, untouched, table } = await written("ho-nham", 400);
  await advanceTables();
  const early = { importId, shownCount: await untouched() };
  expect(early.shownCount).toBeGreaterThan(0);
  expect(await removeImportedProducts(actor, own, early)).toMatchObject({
    code: "removal_changed",
  });
  await writeAll();
  expect(await untouched()).toBe(400);
  await changePrice(actor, own, {
    slug: "hang-nham-so-3",
    priceVnd: vnd(190_000),
    shownVnd: vnd(185_000),
  });
  await addPhoto(actor, own, { slug: "hang-nham-so-5", photo: sentWhole(jpeg), shownCount: 0 });
  await submitProduct(actor, own, { slug: "hang-nham-so-7" });
  const [all, rest] = [
    { importId, shownCount: 400 },
    { importId, shownCount: 397 },
  ];
  expect(await removeImportedProducts(actor, own, all)).toMatchObject({ code: "removal_changed" });
  expect(await removeImportedProducts(actor, elsewhere, rest)).toMatchObject({
    code: "table_import_not_found",
  });
  expect(await table()).toHaveLength(400);
  expect(await removeImportedProducts(actor, own, rest)).toMatchObject({
    value: { removedCount: 397 },
  });
  expect(await removeImportedProducts(actor, own, rest)).toMatchObject({ code: "removal_changed" });
  expect((await table()).map(({ slug }) => slug)).toEqual([
    "hang-nham-so-3",
    "hang-nham-so-5",
    "hang-nham-so-7",
  ]);
  expect(await reader().$count(auditEntries, eq(auditEntries.action, "product.remove"))).toBe(397);
  expect(await findStockDifferences()).toEqual([]);
});

it("is done by a helper while the household consents, all of it or none", async () => {
  const { householdId, own, importId, untouched } = await written("ho-nham-giup", 30);
  await writeAll();
  const agentId = await insertTestUser({ role: "agent" });
  const helper = {
    kind: "user",
    userId: agentId,
    role: "agent",
    onBehalfOfId: householdId,
  } as const;
  const asked = { importId, shownCount: 30 };
  await expect(removeImportedProducts(helper, own, asked)).rejects.toThrow();
  expect(await untouched()).toBe(30);
  await insertTestConsent({ agentId, householdId, expiresAt: now() + DAY_MS });
  expect((await removeImportedProducts(helper, own, asked)).ok).toBe(true);
  expect(await untouched()).toBe(0);
});
