import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { products } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { lineItems } from "~db/schema/orders";
import { GUEST, type Actor } from "~/domain/audit/actor";
import { licenceFormOn } from "~/domain/catalog/forms-document";
import {
  listNewest,
  listProductParts,
  listProductsOfPart,
} from "~/domain/catalog/queries-found.server";
import { listHomeShelves } from "~/domain/catalog/queries-home.server";
import { findLicenceNews, findPapers } from "~/domain/catalog/queries-licence.server";
import { findOwnProduct } from "~/domain/catalog/queries-household.server";
import { listWaitingDocuments } from "~/domain/catalog/queries-own-lot.server";
import { findProduct, whereProductIs } from "~/domain/catalog/queries-product.server";
import { listSellerShelf } from "~/domain/catalog/queries-seller.server";
import { listProducts } from "~/domain/catalog/queries.server";
import { listPrintedSellers } from "~/domain/orders/queries-print.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { addDays, localDateOf, startOfDate } from "~/platform/period";
import { isCurrent, recordReads } from "~/platform/table-versions.server";
import { openTestDatabase } from "~/platform/test-database.server";
import { acceptContract } from "./accept-contract.server";
import { addLicence } from "./add-licence.server";
import { approveProduct } from "./approve-product.server";
import { checkDocument } from "./check-document.server";
import { placeCheckout } from "./place-checkout.server";
import { quoteCheckout } from "./quote-checkout.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { refuseDocument } from "./refuse-document.server";
import { setTaxCode } from "./set-tax-code.server";
import { ask, hashOf, offerAsRead, testOffer } from "./test-contracts";
import {
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  TEST_SHOP,
  testSubmission,
  testNotice,
} from "./test-shop";
import { withdrawDocument } from "./withdraw-document.server";

const NOW = startOfDate("2026-11-22") + 9 * 3_600_000;
const TODAY = "2026-11-22";
const member: Actor = { kind: "user", userId: "usr_member", role: "household_member" };
const officer: Actor = { kind: "user", userId: "usr_officer", role: "department_officer" };
const ALL = { kind: "all" } as const;
let householdId: string;
let wine: string;
let scope: { kind: "households"; householdIds: string[] };
let close: () => void;

beforeEach(async () => {
  close = openTestDatabase();
  setClock(NOW);
  await insertTestShop();
  householdId = await insertTestHousehold({ slug: "lo-ruou", alcoholLicensedUntil: null });
  scope = { kind: "households", householdIds: [householdId] };
  wine = await insertTestProduct({ householdId, slug: "ruou-ngo", name: "Rượu ngô", ocopSet: 14 });
  await insertTestProduct({ householdId, slug: "mat-ong" });
});
afterEach(() => {
  setClock();
  close();
});

async function stateLicence(change: Record<string, string> = {}): Promise<string> {
  const documentId = newId("doc");
  const licence = licenceFormOn(TODAY).parse({
    documentId,
    kind: "alcohol_production_licence",
    number: "12/GP-UBND",
    issuer: "UBND xã Lũng Cú",
    issuedOn: "2026-01-15",
    expiresOn: "2031-01-15",
    ...change,
  });
  const added = await addLicence(member, scope, { householdId, licence });
  if (!added.ok) throw new Error(added.code);
  return documentId;
}

const quote = () =>
  quoteCheckout({
    lines: [{ productId: wine, quantity: 1 }],
    communeCode: TEST_SHOP.elsewhereCommuneCode,
  });

/** Everywhere that a buyer could meet the drink. */
async function placesThatShowIt(): Promise<string[]> {
  const found: Record<string, readonly { slug: string }[]> = {
    search: (await listProducts({ text: "rượu ngô" }, 1, "vi")).cards,
    list: (await listProducts({ set: 14 }, 1, "vi")).cards,
    feed: await listNewest(10, "vi"),
    sitemap: await listProductsOfPart(1),
    seller: (await listSellerShelf("lo-ruou", 1, "vi")).cards,
    home: Object.values(await listHomeShelves(12, "vi")).flatMap((shelf) =>
      Array.isArray(shelf) ? shelf : [],
    ),
  };
  const places = Object.keys(found).filter((place) =>
    found[place]?.some((one) => one.slug === "ruou-ngo"),
  );
  if (await findProduct("ruou-ngo", "vi")) places.push("page");
  if ((await quote()).lines[0]?.problem === null) places.push("checkout");
  return places.toSorted();
}
const EVERYWHERE = ["checkout", "feed", "home", "list", "page", "search", "seller", "sitemap"];

