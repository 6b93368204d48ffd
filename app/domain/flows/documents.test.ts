import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { documents, lots } from "~db/schema/catalog";
import type { Actor } from "~/domain/audit/actor";
import { documentFormOn, type DocumentForm } from "~/domain/catalog/forms-document";
import { findLot } from "~/domain/catalog/queries-lot.server";
import {
  countWaitingDocuments,
  findOwnLot,
  listWaitingDocuments,
} from "~/domain/catalog/queries-own-lot.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { setClock } from "~/platform/clock.server";
import { addDays, startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { addDocument } from "./add-document.server";
import { checkDocument } from "./check-document.server";
import { recallLot } from "./recall-lot.server";
import { refuseDocument } from "./refuse-document.server";
import { suspendTestHousehold } from "./test-suspension";
import {
  insertTestCertificate,
  insertTestHousehold,
  insertTestLot,
  insertTestProduct,
  insertTestShop,
  insertTestUser,
} from "./test-shop";
import { noEnglish } from "./test-products";
import { updateProduct } from "./update-product.server";
import { withdrawDocument } from "./withdraw-document.server";
import { withdrawProduct } from "./withdraw-product.server";

const TODAY = "2026-11-22";
const MADE_ON = "2026-11-21";
const ALL = { kind: "all" } as const;
const ELSEWHERE = { kind: "households", householdIds: ["hh_other"] } as const;
const household: Actor = { kind: "user", userId: "usr_1", role: "household_member" };
const officer: Actor = { kind: "user", userId: "usr_2", role: "department_officer" };
let close: () => void;
let productId: string;
let code: string;

beforeEach(async () => {
  close = openTestDatabase();
  setClock(startOfDate(TODAY) + 9 * 3_600_000);
  await insertTestShop();
  const householdId = await insertTestHousehold({ id: "hh_mine", slug: "cua-toi" });
  const certificateId = await insertTestCertificate({ householdId });
  productId = await insertTestProduct({ householdId, slug: "mat-ong", certificateId });
  code = await newLot({ onHandCount: 5 });
});
afterEach(() => {
  setClock();
  close();
});

async function newLot(lot: { onHandCount: number; expiresOn?: string }): Promise<string> {
  const id = await insertTestLot({ productId, ...lot });
  return (await reader().select().from(lots).where(eq(lots.id, id)))[0]?.code ?? "";
}

const PAPER: DocumentForm = {
  documentId: "doc_1",
  kind: "vietgap",
  number: "VG-01",
  issuer: "Trung tâm chứng nhận",
  issuedOn: "2026-01-01",
  expiresOn: "2028-01-01",
  covers: "product",
};
const add = (change: Partial<DocumentForm> = {}, lotCode = code) =>
  addDocument(household, ALL, { lotCode, document: { ...PAPER, ...change } });
const shown = async (lotCode = code) =>
  (await findLot(lotCode, "vi"))?.documents.map((one) => [one.id, one.checkedAt !== null]);
const auditOf = async (id: string) =>
  (await reader().select().from(auditEntries).where(eq(auditEntries.subjectId, id))).map(
    (entry) => entry.action,
  );

describe("a document", () => {
  it("is the household's statement until the department has checked it", async () => {
    await add();
    await add();
    expect(await shown()).toEqual([["doc_1", false]]);
    expect(await countWaitingDocuments()).toBe(1);
    expect(await listWaitingDocuments(10)).toMatchObject([{ id: "doc_1", lotCode: null }]);
    expect((await checkDocument(officer, ALL, { documentId: "doc_1" })).ok).toBe(true);
    expect((await checkDocument(officer, ALL, { documentId: "doc_1" })).ok).toBe(true);
    expect(await shown()).toEqual([["doc_1", true]]);
    expect(await countWaitingDocuments()).toBe(0);
    expect(await auditOf("doc_1")).toEqual(["document.add", "document.check"]);
  });

  it("is shown no more when it is refused or withdrawn, and stays so", async () => {
    await add();
    await add({ documentId: "doc_2", covers: "lot" });
    const reason = "Số giấy không có trong sổ của nơi cấp.";
    expect((await refuseDocument(officer, ALL, { documentId: "doc_1", reason })).ok).toBe(true);
    expect((await withdrawDocument(household, ALL, { documentId: "doc_2" })).ok).toBe(true);
    expect(await shown()).toEqual([]);
    expect(await checkDocument(officer, ALL, { documentId: "doc_1" })).toMatchObject({
      code: "move_not_allowed",
    });
    const own = (await findOwnLot(ALL, code))?.documents ?? [];
    expect(own.find((one) => one.id === "doc_1")).toMatchObject({
      status: "refused",
      statusReason: reason,
    });
  });

  it("of the product speaks for lots made while it was valid, of a lot for that lot alone", async () => {
    await add();
    await add({ documentId: "doc_late", issuedOn: TODAY });
    await add({ documentId: "doc_over", issuedOn: "2025-01-01", expiresOn: MADE_ON });
    await add({ documentId: "doc_test", covers: "lot", issuedOn: TODAY, expiresOn: undefined });
    expect((await shown())?.map(([id]) => id).toSorted()).toEqual(["doc_1", "doc_test"]);
    const other = await newLot({ onHandCount: 1 });
    expect((await shown(other))?.map(([id]) => id)).toEqual(["doc_1"]);
    const own = (await findOwnLot(ALL, code))?.documents ?? [];
    expect(
      own
        .filter((one) => !one.coversLot)
        .map((one) => one.id)
        .toSorted(),
    ).toEqual(["doc_late", "doc_over"]);
  });

  it("of another household does not exist", async () => {
    await add();
    const foreign = { lotCode: code, document: { ...PAPER, documentId: "doc_9" } };
    expect(await addDocument(household, ELSEWHERE, foreign)).toMatchObject({
      code: "lot_not_found",
    });
    expect(await withdrawDocument(household, ELSEWHERE, { documentId: "doc_1" })).toMatchObject({
      code: "document_not_found",
    });
    expect(await findOwnLot(ELSEWHERE, code)).toBeNull();
    expect(await shown()).toEqual([["doc_1", false]]);
  });

  it("has facts that nobody rewrites", async () => {
    await add();
    await expect(
      inTransaction(async (tx) => {
        await tx.update(documents).set({ number: "khác" });
      }),
    ).rejects.toThrow("the facts of a document stand");
  });

  it("is read from a form, each mistake tied to its field", () => {
    const typed = {
      documentId: `doc_${"0".repeat(32)}`,
      kind: "vietgap",
      number: " VG-01 ",
      issuer: "Nơi cấp",
      covers: "lot",
      issuedOn: "21/11/2026",
      expiresOn: "2027-01-01",
    };
    const read = (change: Record<string, unknown>) => {
      const result = documentFormOn(TODAY).safeParse({ ...typed, ...change });
      return result.success
        ? result.data
        : result.error.issues.map((issue) => [issue.path[0], issue.message]);
    };
    expect(read({})).toMatchObject({ number: "VG-01", issuedOn: MADE_ON });
    expect(read({ expiresOn: undefined })).toMatchObject({ kind: "vietgap" });
    expect(read({ issuedOn: "2026-11-23" })).toEqual([["issuedOn", "date_in_future"]]);
    expect(read({ expiresOn: MADE_ON })).toEqual([["expiresOn", "document_expires_before_issued"]]);
    expect(read({ kind: "diploma" })).toEqual([["kind", "document_kind_missing"]]);
    expect(read({ covers: undefined })).toEqual([["covers", "document_covers_missing"]]);
    expect(read({ number: "\u200b" })).toEqual([["number", "document_number_missing"]]);
    expect(read({ documentId: newId("lot") })).toEqual([["documentId", "form_outdated"]]);
  });
});

describe("a lot's page", () => {
  it("says the least that the law asks for, and the certificate of the day it was made", async () => {
    const lot = await findLot(code, "vi");
    expect(lot).toMatchObject({
      state: "on_sale",
      madeOn: MADE_ON,
      product: { name: "Mật ong bạc hà", packLabel: "chai 500 ml", slug: "mat-ong" },
      household: { name: "HTX Lũng Cú", slug: "cua-toi", communeName: "Xã Lũng Cú" },
      certificate: { stars: 4, isValidNow: true },
    });
    setClock(startOfDate(addDays(TODAY, 1_100)));
    expect((await findLot(code, "vi"))?.certificate).toMatchObject({ isValidNow: false });
  });

  it("answers when it has expired, is sold out or recalled", async () => {
    expect((await findLot(await newLot({ onHandCount: 0 }), "vi"))?.state).toBe("sold_out");
    const old = await newLot({ onHandCount: 5, expiresOn: "2026-11-23" });
    setClock(startOfDate("2030-01-01"));
    expect((await findLot(old, "vi"))?.state).toBe("expired");
    const words = { reason: "Nắp chai hở.", instruction: "Đừng ăn nữa." };
    await recallLot(officer, ALL, { lotCode: old, ...words });
    expect(await findLot(old, "vi")).toMatchObject({
      state: "recalled",
      events: [{ kind: "recalled", ...words, isByDepartment: true }],
    });
  });

  it("keeps the words that were sold when the product leaves the market and is written anew", async () => {
    expect((await withdrawProduct(household, ALL, { slug: "mat-ong" })).ok).toBe(true);
    const words = {
      name: "Thuốc tiên",
      ocopSet: 18,
      taxClass: "processed" as const,
      description: "Chữa bách bệnh, chưa ai duyệt.",
      packLabel: "lọ",
      contentQuantity: 1,
      contentUnit: "piece" as const,
      weightGrams: 9,
      packageSize: null,
      ...noEnglish,
    };
    expect((await updateProduct(household, ALL, { slug: "mat-ong", words })).ok).toBe(true);
    expect(await findLot(code, "vi")).toMatchObject({
      state: "off_sale",
      offSale: "product_withdrawn",
      product: { name: "Mật ong bạc hà", packLabel: "chai 500 ml", ocopSet: 4, slug: null },
    });
    // Made while nothing was approved: it was never on sale.
    const later = await newLot({ onHandCount: 5 });
    expect(await findLot(later, "vi")).toBeNull();
    expect(await findOwnLot(ALL, later)).toMatchObject({ isPublic: false });
  });

  it("says that the household is suspended, and closes no facts", async () => {
    const userId = await insertTestUser({ role: "department_officer" });
    const known = { kind: "user", userId, role: "department_officer" } as const;
    await suspendTestHousehold(known, { slug: "cua-toi", reason: "Kiểm tra đột xuất." });
    expect(await findLot(code, "vi")).toMatchObject({
      state: "off_sale",
      offSale: "household_suspended",
      product: { name: "Mật ong bạc hà", slug: null },
      household: { name: "HTX Lũng Cú", slug: null },
    });
  });

  it("is none for a code that nobody printed", async () => {
    expect(await findLot("L260101-22222", "vi")).toBeNull();
  });
});
