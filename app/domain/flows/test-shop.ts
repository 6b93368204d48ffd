import { eq } from "drizzle-orm";
import { lots, products, stockReservations } from "~db/schema/catalog";
import { certificates } from "~db/schema/certificates";
import { certificateProducts } from "~db/schema/certificates-products";
import { shippingTariffs } from "~db/schema/fulfilment";
import { householdMembers, households } from "~db/schema/households";
import { users } from "~db/schema/identity";
import { sellerTerms, termsAcceptances } from "~db/schema/joining-terms";
import { communes, provinces } from "~db/schema/places";
import { commissionRules } from "~db/schema/settlement";
import type { PaymentMethod } from "~/domain/orders/payment-methods";
import type { BankNotice } from "~/domain/payments/bank-notice";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { fold } from "~/platform/fold";
import { settings } from "~/platform/env.server";
import { newId, newToken } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { addDays, localDateOf, startOfDate } from "~/platform/period";
import type { CheckoutSubmission } from "./place-checkout.server";

/** Test support: a province with two communes, a near and a far province, shipping rates and a commission of 5 %. */
export const TEST_SHOP = {
  provinceCode: "08",
  communeCode: "00001",
  secondCommuneCode: "00002",
  nearProvinceCode: "01",
  nearCommuneCode: "00004",
  elsewhereProvinceCode: "82",
  elsewhereCommuneCode: "28001",
  inProvince: { firstStepVnd: 18_000, nextStepVnd: 4_000, stepGrams: 500 },
  near: { firstStepVnd: 24_000, nextStepVnd: 5_000, stepGrams: 500 },
  elsewhere: { firstStepVnd: 30_000, nextStepVnd: 7_000, stepGrams: 500 },
  volumetricDivisor: 6_000,
  commissionBps: 500,
} as const;

/** Places, rates and rules; call once in an empty test database, before the rest. */
export async function insertTestShop(): Promise<void> {
  await inTransaction(async (tx) => {
    const { provinceCode, nearProvinceCode, elsewhereProvinceCode } = TEST_SHOP;
    await tx.insert(provinces).values([
      { code: provinceCode, name: "Tỉnh Tuyên Quang", nameFolded: "tinh tuyen quang" },
      { code: nearProvinceCode, name: "Thành phố Hà Nội", nameFolded: "thanh pho ha noi" },
      { code: elsewhereProvinceCode, name: "Tỉnh Đồng Tháp", nameFolded: "tinh dong thap" },
    ]);
    await tx
      .insert(communes)
      .values([
        commune(TEST_SHOP.communeCode, provinceCode, "Xã Lũng Cú"),
        commune(TEST_SHOP.secondCommuneCode, provinceCode, "Xã Đồng Văn"),
        commune(TEST_SHOP.nearCommuneCode, nearProvinceCode, "Phường Ba Đình"),
        commune(TEST_SHOP.elsewhereCommuneCode, elsewhereProvinceCode, "Phường Mỹ Tho"),
      ]);
    const effectiveOn = "2025-07-01";
    await tx.insert(shippingTariffs).values({
      id: newId("sht"),
      effectiveOn,
      stepGrams: TEST_SHOP.inProvince.stepGrams,
      volumetricDivisor: TEST_SHOP.volumetricDivisor,
      nearProvinceCodes: [TEST_SHOP.nearProvinceCode],
      inProvinceFirstVnd: vnd(TEST_SHOP.inProvince.firstStepVnd),
      inProvinceNextVnd: vnd(TEST_SHOP.inProvince.nextStepVnd),
      nearFirstVnd: vnd(TEST_SHOP.near.firstStepVnd),
      nearNextVnd: vnd(TEST_SHOP.near.nextStepVnd),
      elsewhereFirstVnd: vnd(TEST_SHOP.elsewhere.firstStepVnd),
      elsewhereNextVnd: vnd(TEST_SHOP.elsewhere.nextStepVnd),
      enteredAt: startOfDate(effectiveOn),
    });
    const rateBps = TEST_SHOP.commissionBps;
    await tx.insert(commissionRules).values({ id: newId("cmr"), effectiveOn, rateBps });
  });
}

function commune(code: string, provinceCode: string, name: string) {
  return { code, provinceCode, name, nameFolded: fold(name) };
}

/** A household that may sell alcohol too and has agreed to the first terms, approved unless said otherwise; answers its id. */
export async function insertTestHousehold(
  change: Partial<typeof households.$inferInsert> = {},
): Promise<string> {
  const id = change.id ?? newId("hh");
  await inTransaction(async (tx) => {
    await tx.insert(households).values({
      slug: `ho-${id}`,
      name: "HTX Lũng Cú",
      kind: "cooperative",
      contactName: "Vàng Thị Mai",
      phone: "0912345678",
      communeCode: TEST_SHOP.communeCode,
      addressLine: "Thôn Lô Lô Chải",
      status: "approved",
      alcoholLicensedUntil: "2099-01-01",
      createdAt: now(),
      ...change,
      id,
    });
    const [terms] = await tx.select().from(sellerTerms);
    if (terms) {
      const yes = { householdId: id, number: terms.number, acceptedAt: now(), isSample: true };
      await tx.insert(termsAcceptances).values(yes);
    }
  });
  return id;
}