describe("alcohol", () => {
  it("is nowhere until the department has checked a licence, and then everywhere by itself", async () => {
    expect(await placesThatShowIt()).toEqual([]);
    const documentId = await stateLicence();
    expect(await placesThatShowIt()).toEqual([]);
    expect(await listWaitingDocuments(5)).toMatchObject([
      { id: documentId, productName: null, lotCode: null, householdName: "HTX Lũng Cú" },
    ]);
    expect((await checkDocument(officer, ALL, { documentId })).ok).toBe(true);
    expect(await placesThatShowIt()).toEqual(EVERYWHERE);
    await refuseDocument(officer, ALL, { documentId, reason: "Giấy phép đã bị thu hồi." });
    expect(await placesThatShowIt()).toEqual([]);
    expect(await whereProductIs("ruou-ngo")).toEqual({ kind: "off_sale", ocopSet: 14 });
  });

  it("goes on the day that the licence runs out, without anybody doing anything", async () => {
    const documentId = await stateLicence({ expiresOn: "2026-12-01" });
    await checkDocument(officer, ALL, { documentId });
    setClock(startOfDate("2026-12-01") - 1);
    expect(await placesThatShowIt()).toEqual(EVERYWHERE);
    setClock(startOfDate("2026-12-01"));
    expect(await placesThatShowIt()).toEqual([]);
    expect(listProductParts()).toEqual([1]); // the honey stays
    const next = newId("doc");
    const licence = licenceFormOn("2026-12-01").parse({
      documentId: next,
      kind: "alcohol_retail_licence",
      number: "1/GP",
      issuer: "Sở Công Thương",
      issuedOn: "2026-11-30",
      expiresOn: "2031-11-30",
    });
    await addLicence(member, scope, { householdId, licence });
    await checkDocument(officer, ALL, { documentId: next });
    expect(await placesThatShowIt()).toEqual(EVERYWHERE);
    // The longest counts; with it taken back the household stands as the others say.
    await withdrawDocument(member, scope, { documentId: next });
    expect(await placesThatShowIt()).toEqual([]);
  });

  it("is named as the problem in the cart, and is not sold", async () => {
    const shown = await quote();
    expect(shown.lines).toMatchObject([{ problem: "licence_missing", offSale: "licence_missing" }]);
    expect(shown).toMatchObject({ households: [], itemsVnd: 0, hasAlcohol: false });
    const lines = [{ productId: wine, quantity: 1 }];
    const placed = await placeCheckout(GUEST, testSubmission({ lines, expectedTotalVnd: 0 }));
    expect(placed).toMatchObject({
      ok: false,
      code: "licence_missing",
      detail: { productName: "Rượu ngô" },
    });
    expect(await reader().$count(lineItems)).toBe(0);
  });

  it("is named as what a contract wants for, and may be agreed once the licence is there", async () => {
    await inTransaction((tx) => tx.update(households).set({ alcoholLicensedUntil: "2031-01-15" }));
    const code = await ask(householdId, wine);
    expect(await offerAsRead(member, scope, testOffer({ code, productId: wine }))).toMatchObject({
      ok: true,
    });
    const yes = { code, textHash: await hashOf(code), signerName: "Trần Thị Mẫu" };
    await inTransaction((tx) => tx.update(households).set({ alcoholLicensedUntil: null }));
    expect(await acceptContract(GUEST, yes)).toMatchObject({
      code: "contract_unlicensed",
      detail: { productName: "Rượu ngô" },
    });
    await inTransaction((tx) => tx.update(households).set({ alcoholLicensedUntil: "2031-01-15" }));
    expect(await acceptContract(GUEST, yes)).toMatchObject({ ok: true });
  });

  it("is not put on sale by the department without one, and its household reads why", async () => {
    await inTransaction(async (tx) => {
      await tx
        .update(products)
        .set({ status: "awaiting_approval", publishedAt: null })
        .where(eq(products.id, wine));
    });
    const approve = () => approveProduct(officer, ALL, { slug: "ruou-ngo" });
    expect(await approve()).toMatchObject({ ok: false, code: "household_unlicensed" });
    expect((await findOwnProduct(scope, "ruou-ngo"))?.lacksLicence).toBe(true);
    expect((await findOwnProduct(scope, "mat-ong"))?.lacksLicence).toBe(false);
    await checkDocument(officer, ALL, { documentId: await stateLicence() });
    expect(await approve()).toMatchObject({ ok: true });
  });

  it("makes pages anew that were made before", async () => {
    const documentId = await stateLicence();
    const { snapshot } = await recordReads(() => listProducts({ set: 14 }, 1, "vi"));
    expect(isCurrent(snapshot)).toBe(true);
    await checkDocument(officer, ALL, { documentId });
    expect(isCurrent(snapshot)).toBe(false);
  });
});

