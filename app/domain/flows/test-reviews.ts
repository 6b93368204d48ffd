import { eq } from "drizzle-orm";
import { afterEach, beforeEach } from "vitest";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { posts } from "~db/schema/reviews";
import { GUEST, type Actor, type UserActor } from "~/domain/audit/actor";
import type { OrderStatus } from "~/domain/orders/order-status";
import type { PostDecisionForm } from "~/domain/reviews/forms";
import type { Stars } from "~/domain/reviews/rating";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId, newToken } from "~/platform/ids";
import { present } from "~/platform/invariant";
import type { Language } from "~/platform/language";
import { DAY_MS, startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { decidePost } from "./decide-post.server";
import { writeReview } from "./write-review.server";
import {
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  insertTestUser,
  TEST_SHOP,
} from "./test-shop";

export const NOW = startOfDate("2026-11-22") + 9 * 3_600_000;
let close: () => void;
export let householdId: string;
export let productId: string;
export let member: Actor;
export let officer: UserActor;

/** A household with a product, its member, and an officer of the department before each test. */
export function setUpReviews(): void {
  beforeEach(async () => {
    close = openTestDatabase();
    setClock(NOW);
    await insertTestShop();
    householdId = await insertTestHousehold();
    productId = await insertTestProduct({ householdId, slug: "mat-ong" });
    const userId = await insertTestUser({ householdId });
    member = { kind: "user", userId, role: "household_member" };
    const officerId = await insertTestUser({ role: "department_officer" });
    officer = { kind: "user", userId: officerId, role: "department_officer" };
  });
  afterEach(() => {
    setClock();
    close();
  });
}

type LineWish = {
  productId?: string;
  householdId?: string;
  status?: OrderStatus;
  buyerName?: string;
  buyerPhone?: string;
};

/** One pack of the product, ordered and received yesterday unless said otherwise. */
export async function insertTestLine(
  wish: LineWish = {},
): Promise<{ checkoutCode: string; lineItemId: string }> {
  const { status = "delivered", buyerName = "Trần Thị Hồng Nhung" } = wish;
  const checkoutId = newId("chk");
  const orderId = newId("ord");
  const lineItemId = newId("lin");
  const checkoutCode = `UQ${newToken(4).toUpperCase()}`;
  const at = NOW - DAY_MS;
  const sums = { itemsVnd: 185_000, shippingVnd: 0, totalVnd: 185_000 };
  await inTransaction(async (tx) => {
    await tx.insert(checkouts).values({
      id: checkoutId,
      code: checkoutCode,
      submissionKey: newToken(),
      buyerName,
      buyerPhone: wish.buyerPhone ?? "0987654321",
      communeCode: TEST_SHOP.communeCode,
      addressLine: "Thôn Mẫu",
      language: "vi",
      method: "cod",
      channel: "web",
      status: "accepted",
      ...sums,
      placedAt: at,
    });
    await tx.insert(orders).values({
      id: orderId,
      code: `${checkoutCode}-1`,
      checkoutId,
      householdId: wish.householdId ?? householdId,
      sellerCommuneCode: TEST_SHOP.communeCode,
      status,
      ...sums,
      commissionVnd: 0,
      cashVnd: sums.totalVnd,
      placedAt: at,
      deliveredAt: status === "delivered" ? at : null,
      deliveredOn: status === "delivered" ? "2026-11-21" : null,
    });
    await tx.insert(lineItems).values({
      id: lineItemId,
      orderId,
      productId: wish.productId ?? productId,
      productName: "Mật ong bạc hà",
      packLabel: "chai 500 ml",
      ocopSet: 4,
      stars: 0,
      quantity: 1,
      unitPriceVnd: 185_000,
      totalVnd: 185_000,
      commissionBps: 0,
      commissionVnd: 0,
    });
  });
  return { checkoutCode, lineItemId };
}

export type TestLine = Awaited<ReturnType<typeof insertTestLine>>;

export function review(
  line: TestLine,
  words: {
    stars?: Stars;
    text?: string;
    isNameShown?: boolean;
    pageLanguage?: Language;
    actor?: Actor;
  } = {},
) {
  const { stars = 5, text = "", isNameShown = false, pageLanguage = "vi", actor = GUEST } = words;
  return writeReview(actor, { ...line, stars, text, isNameShown, pageLanguage });
}

export async function postOf(line: TestLine) {
  const rows = await reader().select().from(posts).where(eq(posts.lineItemId, line.lineItemId));
  return present(rows[0], "no review of this line");
}

export async function postById(id: string) {
  const rows = await reader().select().from(posts).where(eq(posts.id, id));
  return present(rows[0], "no such post");
}

/** The department's decision on a post as it is now. */
export async function decide(
  postId: string,
  decision: PostDecisionForm["decision"],
  reasonText = "",
) {
  const seenAt = (await postById(postId)).sentAt;
  const form: PostDecisionForm =
    decision === "publish"
      ? { decision, seenAt }
      : { decision, seenAt, reason: "insult", reasonText };
  return decidePost(officer, { ...form, postId });
}