/** A person; with `householdId` a member of it. Answers the id. */
export async function insertTestUser(
  person: Partial<typeof users.$inferInsert> & { householdId?: string } = {},
): Promise<string> {
  const { householdId, ...change } = person;
  const id = change.id ?? newId("usr");
  await inTransaction(async (tx) => {
    await tx.insert(users).values({
      phone: `09${String(parseInt(newToken(4), 16) % 100_000_000).padStart(8, "0")}`,
      fullName: "Vàng Thị Mai",
      passwordHash: "-",
      role: householdId === undefined ? "buyer" : "household_member",
      createdAt: now(),
      ...change,
      id,
    });
    if (householdId !== undefined) {
      await tx.insert(householdMembers).values({ householdId, userId: id });
    }
  });
  return id;
}

let lastSearchId = 0;

/** A published product with one lot of `stockCount` packs (10, that never expire); answers its id. */
export async function insertTestProduct(
  product: Partial<typeof products.$inferInsert> & { householdId: string; stockCount?: number },
): Promise<string> {
  const { stockCount = 10, ...change } = product;
  const id = change.id ?? newId("prd");
  lastSearchId += 1;
  await inTransaction(async (tx) => {
    await tx.insert(products).values({
      slug: `san-pham-${id}`,
      name: "Mật ong bạc hà",
      description: "Mật ong của hoa bạc hà trên cao nguyên đá.",
      ocopSet: 4,
      packLabel: "chai 500 ml",
      contentQuantity: 500,
      contentUnit: "ml",
      weightGrams: 700,
      priceVnd: vnd(185_000),
      status: "published",
      searchId: lastSearchId,
      createdAt: now(),
      publishedAt: now(),
      ...change,
      id,
    });
    const { certificateId } = change;
    if (certificateId)
      await tx.insert(certificateProducts).values({ certificateId, productId: id });
  });
  if (stockCount > 0) await insertTestLot({ productId: id, onHandCount: stockCount });
  return id;
}

/** A lot, counted in its product's stock; answers its id. */
export async function insertTestLot(lot: {
  productId: string;
  onHandCount: number;
  expiresOn?: string;
}): Promise<string> {
  const id = newId("lot");
  await inTransaction(async (tx) => {
    const madeOn = addDays(localDateOf(now()), -1);
    await tx.insert(lots).values({ id, code: `L-${id}`, madeOn, createdAt: now(), ...lot });
    const [product] = await tx.select().from(products).where(eq(products.id, lot.productId));
    const availableCount = (product?.availableCount ?? 0) + lot.onHandCount;
    await tx.update(products).set({ availableCount }).where(eq(products.id, lot.productId));
  });
  return id;
}

/** A certificate that is valid today; answers its id. */
export async function insertTestCertificate(
  change: Partial<typeof certificates.$inferInsert> & { householdId: string },
): Promise<string> {
  const id = change.id ?? newId("cer");
  await inTransaction(async (tx) => {
    await tx.insert(certificates).values({
      stars: 4,
      decisionNumber: "QĐ 3981/QĐ-UBND",
      issuerLevel: "province",
      issuerName: "UBND tỉnh Tuyên Quang",
      issuedOn: addDays(localDateOf(now()), -30),
      expiresOn: addDays(localDateOf(now()), 1000),
      status: change.revokedOn ? "revoked" : "confirmed",
      createdAt: now(),
      ...change,
      id,
    });
  });
  return id;
}

let phonesSoFar = 0;

/** Of a buyer who has no other order: one phone may have only a few to be paid in cash. */
export function ownPhone(): string {
  phonesSoFar += 1;
  return `0988${String(phonesSoFar).padStart(6, "0")}`;
}

/** What a buyer elsewhere in the country submits; the total must be given. */
export function testSubmission(
  change: Partial<CheckoutSubmission> & Pick<CheckoutSubmission, "lines" | "expectedTotalVnd">,
): CheckoutSubmission {
  const method: PaymentMethod = "vietqr";
  return {
    submissionKey: newToken(),
    buyerName: "Trần Thị Hồng Nhung",
    buyerPhone: "0987654321",
    communeCode: TEST_SHOP.elsewhereCommuneCode,
    addressLine: "12 Ấp Bắc",
    note: "",
    method,
    language: "vi",
    ...change,
  };
}

/** A line of our account as a provider would report it. */
export function testNotice(change: Partial<BankNotice> = {}): BankNotice {
  return {
    provider: "sepay",
    providerTransactionId: newToken(8),
    accountNumber: settings().BANK_ACCOUNT_NUMBER,
    direction: "in",
    amountVnd: vnd(100_000),
    content: "",
    occurredAt: now(),
    bankReference: null,
    balanceVnd: null,
    ...change,
  };
}

export type StockDifference = { subjectId: string; expectedCount: number; actualCount: number };

/** Products whose `available_count` is not the free stock of their lots that are not recalled, and lots whose reserved packs are not held. */
export async function findStockDifferences(): Promise<StockDifference[]> {
  const allLots = await reader().select().from(lots);
  const held = await reader()
    .select({ lotId: stockReservations.lotId, quantity: stockReservations.quantity })
    .from(stockReservations)
    .where(eq(stockReservations.status, "held"));
  const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);
  const ofLots = allLots.map((lot) => ({
    subjectId: lot.id,
    expectedCount: total(held.filter((one) => one.lotId === lot.id).map((one) => one.quantity)),
    actualCount: lot.reservedCount,
  }));
  const ofProducts = (await reader().select().from(products)).map((product) => ({
    subjectId: product.id,
    expectedCount: total(
      allLots
        .filter((lot) => lot.productId === product.id && lot.recalledAt === null)
        .map((lot) => lot.onHandCount - lot.reservedCount),
    ),
    actualCount: product.availableCount,
  }));
  return [...ofLots, ...ofProducts].filter((one) => one.expectedCount !== one.actualCount);
}
