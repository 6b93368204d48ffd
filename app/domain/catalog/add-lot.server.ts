import { eq } from "drizzle-orm";
import { lots } from "~db/schema/catalog";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { randomBytes } from "~/platform/ids";
import { invariant } from "~/platform/invariant";
import type { LocalDate } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import type { LotForm } from "./forms";
import { loadOwnProduct } from "./load-own-product.server";
import { lotCodeOf } from "./lot-code";
import { recountStock } from "./recount-stock.server";

const CODE_ATTEMPTS = 10;

export type NewLot = LotForm & {
  /** Made when the form was shown: the same form sent twice adds one lot. */
  lotId: string;
};
export type LotAdded = {
  productId: string;
  lotCode: string;
  availableCount: number;
  isNew: boolean;
};

/** A new batch of a product, for sale at once where the product is. One that this form added before stays. */
export async function addLot(
  tx: Transaction,
  scope: Scope,
  input: { slug: string; lot: NewLot },
): Promise<Result<LotAdded, "product_not_found">> {
  const product = await loadOwnProduct(tx, scope, input.slug);
  if (!product) return fail("product_not_found");
  const { lotId, stockCount, madeOn, expiresOn } = input.lot;
  const productId = product.id;
  const [known] = await tx.select().from(lots).where(eq(lots.id, lotId)).limit(1);
  if (known && known.productId !== productId) return fail("product_not_found");
  if (known) {
    const { availableCount } = product;
    return succeed({ productId, lotCode: known.code, availableCount, isNew: false });
  }
  const lotCode = await findFreeCode(tx, madeOn);
  await tx.insert(lots).values({
    id: lotId,
    code: lotCode,
    productId,
    madeOn,
    expiresOn: expiresOn ?? null,
    onHandCount: stockCount,
    createdAt: now(),
  });
  const availableCount = await recountStock(tx, productId);
  return succeed({ productId, lotCode, availableCount, isNew: true });
}

async function findFreeCode(tx: Transaction, madeOn: LocalDate): Promise<string> {
  for (let attempt = 0; attempt < CODE_ATTEMPTS; attempt += 1) {
    const code = lotCodeOf(madeOn, randomBytes(5));
    const known = await tx.select({ id: lots.id }).from(lots).where(eq(lots.code, code)).limit(1);
    if (known.length === 0) return code;
  }
  invariant(false, `no free lot code for ${madeOn}`);
}
