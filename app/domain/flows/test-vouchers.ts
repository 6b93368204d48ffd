import { eq } from "drizzle-orm";
import { voucherProgrammes, voucherUses } from "~db/schema/vouchers";
import { GUEST } from "~/domain/audit/actor";
import type { PaymentMethod } from "~/domain/orders/payment-methods";
import { findCheckout } from "~/domain/orders/queries.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { placeCheckout } from "./place-checkout.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { honey, tea } from "./test-orders";
import { ownPhone, testNotice, testSubmission } from "./test-shop";

/** 50,000 đồng off 100,000 of goods, ten times, in the last months of 2026, unless said otherwise; answers its id. */
export async function insertTestProgramme(
  change: Partial<typeof voucherProgrammes.$inferInsert> = {},
): Promise<string> {
  const id = newId("vcp");
  await inTransaction(async (tx) => {
    await tx.insert(voucherProgrammes).values({
      id,
      code: "OCOP2026",
      name: "Tuần hàng OCOP",
      valueVnd: 50_000,
      leastVnd: 100_000,
      startsOn: "2026-11-01",
      endsOn: "2026-12-31",
      usesMax: 10,
      createdAt: now(),
      agreedAt: now(),
      ...change,
    });
  });
  return id;
}

/** A jar and three packs of tea as `place` of test-orders has them, 522,003, with a code typed. */
export function submitWithCode(asked: {
  voucherVnd: number;
  method?: PaymentMethod;
  code?: string;
  phone?: string;
}) {
  const lines = [
    { productId: honey, quantity: 1 },
    { productId: tea, quantity: 3 },
  ];
  return placeCheckout(
    GUEST,
    testSubmission({
      lines,
      expectedTotalVnd: 522_003 - asked.voucherVnd,
      method: asked.method ?? "vietqr",
      buyerPhone: asked.phone ?? ownPhone(),
      voucherCode: asked.code ?? "ocop-2026",
    }),
  );
}

export async function placeWithCode(asked: Parameters<typeof submitWithCode>[0]) {
  const placed = await submitWithCode(asked);
  if (!placed.ok) throw new Error(placed.code);
  const { code } = placed.value;
  const view = await findCheckout(code);
  return { code, id: view?.id ?? "", jar: `${code}-1`, packs: `${code}-2` };
}

export async function payIn(code: string, amountVnd: number) {
  const notice = testNotice({ content: code, amountVnd: vnd(amountVnd) });
  return receiveBankNotice({ notice, rawBody: "{}" });
}

export async function usedCountOf(programmeId: string) {
  const [row] = await reader()
    .select()
    .from(voucherProgrammes)
    .where(eq(voucherProgrammes.id, programmeId));
  const uses = await reader()
    .select()
    .from(voucherUses)
    .where(eq(voucherUses.programmeId, programmeId));
  const standing = uses.filter((use) => use.givenBackAt === null).length;
  return row?.usedCount === standing ? standing : `${row?.usedCount} kept, ${standing} stand`;
}

/** What a programme owes us. */
export async function owedBy(programmeId: string): Promise<number> {
  return 0 - (await balanceOf({ kind: "voucher", ownerId: programmeId }));
}
