import { afterAll, beforeAll } from "vitest";
import { products } from "~db/schema/catalog";
import { certificates } from "~db/schema/certificates";
import { households } from "~db/schema/households";
import { communes, provinces } from "~db/schema/places";
import { setClock } from "~/platform/clock.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { fold } from "~/platform/fold";
import { newId } from "~/platform/ids";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";

export const NOON = startOfDate("2026-11-20") + 12 * 3_600_000;
const APPROVED = "hou_1";
export const SUSPENDED = "hou_2";
export let searchId = 0;

export type ProductInput = Partial<typeof products.$inferInsert> & { name: string };

export async function addProduct(tx: Transaction, input: ProductInput) {
  searchId += 1;
  const id = input.id ?? newId("prd");
  const householdId = input.householdId ?? APPROVED;
  await tx.insert(products).values({
    id,
    householdId,
    slug: `p-${searchId}`,
    description: `Mô tả ${input.name}`,
    ocopSet: 1,
    packLabel: "gói 500 g",
    contentQuantity: 500,
    contentUnit: "g",
    weightGrams: 600,
    priceVnd: 50_000,
    status: "published",
    availableCount: 5,
    searchId,
    publishedAt: searchId * 1_000,
    createdAt: 0,
    ...input,
  });
  return id;
}

export async function addHousehold(tx: Transaction, id: string, status: "approved" | "suspended") {
  await tx.insert(households).values({
    id,
    slug: id.replace("_", "-"),
    name: "Hợp tác xã Mèo Vạc",
    kind: "cooperative",
    contactName: "Giàng Mẫu Súng",
    phone: "0912345678",
    communeCode: "00769",
    addressLine: "thôn Mẫu",
    status,
    alcoholLicensedUntil: "2099-01-01",
    createdAt: 0,
  });
}

let close: () => void;

/** A small catalogue, once for all tests of a file; it is noon of 20 November 2026. */
export function setUpCatalogue(): void {
  beforeAll(async () => {
    close = openTestDatabase();
    setClock(NOON);
    await inTransaction(async (tx) => {
      await tx
        .insert(provinces)
        .values({ code: "08", name: "Tỉnh Tuyên Quang", nameFolded: "tinh tuyen quang" });
      await tx.insert(communes).values({
        code: "00769",
        provinceCode: "08",
        name: "Xã Mèo Vạc",
        nameFolded: fold("Xã Mèo Vạc"),
      });
      await addHousehold(tx, APPROVED, "approved");
      await addHousehold(tx, SUSPENDED, "suspended");
      for (const [id, { stars = 4, ...dates }] of Object.entries<{
        stars?: 4 | 5;
        issuedOn: string;
        expiresOn: string;
        revokedOn?: string;
      }>({
        crt_valid: { issuedOn: "2026-11-20", expiresOn: "2026-11-21" },
        crt_ended: { issuedOn: "2023-11-20", expiresOn: "2026-11-20" },
        crt_future: { issuedOn: "2026-11-21", expiresOn: "2029-11-21" },
        crt_revoked: { issuedOn: "2026-01-01", expiresOn: "2029-01-01", revokedOn: "2026-10-01" },
        crt_five: { stars: 5, issuedOn: "2026-01-01", expiresOn: "2029-01-01" },
      })) {
        await tx.insert(certificates).values({
          id,
          householdId: APPROVED,
          stars,
          decisionNumber: `123/QĐ-UBND ${id}`,
          issuerLevel: "province",
          issuerName: "UBND tỉnh Tuyên Quang",
          status: dates.revokedOn === undefined ? "confirmed" : "revoked",
          createdAt: NOON,
          ...dates,
        });
      }
      await addProduct(tx, { name: "Mật ong bạc hà", nameEn: "Mint honey", ocopSet: 4 });
      await addProduct(tx, { name: "Đậu tương rang", ocopSet: 3, certificateId: "crt_valid" });
      await addProduct(tx, { name: "Chè Shan tuyết", ocopSet: 11, certificateId: "crt_ended" });
      await addProduct(tx, {
        name: "Bánh chế tam giác mạch",
        ocopSet: 6,
        certificateId: "crt_future",
      });
      await addProduct(tx, { name: "Rượu ngô", ocopSet: 14, certificateId: "crt_revoked" });
      await addProduct(tx, {
        name: "Mật ong hoa rừng",
        ocopSet: 4,
        availableCount: 0,
        season: { fromMonth: 10, toMonth: 2 },
      });
      await addProduct(tx, { name: "Mật mía chưa duyệt", status: "awaiting_approval" });
      await addProduct(tx, { name: "Mật mía bị đình chỉ", householdId: SUSPENDED });
    });
  });

  afterAll(() => {
    setClock();
    close();
  });
}