describe("a licence", () => {
  it("is stated once however often the form is sent, and only for one's own household", async () => {
    const documentId = newId("doc");
    const licence = {
      documentId,
      kind: "alcohol_retail_licence",
      number: "1",
      issuer: "Sở",
      issuedOn: "2026-01-01",
      expiresOn: "2027-01-01",
    } as const;
    for (let i = 0; i < 2; i += 1) {
      expect((await addLicence(member, scope, { householdId, licence })).ok).toBe(true);
    }
    expect((await findPapers(scope, householdId))?.licences).toHaveLength(1);
    const stranger = { kind: "households", householdIds: ["hh_other"] } as const;
    expect(await addLicence(member, stranger, { householdId, licence })).toMatchObject({
      code: "household_not_found",
    });
    expect(await withdrawDocument(member, stranger, { documentId })).toMatchObject({
      code: "document_not_found",
    });
    expect(await findPapers(stranger, householdId)).toBeNull();
  });

  it("is refused when it has run out already, or runs out before it was issued", () => {
    const parse = (issuedOn: string, expiresOn: string) =>
      licenceFormOn(TODAY)
        .safeParse({
          documentId: newId("doc"),
          kind: "alcohol_retail_licence",
          number: "1",
          issuer: "Sở",
          issuedOn,
          expiresOn,
        })
        .error?.issues.map((issue) => issue.message);
    expect(parse("2026-01-01", "2026-11-22")).toEqual(["licence_expired"]);
    expect(parse("2026-01-01", "2025-01-01")).toEqual(["document_expires_before_issued"]);
    expect(parse("2026-11-23", "2027-01-01")).toEqual(["date_in_future"]);
    expect(parse("2026-01-01", "2026-11-23")).toBeUndefined();
  });

  it.each([
    [null, "missing"],
    [0, "ended"],
    [1, "ends_very_soon"],
    [14, "ends_very_soon"],
    [15, "ends_soon"],
    [60, "ends_soon"],
    [61, "valid"],
  ] as const)("of %s days more is told to the household as %s", async (days, state) => {
    const until = days === null ? null : addDays(localDateOf(NOW), days);
    await inTransaction(async (tx) => {
      await tx.update(households).set({ alcoholLicensedUntil: until });
    });
    expect(await findLicenceNews(householdId)).toEqual({ state, until });
  });

  it("is nothing to tell a household that has no alcohol", async () => {
    expect(await findLicenceNews(await insertTestHousehold())).toBeNull();
  });
});

describe("the tax code", () => {
  it("stands on the printed order, which says plainly when there is none", async () => {
    const honey = present(
      (await reader().select().from(products).where(eq(products.slug, "mat-ong")))[0],
      "honey",
    );
    const placed = await placeCheckout(
      GUEST,
      testSubmission({ lines: [{ productId: honey.id, quantity: 1 }], expectedTotalVnd: 222_000 }),
    );
    if (!placed.ok) throw new Error(JSON.stringify(placed));
    const printed = async () => (await listPrintedSellers(placed.value.code))[0]?.taxCode;
    expect(await printed()).toBeNull();
    await setTaxCode(member, scope, { householdId, taxCode: "0300588569" });
    expect(await printed()).toBe("0300588569");
    await setTaxCode(member, scope, { householdId, taxCode: "001199012345" });
    expect(await printed()).toBeNull(); // a person's own number, and nobody has paid
    const notice = testNotice({ content: placed.value.code, amountVnd: vnd(222_000) });
    await receiveBankNotice({ notice, rawBody: "{}" });
    expect(await printed()).toBe("001199012345");
    const [audit] = await reader()
      .select()
      .from(auditEntries)
      .where(
        and(
          eq(auditEntries.action, "household.set_tax_code"),
          eq(auditEntries.subjectId, householdId),
        ),
      );
    expect(JSON.stringify(audit)).not.toContain("0300588569");
  });

  it("may be left out by a primary producer, and by nobody else", async () => {
    expect(await setTaxCode(member, scope, { householdId, taxCode: null })).toMatchObject({
      code: "tax_code_missing",
    });
    const farm = await insertTestHousehold({ kind: "household" });
    const own = { kind: "households", householdIds: [farm] } as const;
    expect((await setTaxCode(member, own, { householdId: farm, taxCode: null })).ok).toBe(true);
    expect(await setTaxCode(member, scope, { householdId: farm, taxCode: null })).toMatchObject({
      code: "household_not_found",
    });
  });
});
